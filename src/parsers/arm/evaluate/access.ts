import { piecesOf } from "./text.ts";
import {
  type Dictionary,
  isNull,
  type NamedCell,
  nothing,
  propertyOf,
  restingOn,
  type Sequence,
  through,
  tokenOf,
  unknown,
  type Value,
} from "./value.ts";

/** The property of a value, as `.name`, `['name']` and `tryGet` read it. */
export function memberOf(object: Value, name: string, safe: boolean): Value {
  if (object.form === "dictionary") return propertyOf(object, name) ?? missing(object, name, safe);
  if (object.form === "unknown") {
    const member = object.member?.(name);
    if (member) return through(object, member);
    return restingOn(unknown(object.why, `${object.token}.${name.toLowerCase()}`), [object]);
  }
  if (isNull(object)) return safe ? nothing : unknown(`the property "${name}" is read of null`);
  return safe ? nothing : unknown(`the property "${name}" is read of something that is no object`);
}

function missing(object: Dictionary, name: string, safe: boolean): Value {
  if (object.open)
    return unknown(`the object may or may not have the property "${name}"`, `${tokenOf(object)}.${name}`);
  return safe ? restingOn(nothing, [object]) : unknown(`there is no property "${name}"`);
}

/** The element of a list, or the property of an object, at an index that is itself a value. */
export function elementOf(object: Value, index: Value, safe: boolean): Value {
  if (index.form === "scalar" && typeof index.value === "string") return memberOf(object, index.value, safe);
  if (index.form !== "scalar" || typeof index.value !== "number") {
    if (index.form !== "unknown") return unknown("a list is indexed by something that is no number");
    return restingOn(unknown(index.why, `${tokenOf(object)}[${index.token}]`), [object, index]);
  }
  if (object.form === "sequence") return itemAt(object, index.value, safe);
  if (object.form === "unknown") return unknownItem(object, index.value);
  return safe && isNull(object) ? nothing : unknown("an item is read of something that is no list");
}

function itemAt(list: Sequence, index: number, safe: boolean): Value {
  const cell = list.items[index];
  if (cell) return through(list, cell.value);
  if (safe) return restingOn(nothing, [list]);
  return unknown(`the index ${index} lies outside a list of ${list.items.length}`);
}

function unknownItem(list: Value & { form: "unknown" }, index: number): Value {
  const item = list.head?.[index];
  if (item) return through(list, item);
  return restingOn(unknown(list.why, `${list.token}[${index}]`), [list]);
}

/** A value as the name of a property: where it is not known wholly, it keeps its pieces. */
export function nameOfValue(value: Value): Pick<NamedCell, "name" | "pieces"> {
  const pieces = piecesOf(value) ?? [];
  const name = pieces.map((piece) => (typeof piece === "string" ? piece : `{${piece.token}}`)).join("");
  return pieces.some((piece) => typeof piece !== "string") ? { name, pieces } : { name };
}
