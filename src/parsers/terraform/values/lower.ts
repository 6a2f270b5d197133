import type { Place } from "../../../model/place.ts";
import type { Entry, Tree } from "../../../model/tree.ts";
import { entriesOf, itemsOf } from "./element.ts";
import { toFloat } from "./number.ts";
import { trailOf } from "./origin.ts";
import {
  type BoolValue,
  ephemeral,
  isMapping,
  isSequence,
  type NumberValue,
  type StringValue,
  sensitive,
  type TerraformValue,
} from "./value.ts";

/**
 * A value as the model's tree. `header` is the line that opens the mapping in which the value is written; a mapping
 * inside it is opened where it is written itself.
 */
export function toTree(value: TerraformValue, header: Place = value.origin.at): Tree {
  const at = value.origin.at;
  const trail = trailOf(value.origin);
  if (value.marks === 0 && "value" in value) return { form: "leaf", at, trail, value: leafOf(value) };
  const masked = (value.marks & (sensitive | ephemeral)) !== 0 ? { sensitive: true as const } : undefined;
  const node = { at, trail, ...masked };
  if (value.form === "unknown") {
    const { why, pieces, target } = value;
    return { form: "undecided", ...node, why, ...(pieces && { pieces }), ...(target && { target }) };
  }
  if (isSequence(value)) return { form: "list", ...node, items: itemsOf(value).map((item) => toTree(item)) };
  if (isMapping(value)) {
    const entries = new Map<string, Entry>();
    for (const [name, inner] of entriesOf(value)) {
      entries.set(name, { key: value.keys?.get(name) ?? inner.origin.at, value: toTree(inner) });
    }
    return { form: "mapping", ...node, entries, header };
  }
  if (value.form === "null") return { form: "leaf", ...node, value: null };
  return { form: "leaf", ...node, value: leafOf(value) };
}

function leafOf(value: StringValue | NumberValue | BoolValue): string | number | boolean {
  return value.form === "number" ? toFloat(value.value) : value.value;
}
