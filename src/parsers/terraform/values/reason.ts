import { isMapping, isSequence, isWhollyKnown, type TerraformValue } from "./value.ts";

/** Why what is computed of these values is unknown: the reason of the first unknown among or inside them. */
export function whyOf(values: Iterable<TerraformValue>): string {
  for (const value of values) {
    if (value.form === "unknown") return value.why;
    if (isWhollyKnown(value)) continue;
    if (isSequence(value)) return whyOf(value.items);
    if (isMapping(value)) return whyOf(value.entries.values());
  }
  return "the value is known only after apply";
}
