import type { Place } from "../../../model/place.ts";
import { anchored, type Origin, reached } from "../values/origin.ts";
import { type TerraformValue, withOrigin } from "../values/value.ts";

/** A value as it is seen where its name is used. */
export function namedAt<V extends TerraformValue>(value: V, use: Place, name: string): V {
  return withOrigin(value, reached(use, name, anchored(value.origin, use)));
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

/** An origin as seen from the whole expression; a literal inside it stays where it is written. */
export function seenFrom(origin: Origin, at: Place): Origin {
  return origin.by === "writing" ? origin : anchored(origin, at);
}
