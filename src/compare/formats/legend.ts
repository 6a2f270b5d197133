import type { Level } from "../../engine/level.ts";
import { levelOrder } from "../../report/text/wording.ts";
import type { Cell } from "../comparison.ts";
import type { Objection } from "../objections.ts";

/** A rule that objects in a table, under its number; with the reason where a comment accepts it. */
export interface NumberedRule {
  readonly number: number;
  readonly rule: string;
  readonly accepted: string | undefined;
}

/** Numbers the rules and letters the reasons of one table, in the order in which they are met. */
export class Legend {
  readonly #rules = new Map<string, NumberedRule>();
  readonly #reasons = new Map<string, string>();

  /** The numbers of what a cell's rules object, each once. */
  numbers({ objections }: Cell): number[] {
    return [...new Set(objections.map((objection) => this.#numberOf(objection)))].sort((a, b) => a - b);
  }

  /** The letter of the reason why something is not known. */
  letter(why: string): string {
    const known = this.#reasons.get(why) ?? letterOf(this.#reasons.size);
    this.#reasons.set(why, known);
    return known;
  }

  get rules(): readonly NumberedRule[] {
    return [...this.#rules.values()];
  }

  get reasons(): readonly { readonly letter: string; readonly why: string }[] {
    return [...this.#reasons].map(([why, letter]) => ({ letter, why }));
  }

  #numberOf({ rule, accepted }: Objection): number {
    const key = `${rule}\0${accepted ?? ""}`;
    const known = this.#rules.get(key) ?? { number: this.#rules.size + 1, rule, accepted };
    this.#rules.set(key, known);
    return known.number;
  }
}

/** How bad the worst is that rules say against a cell; `accepted` where comments accept all of it. */
export function gravityOf({ objections }: Cell): Level | "accepted" | undefined {
  if (objections.length === 0) return undefined;
  const open = objections.filter(({ accepted }) => accepted === undefined);
  return levelOrder.find((level) => open.some((objection) => objection.level === level)) ?? "accepted";
}

/** a to z, then aa, ab and so on. */
function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
