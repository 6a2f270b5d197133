import type { Report } from "../engine/report.ts";
import { conciseLine } from "./text/sentences.ts";

/** One line for each finding, as editors and `grep` like it. */
export function formatConcise(report: Report): string {
  return report.findings.map((finding) => `${conciseLine(finding)}\n`).join("");
}
