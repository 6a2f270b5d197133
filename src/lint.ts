import type { Configuration } from "../schemas/types/configuration.generated.ts";
import { compareFindings, mergeFindings, mergeUndecided } from "./engine/merge.ts";
import { inputFailures, problemFindings } from "./engine/problems.ts";
import { countLevels, crashFailures, defectFailures, type Report } from "./engine/report.ts";
import type { Rule } from "./engine/rule.ts";
import { runRules } from "./engine/run.ts";
import { optionsOf, severitiesOf } from "./engine/severity.ts";
import { applySuppressions } from "./engine/suppression.ts";
import { type ProjectFiles, Texts } from "./model/files.ts";
import type { Project } from "./model/project.ts";
import { parseProject } from "./parsers/project.ts";

export interface LintInput {
  readonly files: ProjectFiles;
  /** The files to lint, relative to the project root. */
  readonly paths: readonly string[];
  readonly configuration: Configuration;
  /** Only these environments, by name; all when empty. */
  readonly environments: readonly string[];
  /** The date for rules that depend on it, YYYY-MM-DD. */
  readonly today: string;
  readonly rules: readonly Rule[];
  /** The version of ml-lint, for reports. */
  readonly version: string;
}

/** The whole of ml-lint as one pure function: command, Action, tests and editors call this. */
export async function lint(input: LintInput): Promise<Report> {
  const texts = new Texts(input.files);
  const { configuration, paths, environments } = input;
  const project = await parseProject({ texts, paths, environments }, configuration.environments ?? {});
  return lintProject(project, texts, input);
}

/** Judges what was read already. */
export function lintProject(
  project: Project,
  texts: Texts,
  { configuration, rules, today, version }: Pick<LintInput, "configuration" | "rules" | "today" | "version">,
): Report {
  const severities = severitiesOf(rules, configuration);
  const outcomes = runRules(project, rules.filter(severities.isEverOn), today, optionsOf(rules, configuration));
  const made = [
    ...outcomes.flatMap((outcome) => mergeFindings(outcome, severities.of)),
    ...problemFindings(project.problems, severities),
  ];
  const undecided = outcomes.flatMap(mergeUndecided);
  const { findings: kept, suppressed } = applySuppressions(made, project.comments, undecided, rules, today);
  const findings = kept.sort(compareFindings);
  return {
    version,
    findings,
    suppressed,
    undecided,
    roots: project.roots,
    files: project.files,
    counts: countLevels(findings),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    failures: [...inputFailures(project.problems), ...defectFailures(project.defects), ...crashFailures(outcomes)],
    texts,
  };
}
