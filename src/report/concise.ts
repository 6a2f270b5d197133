import type { Report } from "../engine/report.ts";
import { harmlessInLog } from "./harmless.ts";
import { namedEnvironments } from "./wording.ts";

/** One line for each finding, as editors and `grep` like it. */
export function formatConcise(report: Report): string {
  return report.findings.map((finding) => `${conciseLine(finding)}\n`).join("");
}

export function conciseLine({ at, level, rule, message, environments }: Report["findings"][number]): string {
  const names = namedEnvironments(environments);
  const where = names.length === 0 ? "" : ` [${names.join(", ")}]`;
  const { file, start } = at;
  return harmlessInLog(`${file}:${start.line}:${start.column}: ${level} ${rule}: ${message}${where}`);
}
