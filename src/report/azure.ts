import type { Finding } from "../engine/finding.ts";
import type { Report } from "../engine/report.ts";
import { harmlessInLog } from "./text/harmless.ts";
import { annotatedPlace, conciseLine, placesElsewhere, sentencesOf } from "./text/sentences.ts";

/** Issues of an Azure Pipelines run. It knows errors and warnings only, so notes are plain lines of its log. */
export function formatAzure(report: Report): string {
  return report.findings.map((finding) => `${issue(finding)}\n`).join("");
}

function issue(finding: Finding): string {
  if (finding.level === "note") return conciseLine(finding);
  const { file, start } = annotatedPlace(finding);
  const properties: readonly (readonly [string, string | number])[] = [
    ["type", finding.level],
    ["sourcepath", file],
    ["linenumber", start.line],
    ["columnnumber", start.column],
    ["code", finding.rule],
  ];
  const written = properties
    .map(([name, value]) => `${name}=${escapeProperty(harmlessInLog(String(value)))};`)
    .join("");
  const sentences = [...sentencesOf(finding), ...placesElsewhere(finding)];
  return `##vso[task.logissue ${written}]${escapeData(harmlessInLog(sentences.join(" ")))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll("]", "%5D").replaceAll(";", "%3B");
}
