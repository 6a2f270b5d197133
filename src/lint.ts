import type { Configuration } from "../schemas/types/configuration.generated.ts";
import { compareFindings, mergeFindings, mergeUndecided } from "./engine/merge.ts";
import { inputFailures, problemFindings } from "./engine/problems.ts";
import { countLevels, crashFailures, defectFailures, type Report } from "./engine/report.ts";
import type { Rule } from "./engine/rule.ts";
import { idsOf } from "./engine/rule-names.ts";
import { runRules } from "./engine/run.ts";
import { SecretPlaces } from "./engine/secret-places.ts";
import { type ConfigurationSource, unwritten } from "./engine/settings/configuration-source.ts";
import { settingsOf } from "./engine/settings/settings.ts";
import type { RuleSettings } from "./engine/settings/severity.ts";
import { superfluousEntries } from "./engine/settings/unused-configuration.ts";
import { atSeverity } from "./engine/suppression/defects.ts";
import { Ignores } from "./engine/suppression/ignores.ts";
import { applySuppressions } from "./engine/suppression/suppression.ts";
import { type ProjectFiles, Texts } from "./model/files.ts";
import type { Project } from "./model/project.ts";
import { parseProject } from "./parsers/project.ts";

export interface LintInput {
  readonly files: ProjectFiles;
  /** The files to lint, relative to the project root. */
  readonly paths: readonly string[];
  readonly configuration: Configuration;
  /** Where the configuration is written. */
  readonly source?: ConfigurationSource;
  /** What the command line says of rules, over the configuration. */
  readonly commandLine?: RuleSettings;
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
  const project = await parseProject(
    { texts, paths, environments },
    configuration.environments ?? {},
    configuration.sources,
  );
  return lintProject(project, texts, input);
}

export type JudgeInput = Pick<LintInput, "configuration" | "source" | "commandLine" | "rules" | "today" | "version"> &
  Partial<Pick<LintInput, "environments" | "paths">>;

/** Judges what was read already. */
export function lintProject(
  project: Project,
  texts: Texts,
  { configuration, source = unwritten, commandLine, ...input }: JudgeInput,
): Report {
  const { rules, today, version, environments = [], paths = [] } = input;
  const settings = settingsOf(rules, configuration, source.base, commandLine);
  const outcomes = runRules(project, rules.filter(settings.isEverOn), today, settings.options);
  const undecided = outcomes.flatMap(mergeUndecided);
  const ignores = new Ignores(configuration.ignores ?? [], rules, source, today);
  const left = ignores.divide(outcomes, settings.of);
  const problems = ignores.divideProblems(problemFindings(project.problems, settings));
  const made = [...left.outcomes.flatMap((outcome) => mergeFindings(outcome, settings.of)), ...problems.findings];
  const ignored = [...left.suppressed, ...problems.suppressed];
  const isJudged = (rule: string) => environments.length === 0 && settings.isEverOn(rule);
  const locked = idsOf(configuration.locked ?? [], rules);
  const commented = applySuppressions(made, project.comments, undecided, { rules, today, locked, ignored, isJudged });
  const own = [
    ...commented.defects,
    ...ignores.defects(undecided, isJudged),
    ...superfluousEntries(configuration, source, { roots: project.roots, environments, paths }),
  ];
  const findings = [...commented.findings, ...atSeverity(own, settings)].sort(compareFindings);
  return {
    version,
    findings,
    suppressed: [...ignored, ...commented.suppressed],
    undecided,
    roots: project.roots,
    files: project.files,
    counts: countLevels(findings),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    failures: [...inputFailures(project.problems), ...defectFailures(project.defects), ...crashFailures(outcomes)],
    texts,
    secrets: new SecretPlaces(project.resources),
  };
}
