import { itemsOf } from "../values/element.ts";
import { dynamicType } from "../values/type.ts";
import {
  failure,
  isOpenSet,
  isSequence,
  largestValue,
  type Outcome,
  type SequenceValue,
  type TerraformValue,
  tupleValue,
  withMarks,
} from "../values/value.ts";
import type { Call } from "./call.ts";

/** Puts the items of inner lists, sets and tuples, at any depth, into one tuple. */
export function flatten(call: Call): Outcome {
  const value = call.args[0]!;
  if (value.form === "unknown") {
    const { kind } = value.type;
    if (kind !== "dynamic" && kind !== "list" && kind !== "set" && kind !== "tuple") return notAList();
    return withMarks(call.unknown(dynamicType), value.marks);
  }
  if (!isSequence(value)) return notAList();
  const items: TerraformValue[] = [];
  const open = collect(value, items);
  const marks = open.marks | value.marks;
  if (open.unknown) return withMarks(call.unknown(dynamicType), marks);
  return tupleValue(items, call.origin, marks);
}

function notAList(): Outcome {
  return failure("a list, a set or a tuple is required", 0);
}

/** Depth is bounded by that of values. Marks of inner lists become those of the result. */
function collect(value: SequenceValue, items: TerraformValue[]): { unknown: boolean; marks: number } {
  let unknown = isOpenSet(value);
  let marks = 0;
  for (const item of itemsOf(value)) {
    const own = value.marks === 0 ? item : { ...item, marks: item.marks & ~value.marks };
    if (own.form === "unknown" && mayHoldItems(own)) {
      unknown = true;
      marks |= own.marks;
    } else if (isSequence(own)) {
      const inner = collect(own, items);
      unknown ||= inner.unknown;
      marks |= own.marks | inner.marks;
    } else if (items.length < largestValue) items.push(own);
  }
  return { unknown, marks };
}

function mayHoldItems(value: TerraformValue & { form: "unknown" }): boolean {
  const { kind } = value.type;
  return kind === "dynamic" || kind === "list" || kind === "set" || kind === "tuple";
}
