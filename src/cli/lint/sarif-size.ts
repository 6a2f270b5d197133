import { gzipSync } from "node:zlib";
import type { Report } from "../../engine/report.ts";
import type { FormatOptions } from "../../report/format.ts";
import { githubLimits, type SarifLimits, selectForSarif } from "../../report/sarif/limits.ts";
import { formatSarif } from "../../report/sarif/sarif.ts";

/** GitHub takes files up to this size, compressed. */
const mostBytes = 10 * 1000 * 1000;

export interface FittedSarif {
  readonly text: string;
  /** What had to be left out and why. */
  readonly sentences: readonly string[];
}

/** SARIF that GitHub takes: where the file would be too large, with as many of the worst findings as fit. */
export function formatFittingSarif(report: Report, options: FormatOptions, most = mostBytes): FittedSarif {
  let limits: SarifLimits = githubLimits;
  let text = formatSarif(report, options);
  let size = sizeOf(text, most);
  while (size > most && limits.results > 1) {
    const shown = Math.min(limits.results, report.findings.length);
    const results = Math.max(1, Math.floor(Math.min(0.9, (0.95 * most) / size) * shown));
    limits = { results, why: "GitHub takes files up to 10 MB compressed" };
    text = formatSarif(report, { ...options, sarifLimits: limits });
    size = sizeOf(text, most);
  }
  return { text, sentences: selectForSarif(report.findings, limits).sentences };
}

/** What is small enough as it is needs no compressing. */
function sizeOf(text: string, most: number): number {
  return text.length * 3 <= most ? 0 : gzipSync(text, { level: 1 }).length;
}
