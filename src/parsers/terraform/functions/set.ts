import { convert } from "../values/convert.ts";
import { orderKey } from "../values/equality.ts";
import { setValue } from "../values/set.ts";
import { dynamicType, listType, setType, type TerraformType, tupleType } from "../values/type.ts";
import { unify } from "../values/unify.ts";
import {
  failure,
  isSequence,
  isWhollyKnown,
  largestValue,
  listValue,
  type Outcome,
  type TerraformValue,
  tupleValue,
  typeOf,
  withMarks,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { anything, type Definitions, type FunctionDefinition, set } from "./definition.ts";

export const setFunctions: Definitions = {
  setunion: {
    parameters: [set("first_set", { unknown: true })],
    rest: set("other_sets", { unknown: true }),
    returns: setType(dynamicType),
    run: union,
  },
  setintersection: onSets(([first = new Map(), ...others]) => {
    return [...first].filter(([key]) => others.every((other) => other.has(key)));
  }),
  setsubtract: {
    ...onSets(([first = new Map(), second = new Map()]) => [...first].filter(([key]) => !second.has(key))),
    parameters: [set("a", { unknown: true }), set("b", { unknown: true })],
    rest: undefined as never,
  },
  setproduct: {
    parameters: [],
    rest: anything("sets", { unknown: true, marked: true }),
    returns: dynamicType,
    run: setProduct,
  },
};

type Keyed = ReadonlyMap<string, TerraformValue>;

function onSets(combine: (sets: readonly Keyed[]) => (readonly [string, TerraformValue])[]): FunctionDefinition {
  return {
    parameters: [set("first_set", { unknown: true })],
    rest: set("other_sets", { unknown: true }),
    returns: setType(dynamicType),
    run: (call) => {
      const element = unify(call.args.map(elementType));
      if (!element) return failure("all sets must have elements of one type");
      if (!call.args.every(isWhollyKnown)) return call.unknown(setType(element));
      const sets = call.args.map((_, at) => keyed(call.items(at), element));
      return setValue(
        element,
        combine(sets).map(([, item]) => item),
        call.origin,
      );
    },
  };
}

/** Unlike the others, a union keeps elements that are unknown. */
function union(call: Call): Outcome {
  const element = unify(call.args.map(elementType));
  if (!element) return failure("all sets must have elements of one type");
  if (call.args.some((value) => value.form === "unknown")) return call.unknown(setType(element));
  const items = call.args.flatMap((_, at) => call.items(at)).map((item) => converted(item, element));
  return setValue(element, items, call.origin);
}

function elementType(value: TerraformValue): TerraformType {
  const type = typeOf(value);
  return "element" in type ? type.element : dynamicType;
}

function keyed(items: readonly TerraformValue[], element: TerraformType): Keyed {
  const found = new Map<string, TerraformValue>();
  for (const item of items) {
    const converted = convert(item, element);
    const value = converted.form === "failure" ? item : converted;
    found.set(orderKey(value), value);
  }
  return found;
}

/** Every combination of one item of each collection. */
function setProduct(call: Call): Outcome {
  if (call.args.length < 2) return failure("at least two collections are needed");
  let size = 1;
  let marks = 0;
  for (const [at, value] of call.args.entries()) {
    const { kind } = typeOf(value);
    if (kind === "dynamic") return call.unknown(dynamicType);
    if (kind !== "list" && kind !== "set" && kind !== "tuple") return failure("a set or a list is required", at);
    marks |= value.marks;
    if (isSequence(value)) size *= value.items.length;
  }
  const types = call.args.map(itemType);
  if (types.some((type) => type === undefined)) return failure("all elements of a collection must have the same type");
  const element = tupleType(types as TerraformType[]);
  const asSet = call.args.some((value) => typeOf(value).kind === "set");
  const type = asSet ? setType(element) : listType(element);
  if (call.args.some((value) => value.form === "unknown")) return withMarks(call.unknown(type), marks);
  if (size * call.args.length > largestValue) return failure(`the product would have ${size} elements`);
  let rows: TerraformValue[][] = [[]];
  for (const [at] of call.args.entries()) {
    const wanted = types[at]!;
    const items = call.items(at).map((item) => converted(item, wanted));
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  const tuples = rows.map((row) => tupleValue(row, call.origin));
  return asSet ? setValue(element, tuples, call.origin, marks) : listValue(element, tuples, call.origin, marks);
}

function itemType(value: TerraformValue): TerraformType | undefined {
  const type = typeOf(value);
  if (type.kind !== "tuple") return elementType(value);
  return type.elements.length === 0 ? dynamicType : unify(type.elements);
}

function converted(item: TerraformValue, type: TerraformType): TerraformValue {
  const result = convert(item, type);
  return result.form === "failure" ? item : result;
}
