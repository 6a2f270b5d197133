import { globbySync } from "globby";
import { rules } from "../rules/index.ts";
import { page } from "../rules/pages.ts";
import type { Configuration } from "../schemas/types/configuration.generated.ts";
import { readConfiguration, readWithPlaces } from "../src/cli/configuration/configuration-file.ts";
import { ConfigurationPlaces } from "../src/cli/configuration/configuration-places.ts";
import type { Finding } from "../src/engine/finding.ts";
import type { Report } from "../src/engine/report.ts";
import { type ConfigurationSource, unwritten } from "../src/engine/settings/configuration-source.ts";
import { type LintInput, lint } from "../src/lint.ts";
import { MemoryFiles } from "../src/model/files.ts";
import { PathPatterns } from "../src/model/path-patterns.ts";
import type { FormatOptions } from "../src/report/format.ts";
import { showFinding } from "../src/report/pretty.ts";
import { summarize } from "../src/report/summary.ts";
import { plainStyle, unicodeMarks } from "../src/report/text/style.ts";
import { readIfThere, repository } from "./repository.ts";
import type { Example } from "./rule-page.ts";

/** The date on which every example is linted. */
export const exampleDate = "2026-11-21";

const configurationFile = "ml-lint.yaml";

/** Lints files held in memory, with all rules unless told otherwise; a file `ml-lint.yaml` among them is the configuration. */
export async function lintFiles(
  files: Readonly<Record<string, string>>,
  options: Partial<Omit<LintInput, "files" | "paths">> = {},
): Promise<Report> {
  const memory = new MemoryFiles(files);
  const paths = memory.paths().filter((path) => path !== configurationFile);
  return lint({
    files: memory,
    paths: withoutExcluded(paths, configurationOf(files)),
    source: sourceOf(files),
    environments: [],
    today: exampleDate,
    rules,
    version: "0.0.0",
    ...options,
    configuration: { ...configurationOf(files), ...options.configuration },
  });
}

function withoutExcluded(paths: readonly string[], { exclude = [] }: Configuration): string[] {
  const patterns = new PathPatterns(exclude, "");
  return paths.filter((path) => !patterns.cover(path));
}

/** Where the configuration of an example is written: the whole of the example is linted. */
function sourceOf(files: Readonly<Record<string, string>>): ConfigurationSource {
  const text = files[configurationFile];
  if (text === undefined) return unwritten;
  const { configuration, document } = readWithPlaces(text, configurationFile, rules);
  const idle = new PathPatterns(configuration.exclude ?? [], "").idleAmong(Object.keys(files));
  return {
    base: "",
    place: new ConfigurationPlaces(document, text, configurationFile).of,
    isWhole: true,
    idle: idle.map((index) => ["exclude", index]),
  };
}

/** The configuration that an example brings. */
export function configurationOf(files: Readonly<Record<string, string>>): Configuration {
  const text = files[configurationFile];
  return text === undefined ? {} : readConfiguration(text, configurationFile, rules);
}

/** What one rule finds in an example of its page. */
export async function findingsIn(example: Example, rule: string): Promise<Finding[]> {
  const report = await lintFiles(filesOf(example));
  const failures = report.failures.map((failure) => failure.message);
  if (failures.length > 0 && !rule.startsWith("project/")) throw new Error(failures.join("\n"));
  return report.findings.filter((finding) => finding.rule === rule);
}

const plainOptions: FormatOptions = {
  style: plainStyle(unicodeMarks),
  width: 100,
  codeWidth: 100,
  undecided: false,
  page,
  scope: { paths: [], files: 0, environments: [] },
};

/** The diagnostics that a terminal without colour shows for one rule in an example. */
export async function diagnosticOf(example: Example, rule: string): Promise<string> {
  const report = await lintFiles(filesOf(example));
  const findings = report.findings.filter((finding) => finding.rule === rule);
  return findings.map((finding) => showFinding(finding, report, plainOptions)).join("\n\n");
}

/** What the command prints on a folder of this repository: the findings of some rules, and the summary of all. */
export async function outputOfExample(folder: string, shown: readonly string[]): Promise<string> {
  const paths = globbySync(`${folder}/**`, { cwd: repository });
  const report = await lintFiles(Object.fromEntries(paths.map((path) => [path, readIfThere(path) ?? ""])));
  const findings = report.findings.filter((finding) => shown.includes(finding.rule));
  const options = { ...plainOptions, width: 80, codeWidth: 80 };
  const parts = findings.map((finding) => showFinding(finding, report, options));
  return [...parts, "…", summarize(report, options)].join("\n\n");
}

export function filesOf(example: Example): Record<string, string> {
  return Object.fromEntries(example.files.map((file) => [file.path, file.text]));
}
