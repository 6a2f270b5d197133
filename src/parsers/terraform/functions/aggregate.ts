import { convert } from "../values/convert.ts";
import { sum, type TerraformNumber } from "../values/number.ts";
import { boolType, dynamicType, numberType, type TerraformType, typeName } from "../values/type.ts";
import { unify } from "../values/unify.ts";
import {
  boolValue,
  failure,
  isMapping,
  isSequence,
  numberValue,
  type Outcome,
  type Range,
  type TerraformValue,
  typeOf,
  unknownValue,
  withMarks,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { graphemesOf } from "./characters.ts";
import { anything, type Definitions, list } from "./definition.ts";

const open = { null: true, unknown: true, marked: true } as const;

export const aggregateFunctions: Definitions = {
  length: { parameters: [anything("value", { unknown: true, marked: true })], returns: numberType, run: length },
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
    if (value.form !== "set" || value.whollyKnown) return result(value.items.length);
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
  if (value.form === "unknown") {
    const listLike = ["list", "set", "tuple", "dynamic"].includes(value.type.kind);
    return listLike ? call.unknown(numberType) : failure("a list, a set or a tuple of numbers is required", 0);
  }
  if (!isSequence(value)) return failure("a list, a set or a tuple of numbers is required", 0);
  if (value.items.length === 0) return failure("an empty list has no sum", 0);
  let result: TerraformNumber = 0;
  let known = true;
  for (const item of call.items(0)) {
    const converted = convert(item, numberType);
    if (converted.form === "unknown") known = false;
    else if (converted.form === "number") result = sum(result, converted.value);
    else return failure("a list, a set or a tuple of numbers is required", 0);
  }
  return known ? call.numberResult(result) : call.unknown(numberType);
}

/** `alltrue` is decided by the first false, `anytrue` by the first true. */
function decide(call: Call, deciding: boolean): Outcome {
  let known = true;
  for (const item of call.items(0)) {
    if (item.form === "unknown") known = false;
    else if ((item.form === "bool" && item.value) === deciding) return boolValue(deciding, call.origin);
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
    if (converted.form === "unknown") return withMarks(call.unknown(type), converted.marks);
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
  const first = types[0]!;
  const result = types.every((type) => type.kind === "list") ? unify(types) : undefined;
  for (const [at, value] of call.args.entries()) {
    if (value.form === "null") continue;
    if (value.form === "unknown") {
      return unknownValue(result ?? dynamicType, { why: value.why, notNull: true }, call.origin, value.marks);
    }
    if (value.form !== "list" && value.form !== "tuple") return failure("a list or a tuple is required", at);
    if (value.items.length === 0) continue;
    const converted = result ? convert(value, result) : value;
    return converted.form === "failure" ? value : converted;
  }
  return failure(`no argument is a non-empty ${first.kind === "dynamic" ? "list" : typeName(first)}`);
}
