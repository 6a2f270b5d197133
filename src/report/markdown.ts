import type { Finding } from "../engine/finding.ts";
import type { Level } from "../engine/level.ts";
import type { Report } from "../engine/report.ts";
import { rulePage } from "./documentation.ts";
import { code, escapeMarkdown } from "./markdown-text.ts";
import { count, countFiles, countLevels, enumerate, namedEnvironments } from "./wording.ts";

const signs: Readonly<Record<Level, string>> = { error: "🔴 error", warning: "🟡 warning", note: "🔵 note" };

/** GitHub cuts a job summary at 1 MB. */
const mostRows = 1000;

/** A summary with a table, for job summaries and comments. */
export function formatMarkdown(report: Report): string {
  const sections = [verdict(report), table(report), failures(report), lookedAt(report)];
  return `${["## ml-lint", ...sections.filter((section) => section !== "")].join("\n\n")}\n`;
}

function verdict({ counts, findings }: Report): string {
  if (findings.length === 0) return "No findings.";
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
  const { at, level, rule, message, help, environments } = finding;
  const place = code(`${at.file}:${at.start.line}`);
  const advice = help === "" ? "" : `<br>${escapeMarkdown(help)}`;
  const what = `${escapeMarkdown(message)}${advice}<br>[${code(rule)}](${rulePage(rule)})`;
  const names = namedEnvironments(environments).map(escapeMarkdown).join(", ");
  return `| ${signs[level]} | ${place} | ${what} | ${names} |`;
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
