import { displayWidth } from "../../report/text/width.ts";
import { breakText } from "./break.ts";
import type { ComparisonOptions } from "./format.ts";
import { heading, paint, type ShownColumn, type ShownResource, type ShownRow } from "./shown.ts";

const gap = "  ";
const narrowest = 20;

/** Environments side by side; undefined where the screen is too narrow for that. */
export function layOut(
  columns: readonly ShownColumn[],
  resources: readonly ShownResource[],
  { style, width }: ComparisonOptions,
): string[] | undefined {
  const rows = resources.flatMap((resource) => resource.rows);
  const labelWidth = Math.max(0, ...rows.map(({ label }) => displayWidth(label)));
  const natural = columns.map((column, index) => {
    const texts = [column.name, column.tier, ...rows.map(({ cells }) => cells[index]!.text)];
    return Math.max(...texts.map(displayWidth));
  });
  const widths = shareOut(natural, width - labelWidth - gap.length * (columns.length + 1));
  if (widths === undefined) return undefined;
  const indent = " ".repeat(labelWidth + gap.length);
  const line = (texts: readonly string[]) =>
    `${gap}${texts.map((text, index) => pad(text, widths[index]!)).join(gap)}`.trimEnd();
  const lines = [
    indent + style.strong(line(columns.map(({ name }) => name))),
    indent + style.faint(line(columns.map(({ tier }) => tier))),
  ];
  for (const resource of resources) {
    lines.push("", ...heading(resource, { style, width }));
    for (const row of resource.rows) lines.push(...rowLines(row, labelWidth, widths, style));
  }
  return lines;
}

function rowLines(
  { mark, label, cells }: ShownRow,
  labelWidth: number,
  widths: readonly number[],
  style: ComparisonOptions["style"],
): string[] {
  const broken = cells.map(({ text }, index) => breakText(text, widths[index]!));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const start = at === 0 ? `${pad(mark, 1)} ${pad(label, labelWidth)}` : " ".repeat(labelWidth + gap.length);
    const painted = broken.map((lines, index) => {
      const text = lines[at] ?? "";
      const space = " ".repeat(Math.max(0, widths[index]! - displayWidth(text)));
      return (text === "" ? "" : paint(text, cells[index]!, style)) + (index === broken.length - 1 ? "" : space);
    });
    return `${start}${gap}${painted.join(gap)}`.trimEnd();
  });
}

/** The widest columns shrink to one width until all fit; undefined where they would become too narrow to read. */
function shareOut(natural: readonly number[], available: number): number[] | undefined {
  const total = (most: number) => natural.reduce((sum, width) => sum + Math.min(width, most), 0);
  let most = Math.max(...natural);
  while (most >= narrowest && total(most) > available) most--;
  return total(most) <= available ? natural.map((width) => Math.min(width, most)) : undefined;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}
