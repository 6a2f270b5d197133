import { convert } from "../values/convert.ts";
import { sum, type TerraformNumber } from "../values/number.ts";
import { boolType, dynamicType, numberType, type TerraformType, typeName } from "../values/type.ts";
import { unify } from "../values/unify.ts";
import {
  boolValue,
  failure,
  isMapping,
  isOpenSet,
  isSequence,
  isWhollyKnown,
  numberValue,
  type Outcome,
  type Range,
  type TerraformValue,
  typeOf,
  withMarks,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { graphemesOf } from "./characters.ts";
import { anything, type Definitions, list } from "./definition.ts";

const open = { null: true, unknown: true } as const;

export const aggregateFunctions: Definitions = {
  length: {
    parameters: [anything("value", { unknown: true, marked: true })],
    returns: numberType,
    run: length,
  },
  sum: { parameters: [anything("list", { unknown: true })], returns: numberType, run: total },
  alltrue: { parameters: [list("list", boolType)], returns: boolType, run: (call) => decide(call, false) },
  anytrue: { parameters: [list("list", boolType)], returns: boolType, run: (call) => decide(call, true) },
  coalesce: { parameters: [], rest: anything("vals", open), returns: dynamicType, run: coalesce },
  coalescelist: { parameters: [], rest: anything("vals", open), returns: dynamicType, run: coalesceList },
};

function length(call: Call): Outcome {
  const value = call.args[0]!;
  const type = typeOf(value);
  const result = (count: number) => numberValue(count, call.origin, value.marks);
  if (type.kind === "tuple") return result(type.elements.length);
  if (type.kind === "object") return result(type.attributes.size);
  if (value.form === "string") return result(graphemesOf(value.value).length);
  if (isMapping(value)) return result(value.entries.size);
  if (isSequence(value)) {
    if (!isOpenSet(value)) return result(value.items.length);
    return withMarks(call.unknown(numberType, { range: { min: 1, max: value.items.length } }), value.marks);
  }
  if (type.kind === "number" || type.kind === "bool") {
    return failure(`a text, a collection or a structure is required, not a ${typeName(type)}`, 0);
  }
  const range: Range = { min: 0, ...(value.form === "unknown" && "element" in type ? value.range : undefined) };
  return withMarks(call.unknown(numberType, type.kind === "dynamic" ? {} : { range }), value.marks);
}

function total(call: Call): Outcome {
  const value = call.args[0]!;
  if (!isWhollyKnown(value)) return call.unknown(numberType);
  if (!isSequence(value)) return failure("a list, a set or a tuple of numbers is required", 0);
  if (value.items.length === 0) return failure("an empty list has no sum", 0);
  let result: TerraformNumber = 0;
  for (const item of call.items(0)) {
    const converted = convert(item, numberType);
    if (converted.form !== "number") return failure("a list, a set or a tuple of numbers is required", 0);
    result = sum(result, converted.value);
  }
  return call.numberResult(result);
}

/** `alltrue` is decided by a false before any unknown, `anytrue` by any true. */
function decide(call: Call, deciding: boolean): Outcome {
  let known = true;
  for (const item of call.items(0)) {
    if (item.form === "unknown") {
      if (!deciding) return call.unknown(boolType);
      known = false;
    } else if ((item.form === "bool" && item.value) === deciding) return boolValue(deciding, call.origin);
  }
  return known ? boolValue(!deciding, call.origin) : call.unknown(boolType);
}

function coalesce(call: Call): Outcome {
  if (call.args.length === 0) return failure("at least one argument is needed");
  const type = coalescedType(call.args);
  if (!type) return failure("all arguments must have the same type");
  for (const value of call.args) {
    const converted = convert(value, type);
    if (converted.form === "failure") return failure(converted.message);
    // An id is never null nor empty, so that nothing behind it can be chosen.
    if (converted.form === "unknown") return converted.target?.attribute === "id" ? converted : call.unknown(type);
    if (converted.form === "null" || (converted.form === "string" && converted.value === "")) continue;
    return converted;
  }
  return failure("no argument has a value: all are null or empty texts");
}

function coalescedType(args: readonly TerraformValue[]): TerraformType | undefined {
  const types = args.filter((value) => value.form !== "null" || value.type.kind !== "dynamic").map(typeOf);
  return types.length === 0 ? dynamicType : unify(types);
}

function coalesceList(call: Call): Outcome {
  if (call.args.length === 0) return failure("at least one argument is needed");
  const types = call.args.map(typeOf);
  for (const [at, { kind }] of types.entries()) {
    const isUnknown = call.args[at]!.form === "unknown" && kind === "dynamic";
    if (kind !== "list" && kind !== "tuple" && !isUnknown) return failure("a list or a tuple is required", at);
  }
  const type = types.every(({ kind }) => kind === "list") ? unify(types) : undefined;
  for (const value of call.args) {
    if (value.form === "unknown") return call.unknown(type ?? dynamicType);
    if (isSequence(value) && value.items.length > 0) return value;
  }
  return failure("all lists are empty");
}
