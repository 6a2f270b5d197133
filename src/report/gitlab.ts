import type { Level } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";
import { harmless, harmlessJson } from "./text/harmless.ts";
import { annotatedPlace, placesElsewhere, sentencesOf } from "./text/sentences.ts";

const severities: Readonly<Record<Level, string>> = { error: "critical", warning: "major", note: "info" };

/** GitLab's code quality report. GitLab drops entries whose fingerprint it has seen, so equal ones are numbered. */
export function formatGitlab(report: Report): string {
  const seen = new Map<string, number>();
  const issues = report.findings.map((finding) => {
    const times = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, times);
    const { file, start, end } = annotatedPlace(finding);
    const found = finding.changedAt === undefined ? [] : placesElsewhere(finding);
    return {
      description: harmless([...sentencesOf(finding), ...found].join(" ")),
      check_name: finding.rule,
      fingerprint: times === 1 ? finding.fingerprint : `${finding.fingerprint}-${times}`,
      severity: severities[finding.level],
      location: {
        path: file,
        lines: { begin: start.line, end: end.line },
      },
    };
  });
  return `${harmlessJson(issues)}\n`;
}
