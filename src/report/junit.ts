import type { Finding } from "../engine/finding.ts";
import type { Failure, Report } from "../engine/report.ts";
import { harmless } from "./text/harmless.ts";
import { decidedAt, sentencesOf } from "./text/sentences.ts";

/**
 * JUnit XML: a suite for each file, a case for each finding. A note passes and speaks in its output, because a reader of
 * JUnit takes every failure for a failed build.
 */
export function formatJunit(report: Report): string {
  const suites = [...filesOf(report.findings)].map(([file, findings]) => suite(file, findings));
  const own = ownSuite(report.failures, suites.length === 0);
  const failures = report.findings.filter(isFailure).length;
  const tests = report.findings.length + report.failures.length + (own.isPassed ? 1 : 0);
  const counts = `tests="${tests}" failures="${failures}" errors="${report.failures.length}"`;
  const content = [...suites, own.text].filter((text) => text !== "").join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ml-lint" ${counts}>\n${content}\n</testsuites>\n`;
}

function filesOf(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = files.get(finding.at.file);
    if (group) group.push(finding);
    else files.set(finding.at.file, [finding]);
  }
  return files;
}

function isFailure(finding: Finding): boolean {
  return finding.level !== "note";
}

function suite(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(isFailure).length;
  const cases = findings.map((finding) => testCase(file, finding)).join("\n");
  const counts = `tests="${findings.length}" failures="${failures}" errors="0"`;
  return `  <testsuite name="${escapeXml(file)}" ${counts}>\n${cases}\n  </testsuite>`;
}

function testCase(file: string, finding: Finding): string {
  const { start } = finding.at;
  const name = escapeXml(`${finding.rule} at ${start.line}:${start.column}`);
  const [message, ...rest] = sentencesOf(finding);
  const decided = decidedAt(finding);
  const place = `${file}:${start.line}:${start.column}`;
  const details = [message!, ...rest, place, ...(decided === undefined ? [] : [`decided at ${decided}`])];
  const text = details.map(escapeXml).join("\n");
  const body = isFailure(finding)
    ? `      <failure type="${finding.level}" message="${escapeXml(message!)}">${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return `    <testcase classname="${escapeXml(file)}" name="${name}">\n${body}\n    </testcase>`;
}

/** Failures, and one passed case where there is nothing else: some readers reject a report without any. */
function ownSuite(failures: readonly Failure[], isOnly: boolean): { text: string; isPassed: boolean } {
  const isPassed = isOnly && failures.length === 0;
  if (!isPassed && failures.length === 0) return { text: "", isPassed };
  const errors = failures.map(({ message, file }) => {
    const name = escapeXml(file ?? "ml-lint");
    return `    <testcase classname="ml-lint" name="${name}">\n      <error message="${escapeXml(message)}"/>\n    </testcase>`;
  });
  const cases = isPassed ? ['    <testcase classname="ml-lint" name="no findings"/>'] : errors;
  const counts = `tests="${cases.length}" failures="0" errors="${failures.length}"`;
  return { text: `  <testsuite name="ml-lint" ${counts}>\n${cases.join("\n")}\n  </testsuite>`, isPassed };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escapeXml(text: string): string {
  return harmless(text)
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}
