import { rules as allRules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import type { ReportDocument } from "../../schemas/types/report.generated.ts";
import type { Report } from "../engine/report.ts";
import { lint as lintProject } from "../lint.ts";
import { rulePage } from "../report/documentation.ts";
import { reportDocument } from "../report/json.ts";
import { version as packageVersion } from "../version.ts";
import { type Files, projectFiles } from "./files.ts";
import { requireDate, requireRules, withoutExcluded } from "./options.ts";

export type { FileReader, Files } from "./files.ts";

/** How to lint. */
export interface LintOptions {
  /** What `ml-lint.yaml` would say; its paths are relative to the project root. */
  readonly configuration?: Configuration;
  /** Only these environments, by name; all when empty. */
  readonly environments?: readonly string[];
  /** The date for rules about dates, YYYY-MM-DD; default: today. */
  readonly today?: string;
}

/** One rule, as `ml-lint rules --format json` lists it. */
export interface RuleSummary {
  readonly id: string;
  /** What is wrong. */
  readonly title: string;
  readonly severity: Readonly<Record<"production" | "non-production" | "unclassified", RuleSeverity>>;
  /** The languages in which the rule finds something. */
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  /** The address of its page. */
  readonly page: string;
}

export type RuleSeverity = "error" | "warning" | "note" | "off";

/** The version of ml-lint. */
export const version: string = packageVersion;

/** Lints files and gives the report that `--format json` prints. Nothing is read but what `files` gives. */
export async function lint(files: Files, options: LintOptions = {}): Promise<ReportDocument> {
  return reportDocument(await reportOn(files, options));
}

/** Lints files and gives the report as SARIF 2.1.0, as text. */
export async function lintToSarif(files: Files, options: LintOptions = {}): Promise<string> {
  const report = await reportOn(files, options);
  const { formatSarif } = await import("../report/sarif.ts");
  return formatSarif(report, { page });
}

/** Every rule, in the order of their ids. */
export function rules(): readonly RuleSummary[] {
  return allRules.map(({ id, title, severity, sources, tags }) => {
    return { id, title, severity, sources, tags, page: rulePage(id) };
  });
}

/** The page of a rule as Markdown: why it matters, bad and good examples, exceptions. */
export function explain(rule: string): string | undefined {
  return page(rule);
}

async function reportOn(files: Files, options: LintOptions): Promise<Report> {
  const { configuration = {}, environments = [], today = new Date().toISOString().slice(0, 10) } = options;
  requireDate(today);
  requireRules(configuration, allRules);
  const { reader, paths } = projectFiles(files);
  return lintProject({
    files: reader,
    paths: await withoutExcluded(paths, configuration.exclude ?? []),
    configuration,
    environments,
    today,
    rules: allRules,
    version: packageVersion,
  });
}
