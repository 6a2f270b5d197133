import type { Failure, Report } from "../engine/report.ts";

/** The failures that no finding of the report already tells. */
export function untoldFailures({ failures, findings }: Report): Failure[] {
  if (failures.length === 0) return [];
  const told = new Set(findings.map(({ at, message }) => `${at.file}:${at.start.line}:${at.start.column}: ${message}`));
  return failures.filter((failure) => !told.has(failure.message));
}
