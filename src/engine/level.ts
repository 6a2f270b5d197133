import type { Tier } from "../model/environment.ts";

/** How bad a finding is; the words are SARIF's. */
export type Level = "error" | "warning" | "note";

export type Severity = Level | "off";

/** Worst first. */
export const levels: readonly Level[] = ["error", "warning", "note"];

/** The severity of a rule in each tier; a tier that is off lists no finding. */
export type SeverityByTier = Readonly<Record<Tier, Severity>>;

/** Whether `level` is at least as bad as `threshold`. */
export function reaches(level: Level, threshold: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(threshold);
}
