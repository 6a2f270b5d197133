import type { Level } from "../../engine/level.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import type { Style } from "../../report/text/style.ts";
import { wrap } from "../../report/text/width.ts";
import { withoutLongExpressions } from "../address.ts";
import type { Cell, ComparedResource, Comparison, Table } from "../comparison.ts";
import { cellText } from "./cell-text.ts";
import { layOut } from "./columns.ts";
import type { ComparisonOptions } from "./format.ts";
import { gravityOf, Legend } from "./legend.ts";
import type { ShownCell, ShownResource } from "./shown.ts";
import { stack } from "./stacked.ts";
import { summaryOf } from "./summary.ts";

/** For people: environments in columns side by side, or one below the other where the screen is too narrow. */
export function formatPretty(comparison: Comparison, options: ComparisonOptions): string {
  const { width, style } = options;
  const tables = comparison.tables.map((table) => showTable(table, comparison, options));
  const failures = comparison.failures.map(({ message }) => {
    const lines = wrap(harmlessInLog(message), width - 2, "failed:".length);
    return `${style.level("error", "failed:")} ${lines.join("\n  ")}`;
  });
  return `${[...tables, ...failures, wrap(summaryOf(comparison), width).join("\n")].join("\n\n")}\n`;
}

function showTable(table: Table, comparison: Comparison, options: ComparisonOptions): string {
  const { style, width } = options;
  const legend = new Legend();
  const resources = table.resources.map((resource) => showResource(resource, table, legend, style));
  const columns = table.columns.map(({ name, environment }) => ({
    name: harmlessInLog(name),
    tier: environment.tier,
  }));
  const lines = layOut(columns, resources, options) ?? stack(columns, resources, options);
  const notes = [...marksUsed(table, options), ...legendLines(legend, comparison, options)];
  const gaps = table.gaps.flatMap((gap) => wrap(harmlessInLog(`Incomplete: ${gap}`), width));
  const parts = [[style.strong(harmlessInLog(table.title)), "", ...lines], notes, gaps];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

function showResource(resource: ComparedResource, table: Table, legend: Legend, style: Style): ShownResource {
  const others = resource.members.flatMap((member, index) => {
    const address = member?.identity.address;
    if (address === undefined || address === resource.address) return [];
    return [`${table.columns[index]!.name}: ${withoutLongExpressions(address)}`];
  });
  return {
    label: resource.label,
    address: harmlessInLog(withoutLongExpressions(resource.address)),
    others: others.map(harmlessInLog),
    rows: resource.rows.map(({ label, sameness, cells }) => ({
      label,
      mark: sameness === "different" ? style.marks.differs : sameness === "open" ? "?" : "",
      cells: cells.map((cell) => showCell(cell, legend, style)),
    })),
  };
}

const levelMarks = { warning: "!", note: "i", accepted: "~" } as const;

function markOf(gravity: Level | "accepted", style: Style): string {
  return gravity === "error" ? style.marks.objects : levelMarks[gravity];
}

function showCell(cell: Cell, legend: Legend, { marks }: Style): ShownCell {
  const words = { nonexistent: marks.dash, masked: marks.masked, reason: (why: string) => ` [${legend.letter(why)}]` };
  const text = harmlessInLog(cellText(cell, words));
  const gravity = gravityOf(cell);
  if (gravity === undefined) return { text, tone: cell.state === "set" ? "plain" : toneOf(cell) };
  const mark = gravity === "error" ? marks.objects : levelMarks[gravity];
  return { text: `${text} ${mark}[${legend.numbers(cell).join(",")}]`, tone: gravity };
}

function toneOf({ state }: Cell): ShownCell["tone"] {
  return state === "nonexistent" || state === "default" ? "faint" : "plain";
}

/** What the marks mean that the table uses. */
function marksUsed({ resources }: Table, { style, width }: ComparisonOptions): string[] {
  const rows = resources.flatMap((resource) => resource.rows);
  const cells = rows.flatMap((row) => row.cells);
  const used = new Set(cells.map(gravityOf));
  const meanings = [
    ...(["error", "warning", "note"] as const)
      .filter((level) => used.has(level))
      .map((level) => `${markOf(level, style)} ${level}`),
    ...(used.has("accepted") ? [`${markOf("accepted", style)} accepted`] : []),
    ...(rows.some(({ sameness }) => sameness === "different") ? [`${style.marks.differs} environments differ`] : []),
    ...(rows.some(({ sameness }) => sameness === "open") ? ["? environments may differ"] : []),
    ...(cells.some(({ state }) => state === "nonexistent") ? [`${style.marks.dash} does not exist there`] : []),
  ];
  const space = "\u00a0";
  const lines = wrap(meanings.map((meaning) => meaning.replaceAll(" ", space)).join("   "), width);
  return meanings.length === 0 ? [] : lines.map((line) => style.faint(line.replaceAll(space, " ").trim()));
}

function legendLines(legend: Legend, { titles }: Comparison, { style, width }: ComparisonOptions): string[] {
  const rules = legend.rules.map(({ number, rule, accepted }) => {
    const title = titles.get(rule);
    const why = accepted === undefined ? "" : ` (accepted: ${accepted})`;
    return hang(`[${number}]`, `${rule}${title === undefined ? "" : `: ${title}`}${why}`, width, style);
  });
  const reasons = legend.reasons.map(({ letter, why }) => hang(`[${letter}]`, why, width, style));
  return [...rules, ...reasons];
}

function hang(mark: string, text: string, width: number, style: Style): string {
  const lines = wrap(harmlessInLog(text), width - 6);
  return `${style.faint(mark.padEnd(5))}${lines.join("\n     ")}`;
}
