import { type Place, placeKey } from "../model/place.ts";
import type { Language, Problem } from "../model/project.ts";
import type { Finding } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Level } from "./level.ts";
import type { Failure } from "./report.ts";
import type { Severities } from "./settings/severity.ts";

/** Languages in which half-valid text is usual: documentation, templates. What cannot be read there is only noted. */
const lenient: ReadonlySet<Language> = new Set(["commands", "kubernetes", "azureml"]);

const syntaxError = "project/syntax-error";

/** The findings that the parsers made: one per rule and place. */
export function problemFindings(problems: readonly Problem[], severities: Severities): Finding[] {
  const findings = new Map<string, Finding>();
  for (const problem of problems) {
    const severity = severities.anywhere(problem.rule, problem.at);
    if (severity === "off") continue;
    const level = isLenient(problem) ? "note" : severity;
    const key = `${problem.rule}\0${placeKey(problem.at)}`;
    if (!findings.has(key)) findings.set(key, problemFinding(problem, level));
  }
  return [...findings.values()];
}

/** The inputs that could not be read: they decide the exit code, whatever the severity of their findings. */
export function inputFailures(problems: readonly Problem[]): Failure[] {
  return problems
    .filter((problem) => problem.rule === syntaxError && !isLenient(problem))
    .map((problem) => ({ message: `${where(problem.at)}: ${problem.message}`, file: problem.at.file, ours: false }));
}

function isLenient(problem: Problem): boolean {
  return problem.rule === syntaxError && lenient.has(problem.language);
}

function problemFinding(problem: Problem, level: Level): Finding {
  const trail = problem.trail ?? [];
  return {
    rule: problem.rule,
    level,
    message: problem.message,
    help: problem.help ?? "",
    at: problem.at,
    trail,
    related: trail,
    environments: problem.environments,
    resource: undefined,
    attribute: undefined,
    fingerprint: fingerprintOf(problem.rule, { root: problem.at.file, block: "" }, problem.message),
  };
}

function where(place: Place): string {
  return `${place.file}:${place.start.line}:${place.start.column}`;
}
