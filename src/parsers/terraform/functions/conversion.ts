import { convert } from "../values/convert.ts";
import {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  setType,
  stringType,
  type TerraformType,
  typeName,
} from "../values/type.ts";
import {
  boolValue,
  ephemeral,
  failure,
  nullValue,
  type Outcome,
  sensitive,
  type TerraformValue,
  typeOf,
  withMarks,
} from "../values/value.ts";
import { anything, type Definitions, type FunctionDefinition } from "./definition.ts";

const all = { null: true, unknown: true, marked: true } as const;

export const conversionFunctions: Definitions = {
  tostring: to(stringType),
  tonumber: to(numberType),
  tobool: to(boolType),
  tolist: to(listType(dynamicType)),
  toset: to(setType(dynamicType)),
  tomap: to(mapType(dynamicType)),
  sensitive: onValue((value) => withMarks(value, sensitive)),
  nonsensitive: onValue((value) => ({ ...value, marks: value.marks & ~sensitive })),
  issensitive: {
    parameters: [anything("value", all)],
    returns: boolType,
    run: (call) => {
      const value = call.args[0]!;
      if ((value.marks & sensitive) !== 0) return boolValue(true, call.origin);
      return value.form === "unknown" ? call.unknown(boolType) : boolValue(false, call.origin);
    },
  },
  ephemeralasnull: onValue((value) => {
    return (value.marks & ephemeral) === 0 ? value : nullValue(typeOf(value), value.origin, value.marks & ~ephemeral);
  }),
};

function onValue(compute: (value: TerraformValue) => TerraformValue): FunctionDefinition {
  return { parameters: [anything("value", all)], returns: dynamicType, run: (call) => compute(call.args[0]!) };
}

function to(type: TerraformType): FunctionDefinition {
  return {
    parameters: [anything("v", all)],
    returns: type,
    run: (call): Outcome => {
      const value = call.args[0]!;
      const converted = convert(value, type);
      if (converted.form !== "failure") return converted;
      return failure(`${typeName(typeOf(value))} cannot become ${typeName(type)}: ${converted.message}`, 0);
    },
  };
}
