import { displayWidth } from "../../report/text/width.ts";
import { breakText } from "./break.ts";
import type { ComparisonOptions } from "./format.ts";
import { heading, paint, type ShownCell, type ShownColumn, type ShownResource, type ShownRow } from "./shown.ts";

/** Environments below each other; those that say the same share a line. */
export function stack(
  columns: readonly ShownColumn[],
  resources: readonly ShownResource[],
  options: ComparisonOptions,
): string[] {
  const names = columns.map(({ name }) => name);
  const lines = columns.map(({ name, tier }) => `${name} ${options.style.faint(`(${tier})`)}`);
  for (const resource of resources) {
    lines.push("", ...heading(resource, options));
    for (const row of resource.rows) lines.push(...rowLines(row, names, options));
  }
  return lines;
}

function rowLines({ mark, label, cells }: ShownRow, names: readonly string[], options: ComparisonOptions): string[] {
  const { style, width } = options;
  const groups = groupCells(cells);
  const start = mark === "" ? " " : mark;
  if (groups.length === 1) {
    const { cell } = groups[0]!;
    const used = displayWidth(label) + 4;
    if (used + displayWidth(cell.text) <= width) return [`${start} ${label}: ${paint(cell.text, cell, style)}`];
  }
  const lines = [`${start} ${label}:`];
  for (const { cell, indexes } of groups) {
    const who = groups.length === 1 ? "" : `${indexes.map((index) => names[index]).join(", ")}: `;
    const [first, ...rest] = breakText(`${who}${cell.text}`, width - 8);
    const isOneLine = first!.startsWith(who);
    lines.push(`    ${isOneLine ? who + paint(first!.slice(who.length), cell, style) : first}`);
    lines.push(...rest.map((line) => `      ${paint(line, cell, style)}`));
  }
  return lines;
}

interface Group {
  readonly cell: ShownCell;
  readonly indexes: number[];
}

function groupCells(cells: readonly ShownCell[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, cell] of cells.entries()) {
    const group = groups.get(cell.text);
    if (group) group.indexes.push(index);
    else groups.set(cell.text, { cell, indexes: [index] });
  }
  return [...groups.values()];
}
