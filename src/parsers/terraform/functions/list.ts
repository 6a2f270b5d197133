import { convert } from "../values/convert.ts";
import { itemOf } from "../values/element.ts";
import { equal, orderKey } from "../values/equality.ts";
import { compareNumbers, sum, type TerraformNumber } from "../values/number.ts";
import {
  boolType,
  dynamicType,
  listType,
  numberType,
  stringType,
  type TerraformType,
  tupleType,
} from "../values/type.ts";
import { unify } from "../values/unify.ts";
import {
  failure,
  isOpenSet,
  isSequence,
  isWhollyKnown,
  listValue,
  nullValue,
  numberValue,
  type Outcome,
  type TerraformValue,
  tupleValue,
  typeOf,
  withMarks,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, list, number } from "./definition.ts";
import { flatten } from "./flatten.ts";

const open = { unknown: true } as const;
const openMarked = { unknown: true, marked: true } as const;

export const listFunctions: Definitions = {
  chunklist: {
    parameters: [list("list", dynamicType, { marked: true }), number("size", { marked: true })],
    returns: ([value]) => listType(value ? typeOf(value) : dynamicType),
    run: chunk,
  },
  compact: { parameters: [list("list", stringType)], returns: listType(stringType), run: compact },
  concat: { parameters: [], rest: anything("seqs", openMarked), returns: dynamicType, run: concat },
  contains: { parameters: [anything("list", open), anything("value", open)], returns: boolType, run: contains },
  distinct: { parameters: [list("list")], returns: ([value]) => (value ? typeOf(value) : dynamicType), run: distinct },
  element: {
    parameters: [anything("list", { unknown: true, marked: true }), number("index")],
    returns: ([value]) => elementType(value),
    nullable: true,
    run: element,
  },
  flatten: { parameters: [anything("list", openMarked)], returns: dynamicType, run: flatten },
  index: { parameters: [anything("list"), anything("value")], returns: numberType, run: indexOf },
  matchkeys: {
    parameters: [list("values"), list("keys"), list("searchset")],
    returns: ([values]) => (values ? typeOf(values) : dynamicType),
    run: matchKeys,
  },
  one: {
    parameters: [anything("list", { marked: true })],
    returns: ([value]) => elementType(value),
    nullable: true,
    run: one,
  },
  range: { parameters: [], rest: number("params"), returns: listType(numberType), run: range },
  reverse: {
    parameters: [anything("list", { marked: true })],
    returns: ([value]) => reversedType(value),
    run: reverse,
  },
  slice: {
    parameters: [anything("list", { marked: true }), number("start_index"), number("end_index")],
    returns: ([value]) => (value?.form === "list" ? typeOf(value) : dynamicType),
    run: slice,
  },
};

function elementType(value: TerraformValue | undefined): TerraformType {
  const type = value ? typeOf(value) : dynamicType;
  return "element" in type ? type.element : dynamicType;
}

function reversedType(value: TerraformValue | undefined): TerraformType {
  const type = value ? typeOf(value) : dynamicType;
  if (type.kind === "set") return listType(type.element);
  return type.kind === "tuple" ? tupleType(type.elements.toReversed()) : type;
}

function notAList(at = 0): Outcome {
  return failure("a list, a set or a tuple is required", at);
}

function chunk(call: Call): Outcome {
  const size = call.integer(1);
  if (size === undefined) return failure("a whole number is required", 1);
  if (size < 0) return failure("the size must not be negative", 1);
  const value = call.sequence(0);
  if (!value) return notAList();
  const element = elementType(value);
  const marks = value.marks | call.args[1]!.marks;
  const items = call.items(0).map((item) => withMarksOff(item, value));
  const chunks: TerraformValue[] = [];
  const step = size === 0 ? Math.max(1, items.length) : size;
  for (let from = 0; from < items.length; from += step) {
    chunks.push(listValue(element, items.slice(from, from + step), call.origin));
  }
  return listValue(listType(element), chunks, call.origin, marks);
}

/** An item without the marks that it has from its collection, where the result gets those as a whole. */
function withMarksOff(item: TerraformValue, collection: TerraformValue): TerraformValue {
  return collection.marks === 0 ? item : { ...item, marks: item.marks & ~collection.marks };
}

function compact(call: Call): Outcome {
  const value = call.args[0]!;
  if (!isWhollyKnown(value)) return call.unknown(listType(stringType));
  const kept = call.items(0).filter((item) => item.form === "string" && item.value !== "");
  return listValue(stringType, kept, call.origin);
}

function concat(call: Call): Outcome {
  if (call.args.length === 0) return failure("at least one list is needed");
  for (const [at, value] of call.args.entries()) {
    if (value.form === "unknown" && value.type.kind === "dynamic") return call.unknown(dynamicType);
    const { kind } = typeOf(value);
    if (kind !== "list" && kind !== "tuple") return failure("all arguments must be lists or tuples", at);
  }
  const element = call.args.every((value) => typeOf(value).kind === "list") && unify(call.args.map(elementType));
  const marks = call.args.reduce((all, value) => all | value.marks, 0);
  if (call.args.some((value) => value.form === "unknown")) {
    return withMarks(call.unknown(element ? listType(element) : dynamicType), marks);
  }
  const items = call.args.flatMap((value, at) => call.items(at).map((item) => withMarksOff(item, value)));
  if (!element) return tupleValue(items, call.origin, marks);
  return withMarks(convertAll(items, element, call), marks);
}

function convertAll(items: readonly TerraformValue[], element: TerraformType, call: Call): TerraformValue {
  const converted = items.map((item) => {
    const result = convert(item, element);
    return result.form === "failure" ? item : result;
  });
  return listValue(element, converted, call.origin);
}

function contains(call: Call): Outcome {
  const [value, wanted] = [call.args[0]!, call.args[1]!];
  if (value.form === "unknown" || wanted.form === "unknown") return call.unknown(boolType);
  if (!isSequence(value)) return notAList();
  let certain = true;
  for (const item of value.items) {
    const result = equal(item, wanted);
    if (result === true) return call.boolResult(true);
    if (result === undefined) certain = false;
  }
  return certain ? call.boolResult(false) : call.unknown(boolType);
}

function distinct(call: Call): Outcome {
  const value = call.args[0]!;
  if (value.form !== "list") return notAList();
  if (!value.whollyKnown) return call.unknown(typeOf(value));
  const kept = new Map<string, TerraformValue>();
  for (const item of call.items(0)) {
    const key = orderKey(item);
    if (!kept.has(key)) kept.set(key, item);
  }
  return listValue(value.element, [...kept.values()], call.origin);
}

function element(call: Call): Outcome {
  const value = call.args[0]!;
  if (value.form === "unknown" && (value.type.kind === "list" || value.type.kind === "dynamic")) {
    return withMarks(call.unknownOrNull(elementType(value)), value.marks);
  }
  if (value.form !== "list" && value.form !== "tuple") return failure("a list or a tuple is required", 0);
  const index = call.integer(1);
  if (index === undefined) return failure("a whole number is required", 1);
  if (value.items.length === 0) return failure("an empty list has no element", 0);
  // Terraform lets negative multiples of the length pass: they lead to the first element.
  return itemOf(value, index % value.items.length) ?? failure("the index must not be negative", 1);
}

function indexOf(call: Call): Outcome {
  const value = call.args[0]!;
  if (value.form !== "list" && value.form !== "tuple") return failure("a list or a tuple is required", 0);
  if (value.items.length === 0) return failure("an empty list has no element to find", 0);
  for (const [at, item] of value.items.entries()) {
    const result = equal(item, call.args[1]!);
    if (result === undefined) return call.unknown(numberType);
    if (result) return call.numberResult(at);
  }
  return failure("the list does not hold the value");
}

function matchKeys(call: Call): Outcome {
  const values = call.args[0]!;
  if (values.form !== "list") return notAList();
  const keyType = elementType(call.args[1]);
  const searchType = elementType(call.args[2]);
  if (!unify([keyType, searchType])) return failure("keys and searchset must be of the same type");
  const type = listType(values.element);
  if (!values.whollyKnown) return call.unknown(type);
  const [keys, searched] = [call.items(1), call.items(2)];
  if (keys.length !== values.items.length) return failure("values and keys must have the same length");
  const kept: TerraformValue[] = [];
  const common = unify([keyType, searchType])!;
  const wanted = new Set<string>();
  for (const item of searched) {
    const key = keyOf(item, common);
    if (key === undefined) return call.unknown(type);
    wanted.add(key);
  }
  for (const [at, item] of keys.entries()) {
    const key = keyOf(item, common);
    if (key === undefined) return call.unknown(type);
    if (wanted.has(key)) kept.push(itemOf(values, at)!);
  }
  return listValue(values.element, kept, call.origin);
}

/** A text that is the same for equal values of one type; undefined for what is not wholly known. */
function keyOf(value: TerraformValue, type: TerraformType): string | undefined {
  const converted = convert(value, type);
  return converted.form === "failure" || !isWhollyKnown(converted) ? undefined : orderKey(converted);
}

function one(call: Call): Outcome {
  const value = call.args[0]!;
  if (!isSequence(value)) return notAList();
  if (isOpenSet(value)) return call.unknownOrNull(elementType(value));
  if (value.items.length === 0) {
    return nullValue(value.form === "tuple" ? dynamicType : value.element, call.origin, value.marks);
  }
  if (value.items.length > 1) return failure("the list must have no or one element", 0);
  return itemOf(value, 0)!;
}

function range(call: Call): Outcome {
  const count = call.args.length;
  if (count === 0 || count > 3) return failure("one, two or three numbers are needed");
  const start = count === 1 ? 0 : call.number(0);
  const limit = call.number(count === 1 ? 0 : 1);
  const downwards = compareNumbers(limit, start) < 0;
  const step: TerraformNumber = count === 3 ? call.number(2) : downwards ? -1 : 1;
  if (compareNumbers(step, 0) === 0) return failure("the step must not be 0", 2);
  if (downwards && compareNumbers(step, 0) > 0) return failure("the step must be negative where the limit is lower", 2);
  if (!downwards && compareNumbers(step, 0) < 0)
    return failure("the step must be positive where the limit is higher", 2);
  const items: TerraformValue[] = [];
  for (let next = start; ; next = sum(next, step)) {
    const order = compareNumbers(next, limit);
    if (downwards ? order <= 0 : order >= 0) break;
    if (items.length >= 1024) return failure("a range holds at most 1024 numbers");
    items.push(numberValue(next, call.origin));
  }
  return listValue(numberType, items, call.origin);
}

function reverse(call: Call): Outcome {
  const value = call.sequence(0);
  if (!value) return notAList();
  const items = call
    .items(0)
    .map((item) => withMarksOff(item, value))
    .toReversed();
  if (value.form === "tuple") return tupleValue(items, call.origin, value.marks);
  return listValue(value.element, items, call.origin, value.marks);
}

function slice(call: Call): Outcome {
  const value = call.args[0]!;
  if (value.form !== "list" && value.form !== "tuple") return failure("a list or a tuple is required", 0);
  const [from, to] = [call.integer(1), call.integer(2)];
  if (from === undefined || from < 0) return failure("the start must be a whole number, 0 or more", 1);
  if (to === undefined || to < 0) return failure("the end must be a whole number, 0 or more", 2);
  if (from > value.items.length) return failure("the start is beyond the end of the list", 1);
  if (to > value.items.length) return failure("the end is beyond the end of the list", 2);
  if (from > to) return failure("the start is after the end", 1);
  const items = call
    .items(0)
    .slice(from, to)
    .map((item) => withMarksOff(item, value));
  if (value.form === "tuple") return tupleValue(items, call.origin, value.marks);
  return listValue(value.element, items, call.origin, value.marks);
}
