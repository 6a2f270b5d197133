import type { Level } from "../../engine/level.ts";
import { rulePage } from "../../report/documentation.ts";
import { code, escapeMarkdown } from "../../report/text/markdown-text.ts";
import { withoutLongExpressions } from "../address.ts";
import type { Cell, ComparedResource, Comparison, Row, Table } from "../comparison.ts";
import { cellText } from "./cell-text.ts";
import { gravityOf, Legend } from "./legend.ts";
import { summaryOf } from "./summary.ts";

const signs: Readonly<Record<Level | "accepted", string>> = {
  error: "🔴",
  warning: "🟡",
  note: "🔵",
  accepted: "⚪",
};

/** For wikis, pull requests and audit files: one table for each root. */
export function formatMarkdown(comparison: Comparison): string {
  const tables = comparison.tables.map((table) => showTable(table, comparison));
  const failures = comparison.failures.map(({ message }) => `- ${escapeMarkdown(message)}`);
  const failed = failures.length === 0 ? [] : [["**Failed:**", "", ...failures].join("\n")];
  return `${["# Controls", ...tables, ...failed, escapeMarkdown(summaryOf(comparison))].join("\n\n")}\n`;
}

function showTable(table: Table, comparison: Comparison): string {
  const legend = new Legend();
  const names = table.columns.map(({ name, environment }) => `${escapeMarkdown(name)}<br>${environment.tier}`);
  const rows = table.resources.flatMap((resource) => [
    resourceRow(resource, table),
    ...resource.rows.map((row) => controlRow(row, legend)),
  ]);
  const lines = [`| Control | ${names.join(" | ")} |`, `|---|${"---|".repeat(names.length)}`, ...rows];
  const gaps = table.gaps.map((gap) => `Incomplete: ${escapeMarkdown(gap)}`);
  const parts = [
    `## ${code(table.title)}`,
    lines.join("\n"),
    marksUsed(table),
    legendLines(legend, comparison),
    ...gaps,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function resourceRow({ label, address, members }: ComparedResource, { columns }: Table): string {
  const cells = members.map((member) => {
    const other = member?.identity.address;
    return other === undefined || other === address ? "" : code(withoutLongExpressions(other));
  });
  return (
    `| **${escapeMarkdown(label)}**<br>${code(withoutLongExpressions(address))} | ${cells.join(" | ")} |`.replace(
      / {2,}/g,
      " ",
    ) + (columns.length === 0 ? "|" : "")
  );
}

function controlRow({ label, sameness, cells }: Row, legend: Legend): string {
  const mark = sameness === "different" ? " ≠" : sameness === "open" ? " ?" : "";
  return `| ${escapeMarkdown(label)}${mark} | ${cells.map((cell) => showCell(cell, legend)).join(" | ")} |`;
}

function showCell(cell: Cell, legend: Legend): string {
  const reasons: string[] = [];
  const words = {
    nonexistent: "–",
    masked: "••••••••",
    reason: (why: string) => {
      reasons.push(legend.letter(why));
      return "";
    },
  };
  const text = escapeMarkdown(cellText(cell, words));
  const gravity = gravityOf(cell);
  const references = [...reasons, ...legend.numbers(cell)];
  const notes = references.length === 0 ? "" : ` <sup>${references.join(", ")}</sup>`;
  return gravity === undefined ? `${text}${notes}` : `${signs[gravity]} ${text}${notes}`;
}

function marksUsed({ resources }: Table): string {
  const rows = resources.flatMap((resource) => resource.rows);
  const cells = rows.flatMap((row) => row.cells);
  const used = new Set(cells.map(gravityOf));
  const meanings = [
    ...(["error", "warning", "note"] as const)
      .filter((level) => used.has(level))
      .map((level) => `${signs[level]} ${level}`),
    ...(used.has("accepted") ? [`${signs.accepted} accepted`] : []),
    ...(rows.some(({ sameness }) => sameness === "different") ? ["≠ environments differ"] : []),
    ...(rows.some(({ sameness }) => sameness === "open") ? ["? environments may differ"] : []),
    ...(cells.some(({ state }) => state === "nonexistent") ? ["– does not exist there"] : []),
  ];
  return meanings.join(" · ");
}

function legendLines(legend: Legend, { titles }: Comparison): string {
  const rules = legend.rules.map(({ number, rule, accepted }) => {
    const title = titles.get(rule);
    const why = accepted === undefined ? "" : ` (accepted: ${escapeMarkdown(accepted)})`;
    return `- <sup>${number}</sup> [${code(rule)}](${rulePage(rule)})${title === undefined ? "" : `: ${escapeMarkdown(title)}`}${why}`;
  });
  const reasons = legend.reasons.map(({ letter, why }) => `- <sup>${letter}</sup> ${escapeMarkdown(why)}`);
  return [...rules, ...reasons].join("\n");
}
