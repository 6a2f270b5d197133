import type { Style } from "../../report/text/style.ts";
import type { Comparison } from "../comparison.ts";

/** Turns a comparison into text that ends with a line break. */
export type ComparisonFormat = (comparison: Comparison, options: ComparisonOptions) => string;

export interface ComparisonOptions {
  readonly style: Style;
  /** Columns of the screen. */
  readonly width: number;
}
