import type { Cell } from "../comparison.ts";

/** What marks a default, a secret and what is not there, in the words of a format. */
export interface CellWords {
  readonly nonexistent: string;
  readonly masked: string;
  /** A reference to the reason why it is not known. */
  readonly reason: (why: string) => string;
}

/** What a cell says, without what rules say against it. */
export function cellText({ state, text, why, defaultOf, sensitive }: Cell, words: CellWords): string {
  switch (state) {
    case "nonexistent":
      return words.nonexistent;
    case "unknown":
      return `${text === "" ? "unknown" : text}${why === undefined ? "" : words.reason(why)}`;
    case "inexpressible":
      return `not expressible${why === undefined ? "" : words.reason(why)}`;
    case "default":
      return `${text} (default of ${defaultOf})`;
    default:
      return sensitive ? words.masked : text;
  }
}
