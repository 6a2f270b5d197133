import type { Finding } from "../engine/finding.ts";
import type { Report } from "../engine/report.ts";
import type { FormatOptions } from "./format.ts";
import { harmlessInLog } from "./text/harmless.ts";
import { conciseLine } from "./text/sentences.ts";
import { wrap } from "./text/width.ts";

/** The findings that comments, the configuration and a baseline leave out, each with the reason. */
export function listSuppressed({ suppressed, known }: Report, options: FormatOptions): string[] {
  const given = suppressed.map(({ finding, reason, at }) => {
    return describe(finding, `${at.file}:${at.start.line}: ${reason}`, options);
  });
  const listed = (known?.findings ?? []).map((finding) => describe(finding, undefined, options));
  return [
    ...(given.length > 0 ? [[options.style.strong("Suppressed:"), ...given].join("\n")] : []),
    ...(listed.length > 0 ? [[options.style.strong("Known:"), ...listed].join("\n")] : []),
  ];
}

function describe(finding: Finding, reason: string | undefined, { style, width }: FormatOptions): string {
  const [first, ...rest] = wrap(conciseLine(finding), width - 4);
  const lines = [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  if (reason === undefined) return lines.join("\n");
  return [...lines, ...wrap(harmlessInLog(reason), width - 4).map((line) => `    ${style.faint(line)}`)].join("\n");
}
