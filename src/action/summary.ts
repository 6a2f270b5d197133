import type { Finding } from "../engine/finding.ts";
import { type Level, levels } from "../engine/level.ts";
import { compareFindings } from "../engine/merge.ts";
import type { Report } from "../engine/report.ts";
import type { Environment, Tier } from "../model/environment.ts";
import { type Place, placeKey } from "../model/place.ts";
import { rulePage } from "../report/documentation.ts";
import { hidesOlder, leftOutSentences } from "../report/left-out.ts";
import { code, escapeMarkdown } from "../report/text/markdown-text.ts";
import { count, countLevels } from "../report/text/wording.ts";
import { linkTo, type Web } from "./links.ts";

const signs: Readonly<Record<Level, string>> = { error: "🔴 error", warning: "🟡 warning", note: "🔵 note" };
const tierOrder: readonly Tier[] = ["production", "unclassified", "non-production"];

/** GitHub refuses a summary of more than 1,048,576 bytes. */
const mostRowBytes = 850_000;
const mostFailureBytes = 100_000;
/** More rows than a page shows without delay. */
const mostRows = 2000;

/** A finding in one environment, or in none in particular. */
interface Row {
  readonly environment: Environment | undefined;
  readonly finding: Finding;
}

/** The summary of a job: a table by environment and resource, with links to the lines at the commit. */
export function summaryOf(report: Report, web: Web | undefined): string {
  const left = leftOutSentences(report).map(escapeMarkdown).join(" ");
  const sections = ["## ml-lint", verdict(report), failures(report), table(report, web), left, lookedAt(report)];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function verdict(report: Report): string {
  const { counts, findings } = report;
  if (findings.length === 0) return hidesOlder(report) ? "No new findings." : "No findings.";
  const files = new Set(findings.map((finding) => finding.at.file)).size;
  return `**${countLevels(counts)} in ${count(files, "file")}.**`;
}

function failures({ failures }: Report): string {
  if (failures.length === 0) return "";
  const lines = failures.map(({ message }) => `- ${escapeMarkdown(message)}`);
  const shown = fitting(lines, mostFailureBytes);
  return ["**Failed:**", "", ...shown, ...moreOf(lines.length - shown.length, "failure", "- ")].join("\n");
}

function table({ findings }: Report, web: Web | undefined): string {
  if (findings.length === 0) return "";
  const rows = findings.flatMap(rowsOf).sort(compareRows);
  const lines = rows.slice(0, mostRows).map((row, index) => rowText(row, rows[index - 1], web));
  const shown = fitting(lines, mostRowBytes);
  const more = moreOf(rows.length - shown.length, "row", "\n");
  return ["| Environment | Resource | Level | Finding | Where |", "|---|---|---|---|---|", ...shown, ...more].join(
    "\n",
  );
}

/** The finding for each of its environments, with the level and the words that it has there. */
function rowsOf(finding: Finding): Row[] {
  const { environments, within } = finding;
  if (environments.length === 0) return [{ environment: undefined, finding }];
  return environments.map((environment) => {
    if (environments.length === 1 || !within) return { environment, finding };
    const alone = within(new Set([environment.name]));
    return { environment, finding: { ...alone, ...(finding.changedAt && { changedAt: finding.changedAt }) } };
  });
}

function compareRows(a: Row, b: Row): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareTexts(a.environment?.name ?? "", b.environment?.name ?? "") ||
    compareTexts(resourceKey(a), resourceKey(b)) ||
    levels.indexOf(a.finding.level) - levels.indexOf(b.finding.level) ||
    compareFindings(a.finding, b.finding)
  );
}

function rankOf({ environment }: Row): number {
  return environment === undefined ? tierOrder.length : tierOrder.indexOf(environment.tier);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function resourceKey({ finding: { resource } }: Row): string {
  return resource === undefined ? "" : `${resource.root}\0${resource.address}`;
}

/** A row names its environment and its resource where the row above does not. */
function rowText(row: Row, above: Row | undefined, web: Web | undefined): string {
  const { environment, finding } = row;
  const { message, help, level, rule } = finding;
  const isSameEnvironment = above !== undefined && above.environment?.name === environment?.name;
  const isSameResource = isSameEnvironment && resourceKey(above) === resourceKey(row);
  const name = environment === undefined || isSameEnvironment ? "" : `**${escapeMarkdown(environment.name)}**`;
  const advice = help === "" ? "" : `<br>${escapeMarkdown(help)}`;
  const what = `${escapeMarkdown(message)}${advice}<br>[${code(rule)}](${rulePage(rule)})`;
  const cells = [name, isSameResource ? "" : resourceText(finding), signs[level], what, placesText(finding, web)];
  return `| ${cells.join(" | ")} |`;
}

function resourceText({ resource }: Finding): string {
  if (resource === undefined) return "";
  return `${code(resource.address)}${resource.root === "" ? "" : `<br>in ${code(resource.root)}`}`;
}

/** Where it stands, which literal decides, and which line of the change touches it. */
function placesText({ at, trail, changedAt }: Finding, web: Web | undefined): string {
  const decided = trail.at(-1)?.at;
  const isSame = decided !== undefined && changedAt !== undefined && lineOf(decided) === lineOf(changedAt);
  const parts = [linkTo(at, web)];
  if (isSame) parts.push(`decided and changed at ${linkTo(decided, web)}`);
  else {
    if (decided !== undefined && placeKey(decided) !== placeKey(at)) parts.push(`decided at ${linkTo(decided, web)}`);
    if (changedAt !== undefined) parts.push(`changed at ${linkTo(changedAt, web)}`);
  }
  return parts.join("<br>");
}

function lineOf({ file, start }: Place): string {
  return `${file}:${start.line}`;
}

function lookedAt({ roots, undecided }: Report): string {
  if (roots.length === 0) return "Found nothing to lint.";
  return undecided.length === 0 ? "" : `${count(undecided.length, "check")} could not be decided.`;
}

/** As many of the lines, from the first one on, as have room. */
function fitting(lines: readonly string[], bytes: number): string[] {
  let used = 0;
  const end = lines.findIndex((line) => {
    used += Buffer.byteLength(line) + 1;
    return used > bytes;
  });
  return end < 0 ? [...lines] : lines.slice(0, end);
}

function moreOf(left: number, what: string, before: string): string[] {
  if (left <= 0) return [];
  return [`${before}${count(left, `more ${what} is`, `more ${what}s are`)} not shown.`];
}
