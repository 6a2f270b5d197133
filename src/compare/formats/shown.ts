import type { Level } from "../../engine/level.ts";
import type { Tier } from "../../model/environment.ts";
import type { Style } from "../../report/style.ts";

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

/** The line that begins a resource, and those below it that say how it is called elsewhere. */
export function heading({ label, address, others }: ShownResource, style: Style): string[] {
  return [`${style.strong(label)} ${style.faint(address)}`, ...others.map((other) => `  ${style.faint(other)}`)];
}
