import { compareText } from "./element.ts";
import { orderKey } from "./equality.ts";
import { compareNumbers } from "./number.ts";
import type { Origin } from "./origin.ts";
import type { TerraformType } from "./type.ts";
import {
  contentOf,
  isWhollyKnown,
  type ListValue,
  type Marks,
  type TerraformValue,
  type UnknownValue,
  unknownValue,
  withoutMarks,
} from "./value.ts";

/**
 * A set: equal items become one (the first stays), all stand in Terraform's order, and the marks of items become those
 * of the set. Items that are not wholly known stay as they are.
 */
export function setValue(
  element: TerraformType,
  items: readonly TerraformValue[],
  origin: Origin,
  marks: Marks = 0,
): ListValue | UnknownValue {
  const content = contentOf(items);
  if (typeof content === "string") {
    return unknownValue({ kind: "set", element }, { why: content, notNull: true }, origin, marks);
  }
  const distinct = new Map<string, TerraformValue>();
  const open: TerraformValue[] = [];
  for (const item of items) {
    const plain = content.innerMarks === 0 ? item : withoutMarks(item);
    if (!isWhollyKnown(plain)) {
      open.push(plain);
      continue;
    }
    const key = orderKey(plain);
    if (!distinct.has(key)) distinct.set(key, plain);
  }
  const sorted = [...distinct].sort(compareItems).map(([, item]) => item);
  const all = open.length > 0 ? [...sorted, ...open] : sorted;
  const own = all.length === items.length ? content : (contentOf(all) as typeof content);
  return {
    form: "set",
    element,
    items: all,
    origin,
    ...own,
    marks: marks | content.innerMarks,
    innerMarks: 0,
  };
}

function compareItems([keyA, a]: [string, TerraformValue], [keyB, b]: [string, TerraformValue]): number {
  if (a.form === "null" || b.form === "null") return Number(a.form === "null") - Number(b.form === "null");
  if (a.form === "number" && b.form === "number") return compareNumbers(a.value, b.value);
  if (a.form === "string" && b.form === "string") return compareText(a.value, b.value);
  if (a.form === "bool" && b.form === "bool") return Number(a.value) - Number(b.value);
  return compareText(keyA, keyB);
}
