import type { Level } from "../../engine/level.ts";
import type { Tier } from "../../model/environment.ts";
import type { Style } from "../../report/text/style.ts";
import { displayWidth } from "../../report/text/width.ts";
import { breakText } from "./break.ts";
import type { ComparisonOptions } from "./format.ts";

/** A table in the words that reach the screen, before they are laid out. */
export interface ShownColumn {
  readonly name: string;
  readonly tier: Tier;
}

export interface ShownResource {
  readonly label: string;
  readonly address: string;
  /** The addresses of the same resource elsewhere, each with its column. */
  readonly others: readonly string[];
  readonly rows: readonly ShownRow[];
}

export interface ShownRow {
  readonly label: string;
  readonly mark: string;
  readonly cells: readonly ShownCell[];
}

export interface ShownCell {
  readonly text: string;
  readonly tone: Level | "accepted" | "faint" | "plain";
}

export function paint(text: string, { tone }: ShownCell, style: Style): string {
  if (tone === "plain" || tone === "accepted") return text;
  return tone === "faint" ? style.faint(text) : style.level(tone, text);
}

/** The lines that begin a resource: what it is, its address, and how it is called elsewhere. */
export function heading({ label, address, others }: ShownResource, { style, width }: ComparisonOptions): string[] {
  const isShort = displayWidth(label) + 1 + displayWidth(address) <= width;
  const below = (text: string) => breakText(text, width - 2).map((line) => `  ${style.faint(line)}`);
  const first = isShort ? [`${style.strong(label)} ${style.faint(address)}`] : [style.strong(label), ...below(address)];
  return [...first, ...others.flatMap(below)];
}
