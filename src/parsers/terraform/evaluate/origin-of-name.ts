import type { Place, SourceText } from "../../../model/place.ts";
import type { Expression } from "../read/syntax.ts";
import { anchored, reached } from "../values/origin.ts";
import { type TerraformValue, withOrigin } from "../values/value.ts";

/** A value as it is seen where its name is used. */
export function namedAt<V extends TerraformValue>(value: V, use: Place, name: string): V {
  const { origin } = value;
  if (origin.by === "reference") return withOrigin(value, reached(use, name, anchored(origin, use)));
  if (origin.at === use) return withOrigin(value, reached(use, name, origin));
  return withOrigin(value, reached(use, name, reached(use, `value of ${name}`, origin)));
}

/**
 * A value with the words for the place that decides it, such as "default of var.sku", unless a reference there says
 * where it comes from.
 */
export function decidedAt<V extends TerraformValue>(value: V, words: string): V {
  return value.origin.by === "reference" ? value : arrivedAt(value, words);
}

/** A value with the words for the place where it enters a module. */
export function arrivedAt<V extends TerraformValue>(value: V, words: string): V {
  return withOrigin(value, reached(value.origin.at, words, value.origin));
}

/** A value as seen from the whole expression; a literal inside it stays where it is written. */
export function seenAs<V extends TerraformValue>(value: V, source: SourceText, expression: Expression): V {
  if (value.origin.by === "writing" || expression.type === "reference") return value;
  return withOrigin(value, anchored(value.origin, source.place(expression.from, expression.to)));
}
