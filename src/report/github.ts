import type { Finding } from "../engine/finding.ts";
import type { Level } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";
import { harmless } from "./text/harmless.ts";
import { annotatedPlace, placesElsewhere, sentencesOf } from "./text/sentences.ts";

const commands: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

/** Annotations of GitHub Actions: workflow commands on standard output. */
export function formatGithub(report: Report): string {
  return report.findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function annotation(finding: Finding): string {
  const { file, start, end } = annotatedPlace(finding);
  const isOneLine = start.line === end.line;
  const properties: readonly (readonly [string, string | number])[] = [
    ["file", file],
    ["line", start.line],
    ["endLine", end.line],
    ...(isOneLine
      ? ([
          ["col", start.column],
          ["endColumn", Math.max(start.column, end.column - 1)],
        ] as const)
      : []),
    ["title", finding.rule],
  ];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(harmless(String(value)))}`).join(",");
  const sentences = [...sentencesOf(finding), ...placesElsewhere(finding)];
  return `::${commands[finding.level]} ${written}::${escapeData(harmless(sentences.join(" ")))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
