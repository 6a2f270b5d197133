import type { Finding } from "../engine/finding.ts";
import type { Level } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";
import { rulePage } from "./documentation.ts";
import { hidesOlder, leftOutSentences } from "./left-out.ts";
import { code, escapeMarkdown } from "./text/markdown-text.ts";
import { count, countFiles, countLevels, enumerate, namedEnvironments } from "./text/wording.ts";

const signs: Readonly<Record<Level, string>> = { error: "🔴 error", warning: "🟡 warning", note: "🔵 note" };

/** GitHub cuts a job summary at 1 MB. */
const mostRows = 1000;

/** A summary with a table, for job summaries and comments. */
export function formatMarkdown(report: Report): string {
  const sections = [verdict(report), table(report), failures(report), leftOut(report), lookedAt(report)];
  return `${["## ml-lint", ...sections.filter((section) => section !== "")].join("\n\n")}\n`;
}

function verdict(report: Report): string {
  const { counts, findings } = report;
  if (findings.length === 0) return hidesOlder(report) ? "No new findings." : "No findings.";
  const files = new Set(findings.map((finding) => finding.at.file)).size;
  return `**${countLevels(counts)} in ${count(files, "file")}.**`;
}

function table({ findings }: Report): string {
  if (findings.length === 0) return "";
  const rows = findings.slice(0, mostRows).map(row);
  const left = findings.length - rows.length;
  const more = left > 0 ? [``, `${count(left, "finding")} more are not shown.`] : [];
  return ["| Level | Where | What | Environments |", "|---|---|---|---|", ...rows, ...more].join("\n");
}

function row(finding: Finding): string {
  const { at, changedAt, level, rule, message, help, environments } = finding;
  const changed = changedAt === undefined ? "" : `<br>changed at ${code(`${changedAt.file}:${changedAt.start.line}`)}`;
  const place = `${code(`${at.file}:${at.start.line}`)}${changed}`;
  const advice = help === "" ? "" : `<br>${escapeMarkdown(help)}`;
  const what = `${escapeMarkdown(message)}${advice}<br>[${code(rule)}](${rulePage(rule)})`;
  const names = namedEnvironments(environments).map(escapeMarkdown).join(", ");
  return `| ${signs[level]} | ${place} | ${what} | ${names} |`;
}

function leftOut(report: Report): string {
  return leftOutSentences(report).map(escapeMarkdown).join(" ");
}

function failures(report: Report): string {
  if (report.failures.length === 0) return "";
  return ["**Failed:**", "", ...report.failures.map(({ message }) => `- ${escapeMarkdown(message)}`)].join("\n");
}

function lookedAt({ files, roots, undecided }: Report): string {
  const linted = countFiles(files);
  if (linted === "") return "Found nothing to lint.";
  const names = new Set(roots.flatMap((root) => root.environments.map((environment) => environment.name)));
  const environments = enumerate([...names].sort().map(escapeMarkdown), 12);
  const where = environments === "" ? "" : ` for ${environments}`;
  const open = undecided.length === 0 ? "" : ` ${count(undecided.length, "check")} could not be decided.`;
  return `Linted ${linted}${where}.${open}`;
}
