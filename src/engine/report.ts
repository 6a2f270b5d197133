import type { Texts } from "../model/files.ts";
import type { Language, Root } from "../model/project.ts";
import type { Finding, UndecidedCheck } from "./finding.ts";
import type { Safety } from "./fix/change.ts";
import { type Level, levels } from "./level.ts";
import type { KnownFindings } from "./narrowing/baseline.ts";
import type { LeftOut } from "./narrowing/changes.ts";
import type { Rule } from "./rule.ts";
import type { RuleOutcome } from "./run.ts";
import type { SecretPlaces } from "./secret-places.ts";
import type { SuppressedFinding } from "./suppression/defects.ts";

/** What a run found: all that a format needs, and nothing it would have to compute. */
export interface Report {
  readonly version: string;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** What comments and the configuration suppress. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What a baseline knows; undefined where there is none. */
  readonly known?: KnownFindings;
  /** What a change or the files asked for have nothing to do with; undefined where everything is reported. */
  readonly leftOut?: LeftOut;
  readonly undecided: readonly UndecidedCheck[];
  readonly roots: readonly Root[];
  readonly files: ReadonlyMap<Language, number>;
  readonly counts: Readonly<Record<Level, number>>;
  /** The rules that ran, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** What could not be read or went wrong in us: it decides the exit code. */
  readonly failures: readonly Failure[];
  /** For code frames. */
  readonly texts: Texts;
  /** Of which fixes it was found out whether they can be applied; none where that was not asked for. */
  readonly tried?: readonly Safety[];
  /** What no code frame may show. */
  readonly secrets?: Pick<SecretPlaces, "in"> | undefined;
}

/** How many findings there are of each level. */
export function countLevels(findings: readonly Finding[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  for (const level of levels) counts[level] = findings.filter((finding) => finding.level === level).length;
  return counts;
}

/** An input that could not be read, or a rule of ours that crashed. */
export interface Failure {
  readonly message: string;
  readonly file: string | undefined;
  /** A rule's defect rather than the input's. */
  readonly ours: boolean;
}

/** What went wrong in us while reading. */
export function defectFailures(defects: readonly string[]): Failure[] {
  return defects.map((defect) => ({
    message: `${defect}. This is a defect of ml-lint; the rest was linted.`,
    file: undefined,
    ours: true,
  }));
}

/** Rules that crashed, as failures of ours. */
export function crashFailures(outcomes: readonly RuleOutcome[]): Failure[] {
  return outcomes.flatMap(({ rule, crash }) => {
    if (!crash) return [];
    const { error, resource } = crash;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the rule ${rule.id} failed on ${resource.identity.address}: ${reason}. This is a defect of ml-lint; the other rules ran.`;
    return [{ message, file: resource.header.file, ours: true }];
  });
}
