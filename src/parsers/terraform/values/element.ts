import type { Place } from "../../../model/place.ts";
import { descended, reached } from "./origin.ts";
import { type MappingValue, type SequenceValue, type TerraformValue, withMarks, withOrigin } from "./value.ts";

/** The same value reached through a name: written at `at`, and `text` says what that is ("var.sku"). */
export function reachedThrough<V extends TerraformValue>(value: V, at: Place, text: string): V {
  return withOrigin(value, reached(at, text, value.origin));
}

/** An item as seen through its collection: with the names that lead there, and the collection's marks. */
export function itemOf(collection: SequenceValue, index: number): TerraformValue | undefined {
  const item = collection.items[index];
  return item && throughCollection(collection, item);
}

/** All items as seen through their collection. */
export function itemsOf(collection: SequenceValue): readonly TerraformValue[] {
  if (collection.origin.by !== "reference" && collection.marks === 0) return collection.items;
  return collection.items.map((item) => throughCollection(collection, item));
}

/** The value under a key as seen through its collection. */
export function entryOf(collection: MappingValue, key: string): TerraformValue | undefined {
  const value = collection.entries.get(key);
  return value && throughCollection(collection, value);
}

/** The entries as seen through their collection, in Terraform's order: by key. */
export function entriesOf(collection: MappingValue): [string, TerraformValue][] {
  const entries = [...collection.entries].sort((a, b) => compareText(a[0], b[0]));
  for (const entry of entries) entry[1] = throughCollection(collection, entry[1]);
  return entries;
}

function throughCollection(collection: TerraformValue, element: TerraformValue): TerraformValue {
  const origin = descended(collection.origin, element.origin);
  return withMarks(withOrigin(element, origin), collection.marks);
}

/** The order of texts in Terraform: by code point. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    const [leftIsSurrogate, rightIsSurrogate] = [isSurrogate(left), isSurrogate(right)];
    if (leftIsSurrogate !== rightIsSurrogate) return leftIsSurrogate ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
