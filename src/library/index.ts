import { rules as allRules } from "../../rules/index.ts";
import type { ReportDocument } from "../../schemas/types/report.generated.ts";
import type { Report } from "../engine/report.ts";
import { lint as lintProject } from "../lint.ts";
import { rulePage } from "../report/documentation.ts";
import { reportDocument } from "../report/json.ts";
import { version as packageVersion } from "../version.ts";
import { projectFiles } from "./files.ts";
import { requireDate, requireRules, withoutExcluded } from "./options.ts";
import type { Files, LintOptions, RuleSummary } from "./types.ts";

export type * from "../../schemas/types/configuration.generated.ts";
export type * from "../../schemas/types/report.generated.ts";
export type * from "./types.ts";

/** The version of ml-lint. */
export const version: string = packageVersion;

/** Lints files and gives the report that `--format json` prints. Nothing is read but what `files` gives. */
export async function lint(files: Files, options: LintOptions = {}): Promise<ReportDocument> {
  return reportDocument(await reportOn(files, options));
}

/** Lints files and gives the report as SARIF 2.1.0, as text. */
export async function lintToSarif(files: Files, options: LintOptions = {}): Promise<string> {
  const report = await reportOn(files, options);
  const [{ formatSarif }, { page }] = await Promise.all([
    import("../report/sarif/sarif.ts"),
    import("../../rules/pages.ts"),
  ]);
  return formatSarif(report, { page });
}

/** Every rule, in the order of their ids. */
export function rules(): readonly RuleSummary[] {
  return allRules.map(({ id, title, severity, sources, tags }) => {
    return { id, title, severity, sources, tags, page: rulePage(id) };
  });
}

/** The page of a rule as Markdown: why it matters, bad and good examples, exceptions. */
export async function explain(rule: string): Promise<string | undefined> {
  const { page } = await import("../../rules/pages.ts");
  return page(rule);
}

async function reportOn(files: Files, options: LintOptions): Promise<Report> {
  const { configuration = {}, environments = [], today = new Date().toISOString().slice(0, 10) } = options;
  requireDate(today);
  requireRules(configuration, allRules);
  const { reader, paths } = projectFiles(files);
  return lintProject({
    files: reader,
    paths: withoutExcluded(paths, configuration.exclude ?? []),
    configuration,
    environments,
    today,
    rules: allRules,
    version: packageVersion,
  });
}
