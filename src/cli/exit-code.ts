import { type Level, levels, reaches } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";

/** What the command tells the shell. */
export const exitCodes = { fine: 0, findings: 1, wrongUsage: 2, failure: 3 } as const;

/** The exit code of a run: an input that could not be read outweighs findings; the format has no say. */
export function exitCodeOf(report: Pick<Report, "failures" | "counts">, failOn: Level | "never"): number {
  if (report.failures.length > 0) return exitCodes.failure;
  if (failOn === "never") return exitCodes.fine;
  const isReached = levels.some((level) => report.counts[level] > 0 && reaches(level, failOn));
  return isReached ? exitCodes.findings : exitCodes.fine;
}
