import type { Report } from "../engine/report.ts";
import type { Environment } from "../model/environment.ts";
import type { Root } from "../model/project.ts";
import { fixSentences } from "./fixable.ts";
import type { FormatOptions } from "./format.ts";
import { hidesOlder, leftOutSentences } from "./left-out.ts";
import { harmlessInLog } from "./text/harmless.ts";
import { wrap } from "./text/width.ts";
import { count, countFiles, countLevels, enumerate, levelOrder } from "./text/wording.ts";

const mostRoots = 12;
/** More files that stand alone are counted instead of being named. */
const mostLoneFiles = 3;
const mostEnvironments = 12;

/** What was found, what was looked at, and what is left open. */
export function summarize(report: Report, options: FormatOptions): string {
  const { width } = options;
  const isEmpty = [...report.files.values()].every((amount) => amount === 0);
  if (isEmpty && report.findings.length === 0) return nothingToLint(options);
  const lines = [verdict(report, options), ...wrap(lookedAt(report), width)];
  lines.push(...describeRoots(report.roots, options));
  for (const sentence of leftOutSentences(report)) lines.push(...wrap(harmlessInLog(sentence), width));
  if (report.undecided.length > 0) lines.push(...wrap(openChecks(report, options), width));
  for (const sentence of fixSentences(report)) lines.push(...wrap(sentence, width));
  return lines.join("\n");
}

function nothingToLint({ scope, width }: FormatOptions): string {
  const place = scope.paths.length === 0 ? "." : enumerate(scope.paths.map(harmlessInLog), 5);
  const off = scope.off && scope.off.length > 0 ? ` The configuration switches off ${enumerate(scope.off)}.` : "";
  return wrap(`Found nothing to lint in ${place}: ${searched(scope.files)}.${off}`, width).join("\n");
}

function searched(files: number): string {
  const subject = "about Azure Machine Learning infrastructure";
  if (files === 0) return "there is no Terraform, ARM, Azure ML or Kubernetes file and no script";
  if (files === 1) return `the one file that could be is not ${subject}`;
  return `none of the ${count(files, "file")} that could be is ${subject}`;
}

/** What was found, in one line. */
export function verdict(report: Report, { style }: Pick<FormatOptions, "style">): string {
  const { findings, counts } = report;
  const worst = levelOrder.find((level) => counts[level] > 0);
  if (worst === undefined) return style.good(hidesOlder(report) ? "No new findings." : "No findings.");
  const files = new Set(findings.map((finding) => finding.at.file)).size;
  return style.level(worst, `${countLevels(counts)} in ${count(files, "file")}.`);
}

function lookedAt({ files, roots }: Report): string {
  const linted = `Linted ${countFiles(files)}`;
  return roots.length === 0 ? `${linted}.` : `${linted}:`;
}

function describeRoots(roots: readonly Root[], { style, width }: FormatOptions): string[] {
  const isCounted = roots.filter(isLoneFile).length > mostLoneFiles;
  const counted = isCounted ? roots.filter(isLoneFile) : [];
  const named = isCounted ? roots.filter((root) => !isLoneFile(root)) : roots;
  const lines = named.slice(0, mostRoots).flatMap(({ path, environments }) => {
    return describe(path === "" ? "." : path, environments, width);
  });
  const more = named.length - mostRoots;
  if (more > 0) lines.push(style.faint(`  and ${more} more`));
  if (counted.length === 0) return lines;
  const environments = new Map(counted.flatMap((root) => root.environments.map((each) => [each.name, each] as const)));
  const sorted = [...environments.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...lines,
    ...describe(count(counted.length, "file that stands alone", "files that stand alone"), sorted, width),
  ];
}

/** Scripts, settings and YAML are read file by file. */
function isLoneFile({ language }: Root): boolean {
  return language !== "terraform" && language !== "arm" && language !== "plan";
}

/** What was linted and for which environments; a tier is named only where nothing tells it. */
function describe(what: string, environments: readonly Environment[], width: number): string[] {
  const named = environments.map(({ name, tier }) => (tier === "unclassified" ? `${name} (${tier})` : name));
  const sentence = `${what}: ${enumerate(named, mostEnvironments)}`;
  return wrap(harmlessInLog(sentence), width - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
}

function openChecks({ undecided }: Report, options: FormatOptions): string {
  const open = count(undecided.length, "check");
  const [are, them] = undecided.length === 1 ? ["is", "it"] : ["are", "them"];
  const how = options.undecided ? "" : ` List ${them} with --undecided.`;
  return `${open} ${are} undecided, because the files do not say enough.${how}`;
}
