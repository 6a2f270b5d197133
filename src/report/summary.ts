import type { Report } from "../engine/report.ts";
import type { Root } from "../model/project.ts";
import type { FormatOptions } from "./format.ts";
import { harmlessInLog } from "./harmless.ts";
import { wrap } from "./width.ts";
import { count, countFiles, countLevels, enumerate, levelOrder } from "./wording.ts";

const mostRoots = 12;
const mostEnvironments = 12;

/** What was found, what was looked at, and what is left open. */
export function summarize(report: Report, options: FormatOptions): string {
  const { style, width } = options;
  const isEmpty = [...report.files.values()].every((amount) => amount === 0);
  if (isEmpty && report.findings.length === 0) return nothingToLint(options);
  const lines = [verdict(report, options), ...wrap(lookedAt(report), width)];
  for (const root of report.roots.slice(0, mostRoots)) lines.push(...describeRoot(root, width));
  const more = report.roots.length - mostRoots;
  if (more > 0) lines.push(style.faint(`  and ${more} more`));
  if (report.suppressed.length > 0) lines.push(...wrap(suppressed(report), width));
  if (report.undecided.length > 0) lines.push(...wrap(openChecks(report, options), width));
  return lines.join("\n");
}

function nothingToLint({ scope, width }: FormatOptions): string {
  const place = scope.paths.length === 0 ? "." : enumerate(scope.paths.map(harmlessInLog), 5);
  return wrap(`Found nothing to lint in ${place}: ${searched(scope.files)}.`, width).join("\n");
}

function searched(files: number): string {
  const subject = "about Azure Machine Learning infrastructure";
  if (files === 0) return "there is no Terraform, ARM, Azure ML or Kubernetes file and no script";
  if (files === 1) return `the one file that could be is not ${subject}`;
  return `none of the ${count(files, "file")} that could be is ${subject}`;
}

/** What was found, in one line. */
export function verdict({ findings, counts }: Report, { style }: Pick<FormatOptions, "style">): string {
  const worst = levelOrder.find((level) => counts[level] > 0);
  if (worst === undefined) return style.good("No findings.");
  const files = new Set(findings.map((finding) => finding.at.file)).size;
  return style.level(worst, `${countLevels(counts)} in ${count(files, "file")}.`);
}

function lookedAt({ files, roots }: Report): string {
  const linted = `Linted ${countFiles(files)}`;
  return roots.length === 0 ? `${linted}.` : `${linted}:`;
}

function describeRoot(root: Root, width: number): string[] {
  const path = root.path === "" ? "." : root.path;
  const named = root.environments.map(({ name, tier }) => (tier === "unclassified" ? `${name} (${tier})` : name));
  const sentence = `${path}: ${enumerate(named, mostEnvironments)}`;
  return wrap(harmlessInLog(sentence), width - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
}

function suppressed({ suppressed: findings }: Report): string {
  return `${count(findings.length, "finding")} ${findings.length === 1 ? "is" : "are"} suppressed by a comment.`;
}

function openChecks({ undecided }: Report, options: FormatOptions): string {
  const open = count(undecided.length, "check");
  const [are, them] = undecided.length === 1 ? ["is", "it"] : ["are", "them"];
  const how = options.undecided ? "" : ` List ${them} with --undecided.`;
  return `${open} ${are} undecided, because the files do not say enough.${how}`;
}
