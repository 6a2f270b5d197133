import { count, enumerate } from "../../report/text/wording.ts";
import type { Comparison, Sameness, Table } from "../comparison.ts";
import { gravityOf } from "./legend.ts";

/** How much was compared, and what an auditor should look at, in sentences. */
export function summaryOf(comparison: Comparison): string {
  const { tables, emptyRoots, differencesOnly } = comparison;
  const rest = emptyRoots === 0 ? "" : ` ${leftOut(emptyRoots, tables.length > 0)}`;
  if (tables.length === 0) return `${differencesOnly ? "No environments differ." : "Found nothing to compare."}${rest}`;
  const resources = tables.reduce((sum, table) => sum + table.resources.length, 0);
  const rows = tables.flatMap((table) => table.resources.flatMap((resource) => resource.rows));
  const facts = [
    ...countRows(rows.filter((row) => is(row.sameness, "different")).length, "differs", "differ"),
    ...countRows(rows.filter((row) => is(row.sameness, "open")).length, "may differ", "may differ"),
    ...objected(tables),
    ...countRows(rows.filter((row) => row.cells.some(({ state }) => state === "unknown")).length, ...unknownWords),
  ];
  const whole = `${count(rows.length, "control")} of ${count(resources, "resource")}`;
  return `${whole}${facts.length === 0 ? "" : `: ${enumerate(facts)}`}.${rest}`;
}

const unknownWords = ["is not wholly known", "are not wholly known"] as const;

function is(sameness: Sameness, wanted: Sameness): boolean {
  return sameness === wanted;
}

function objected(tables: readonly Table[]): string[] {
  const rows = tables.flatMap((table) => table.resources.flatMap((resource) => resource.rows));
  const raised = rows.filter((row) => row.cells.some((cell) => !["accepted", undefined].includes(gravityOf(cell))));
  return countRows(raised.length, "breaks a rule", "break a rule");
}

function countRows(amount: number, one: string, many: string): string[] {
  return amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`];
}

function leftOut(roots: number, more: boolean): string {
  return more
    ? `${count(roots, "other root holds", "other roots hold")} nothing to compare.`
    : `${count(roots, "root was", "roots were")} read.`;
}
