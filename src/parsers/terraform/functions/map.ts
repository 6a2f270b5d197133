import type { Place } from "../../../model/place.ts";
import { convert } from "../values/convert.ts";
import { compareText, entriesOf, entryOf } from "../values/element.ts";
import {
  dynamicType,
  listType,
  mapType,
  objectType,
  sameType,
  stringType,
  type TerraformType,
  tupleType,
} from "../values/type.ts";
import {
  failure,
  isMapping,
  isWhollyKnown,
  listValue,
  type MappingValue,
  mapValue,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
  typeOf,
  withMarks,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, list, text } from "./definition.ts";

export const mapFunctions: Definitions = {
  keys: { parameters: [anything("inputMap", { unknown: true, marked: true })], returns: dynamicType, run: keys },
  values: { parameters: [anything("mapping", { marked: true })], returns: ([value]) => valuesType(value), run: values },
  lookup: {
    parameters: [anything("inputMap", { marked: true, unknown: true }), text("key", { unknown: true, marked: true })],
    rest: anything("default", { null: true, unknown: true, marked: true }),
    returns: dynamicType,
    nullable: true,
    run: lookup,
  },
  merge: {
    parameters: [],
    rest: anything("maps", { null: true, unknown: true, marked: true }),
    returns: dynamicType,
    run: merge,
  },
  transpose: {
    parameters: [{ name: "values", type: mapType(listType(stringType)), marked: true }],
    returns: mapType(listType(stringType)),
    run: transpose,
  },
  zipmap: {
    parameters: [list("keys", stringType, { marked: true }), anything("values", { marked: true })],
    returns: ([, value]) => zippedType(value),
    run: zipMap,
  },
};

function notAMap(at = 0): Outcome {
  return failure("a map or an object is required", at);
}

function keys(call: Call): Outcome {
  const value = call.args[0]!;
  const type = typeOf(value);
  if (type.kind === "dynamic") return call.unknown(dynamicType);
  if (type.kind === "map") {
    if (!isMapping(value)) return withMarks(call.unknown(listType(stringType)), value.marks);
    const names = [...value.entries.keys()].sort(compareText);
    return listValue(
      stringType,
      names.map((name) => stringValue(name, call.origin)),
      call.origin,
      value.marks,
    );
  }
  if (type.kind !== "object") return notAMap();
  const names = [...type.attributes.keys()].sort(compareText);
  return tupleValue(
    names.map((name) => stringValue(name, call.origin)),
    call.origin,
    value.marks,
  );
}

function valuesType(value: TerraformValue | undefined): TerraformType {
  const type = value ? typeOf(value) : dynamicType;
  if (type.kind === "map") return listType(type.element);
  return type.kind === "object" ? tupleType([...type.attributes].sort(byName).map(([, inner]) => inner)) : dynamicType;
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compareText(a[0], b[0]);
}

function values(call: Call): Outcome {
  const value = call.args[0]!;
  if (!isMapping(value)) return notAMap();
  const inner = entriesOf(value).map(([, item]) => withoutMarksOf(item, value));
  if (value.form === "map") return listValue(value.element, inner, call.origin, value.marks);
  return tupleValue(inner, call.origin, value.marks);
}

function withoutMarksOf(item: TerraformValue, collection: TerraformValue): TerraformValue {
  return collection.marks === 0 ? item : { ...item, marks: item.marks & ~collection.marks };
}

function lookup(call: Call): Outcome {
  const [value, key] = [call.args[0]!, call.args[1]!];
  if (call.args.length > 3) return failure("lookup takes at most one default value");
  const type = typeOf(value);
  if (type.kind !== "map" && type.kind !== "object" && type.kind !== "dynamic") return notAMap();
  const marks = value.marks | key.marks;
  const isOpen = value.form === "unknown" || key.form !== "string";
  if (isOpen && type.kind !== "map") return withMarks(call.unknownOrNull(dynamicType), marks);
  const name = key.form === "string" ? key.value : undefined;
  const result =
    type.kind === "map" ? lookUpInMap(call, value, type.element, name) : lookUpInObject(call, value, name!);
  return result.form === "failure" ? result : withMarks(result, marks);
}

function lookUpInMap(call: Call, map: TerraformValue, element: TerraformType, name: string | undefined): Outcome {
  const given = call.args[2];
  const fallback = given && convert(given, element);
  if (fallback?.form === "failure") return failure("the default value must have the type of the map's elements", 2);
  if (!isMapping(map) || name === undefined) return call.unknownOrNull(element);
  return entryOf(map, name) ?? fallback ?? failure(`the map has no key "${name}"`);
}

function lookUpInObject(call: Call, object: TerraformValue, name: string): Outcome {
  const own = isMapping(object) ? entryOf(object, name) : undefined;
  return own ?? call.args[2] ?? failure(`the object has no attribute "${name}"`);
}

function merge(call: Call): Outcome {
  const given = call.args.filter((value) => value.form !== "null");
  const marks = given.reduce((all, value) => all | value.marks, 0);
  for (const [at, value] of call.args.entries()) {
    const { kind } = typeOf(value);
    if (kind !== "map" && kind !== "object" && kind !== "dynamic")
      return failure("all arguments must be maps or objects", at);
  }
  const types = given.map(typeOf);
  const first = types[0];
  const asMap = first?.kind === "map" && types.every((type) => sameType(type, first)) ? first : undefined;
  if (given.some((value) => value.form === "unknown")) {
    return withMarks(call.unknown(asMap ?? mergedType(types)), marks);
  }
  const entries = new Map<string, TerraformValue>();
  const places = new Map<string, Place>();
  for (const value of given as MappingValue[]) {
    for (const [name, item] of value.entries) {
      const seen = value.origin.by === "writing" && value.marks === 0 ? item : entryOf(value, name)!;
      entries.set(name, withoutMarksOf(seen, value));
      const place = value.keys?.get(name);
      if (place) places.set(name, place);
    }
  }
  if (asMap) return mapValue(asMap.element, entries, call.origin, marks, places);
  return objectValue(entries, call.origin, marks, places);
}

/** The type of a merge in which something is unknown: only objects tell all their attributes. */
function mergedType(types: readonly TerraformType[]): TerraformType {
  const attributes = new Map<string, TerraformType>();
  for (const type of types) {
    if (type.kind !== "object") return dynamicType;
    for (const [name, inner] of type.attributes) attributes.set(name, inner);
  }
  return objectType(attributes);
}

function transpose(call: Call): Outcome {
  const value = call.args[0]!;
  if (!isMapping(value)) return notAMap();
  const type = listType(stringType);
  if (!isWhollyKnown(value)) return withMarks(call.unknown(mapType(type)), value.marks | value.innerMarks);
  const lists = new Map<string, TerraformValue[]>();
  for (const [name, items] of entriesOf(value)) {
    if (items.form !== "list") return failure(`element "${name}" is null`, 0);
    for (const item of items.items) {
      if (item.form !== "string") return failure(`a value of element "${name}" is null`, 0);
      const found = lists.get(item.value) ?? [];
      found.push(stringValue(name, call.origin));
      lists.set(item.value, found);
    }
  }
  const entries = new Map([...lists].map(([name, items]) => [name, listValue(stringType, items, call.origin)]));
  return mapValue(type, entries, call.origin, value.marks | value.innerMarks);
}

function zippedType(value: TerraformValue | undefined): TerraformType {
  return value && typeOf(value).kind === "list"
    ? { ...(typeOf(value) as { kind: "list"; element: TerraformType }), kind: "map" }
    : dynamicType;
}

function zipMap(call: Call): Outcome {
  const [names, given] = [call.args[0]!, call.args[1]!];
  if (given.form !== "list" && given.form !== "tuple") return failure("a list or a tuple is required", 1);
  const marks = names.marks | given.marks | ("innerMarks" in names ? names.innerMarks : 0);
  if (!isWhollyKnown(names)) return withMarks(call.unknown(zippedType(given)), marks);
  const [keyItems, items] = [call.items(0), call.items(1)];
  if (keyItems.length !== items.length) {
    return failure(`there are ${keyItems.length} keys for ${items.length} values`);
  }
  const entries = new Map<string, TerraformValue>();
  for (const [at, key] of keyItems.entries()) {
    if (key.form !== "string") return failure(`key ${at} is null`, 0);
    entries.set(key.value, withoutMarksOf(items[at]!, given));
  }
  if (given.form === "list") return mapValue(given.element, entries, call.origin, marks);
  return objectValue(entries, call.origin, marks);
}
