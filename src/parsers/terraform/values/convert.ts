import { convertible } from "./convertible.ts";
import { hasDefaults, withDefaults } from "./defaults.ts";
import { parseNumber } from "./number.ts";
import { numberText } from "./number-text.ts";
import { setValue } from "./set.ts";
import {
  type CollectionType,
  dynamicType,
  hasDynamic,
  type ObjectType,
  sameType,
  type TerraformType,
  type TupleType,
  typeName,
} from "./type.ts";
import { unify } from "./unify.ts";
import {
  boolValue,
  type Failure,
  failure,
  isMapping,
  isSequence,
  listValue,
  type MappingValue,
  mapValue,
  nullValue,
  numberValue,
  type Outcome,
  objectValue,
  type SequenceValue,
  type StringValue,
  stringValue,
  type TerraformValue,
  tupleValue,
  typeOf,
  type UnknownValue,
  unknownValue,
} from "./value.ts";

/**
 * The value as one of the wanted type, as Terraform converts the value of a variable or an argument: attributes that may
 * be missing get their defaults. Origins, marks and what is known of unknowns stay.
 */
export function convert(value: TerraformValue, wanted: TerraformType): Outcome {
  return convertBare(hasDefaults(wanted) ? withDefaults(value, wanted) : value, wanted);
}

function convertBare(value: TerraformValue, wanted: TerraformType): Outcome {
  if (wanted.kind === "dynamic" || value.form === wanted.kind) {
    if (wanted.kind === "dynamic" || wanted.kind === "string" || wanted.kind === "number" || wanted.kind === "bool")
      return value;
  }
  if (value.form === "null")
    return convertNull(value.type, wanted) ?? nullValue(declared(wanted), value.origin, value.marks);
  if (value.form === "unknown") return convertUnknown(value, wanted);
  switch (wanted.kind) {
    case "string":
    case "number":
    case "bool":
      return convertPrimitive(value, wanted.kind);
    case "list":
    case "set":
      return isSequence(value) ? convertItems(value, wanted) : required(wanted);
    case "map":
      return isMapping(value) ? convertEntries(value, wanted) : required(wanted);
    case "tuple":
      return convertTuple(value, wanted);
    case "object":
      return convertObject(value, wanted);
    default:
      return value;
  }
}

function required(type: TerraformType): Failure {
  return failure(`${typeName(type)} required`);
}

function convertNull(from: TerraformType, wanted: TerraformType): Failure | undefined {
  return convertible(from, wanted, "risky") ? undefined : mismatch(from, wanted);
}

function convertUnknown(value: UnknownValue, wanted: TerraformType): Outcome {
  if (sameType(value.type, wanted)) return value;
  if (!convertible(value.type, wanted, "risky")) return mismatch(value.type, wanted);
  const { why, target, pieces, notNull, encoded } = value;
  const stillRange = value.range && "element" in value.type && "element" in wanted && wanted.kind === value.type.kind;
  return unknownValue(
    wanted.kind === "list" || wanted.kind === "set" || wanted.kind === "map"
      ? collectionOf(value.type, wanted)
      : declared(wanted),
    {
      why,
      ...(target && { target }),
      ...(pieces && { pieces }),
      ...(notNull && { notNull }),
      ...(encoded && { encoded }),
      ...(stillRange && { range: value.range }),
    },
    value.origin,
    value.marks,
  );
}

/** `list(any)` of an unknown list of strings is a list of strings. */
function collectionOf(from: TerraformType, wanted: CollectionType): TerraformType {
  if (wanted.element.kind === "dynamic" && "element" in from) return { kind: wanted.kind, element: from.element };
  return declared(wanted);
}

function mismatch(from: TerraformType, wanted: TerraformType): Failure {
  if (wanted.kind === "object" && from.kind === "object") {
    for (const name of wanted.attributes.keys()) {
      if (!from.attributes.has(name) && !wanted.optional?.has(name)) return missingAttribute(name);
    }
  }
  return required(wanted);
}

function missingAttribute(name: string): Failure {
  return failure(`attribute "${name}" is required`);
}

function convertPrimitive(value: TerraformValue, wanted: "string" | "number" | "bool"): Outcome {
  if (wanted === "string") {
    if (value.form === "number") return stringValue(numberText(value.value), value.origin, value.marks);
    if (value.form === "bool") return stringValue(String(value.value), value.origin, value.marks);
    return required({ kind: wanted });
  }
  if (value.form !== "string") return required({ kind: wanted });
  return wanted === "number" ? textToNumber(value) : textToBool(value);
}

function textToNumber(value: StringValue): Outcome {
  const number = parseNumber(value.value);
  return number === undefined ? failure("a number is required") : numberValue(number, value.origin, value.marks);
}

function textToBool(value: StringValue): Outcome {
  const text = value.value;
  if (text === "true" || text === "1") return boolValue(true, value.origin, value.marks);
  if (text === "false" || text === "0") return boolValue(false, value.origin, value.marks);
  const lower = text.toLowerCase();
  if (lower !== "true" && lower !== "false") return failure("a bool is required");
  return failure(`a bool is required; to convert from text, use lowercase "${lower}"`);
}

function convertItems(value: SequenceValue, wanted: CollectionType): Outcome {
  if (value.form === wanted.kind && "element" in value && settled(value.element, wanted.element)) return value;
  let element = wanted.element;
  if (element.kind === "dynamic") {
    const common = value.form === "tuple" ? commonType(value.items) : value.element;
    if (!common) return failure(`all ${wanted.kind} elements must have the same type`);
    element = common;
  }
  const converted = convertAll(value.items, element, (at) => `element ${at}`);
  if ("form" in converted) return converted;
  const together = hasDynamic(element)
    ? brought(converted, element)
    : { element: declared(element), values: converted };
  if ("form" in together) return together;
  const build = wanted.kind === "set" ? setValue : listValue;
  return build(together.element, together.values, value.origin, value.marks);
}

/** Whether values of a collection's element type need no conversion for the wanted one. */
function settled(own: TerraformType, wanted: TerraformType): boolean {
  return wanted.kind === "dynamic" || (sameType(own, wanted) && !hasOptional(wanted));
}

function hasOptional(type: TerraformType): boolean {
  if (type.kind === "object") return type.optional !== undefined || [...type.attributes.values()].some(hasOptional);
  if (type.kind === "tuple") return type.elements.some(hasOptional);
  return "element" in type && hasOptional(type.element);
}

function commonType(values: readonly TerraformValue[]): TerraformType | undefined {
  if (values.length === 0) return dynamicType;
  const common = unify(values.map(typeOf));
  const open = common?.kind === "dynamic" && values.some((value) => value.form !== "null" && value.form !== "unknown");
  return open ? undefined : common;
}

/** Brings values that were converted to a type with `any` inside to one type. */
function brought(
  values: readonly TerraformValue[],
  element: TerraformType,
): { element: TerraformType; values: readonly TerraformValue[] } | Failure {
  if (values.length === 0) return { element: declared(element), values };
  const common = unify(values.map(typeOf));
  if (!common) return failure("cannot find a common base type for all elements");
  const converted = convertAll(values, common, (at) => `element ${at}`);
  return "form" in converted ? converted : { element: common, values: converted };
}

function convertAll(
  values: readonly TerraformValue[],
  wanted: TerraformType,
  name: (at: number) => string,
): readonly TerraformValue[] | Failure {
  const converted: TerraformValue[] = [];
  for (const [at, value] of values.entries()) {
    const result = convertBare(value, wanted);
    if (result.form === "failure") return failure(`${name(at)}: ${result.message}`);
    converted.push(result);
  }
  return converted;
}

function convertEntries(value: MappingValue, wanted: CollectionType): Outcome {
  if (value.form === "map" && settled(value.element, wanted.element)) return value;
  const entries = [...value.entries];
  const values = entries.map(([, inner]) => inner);
  let element = wanted.element;
  if (element.kind === "dynamic") {
    const common = value.form === "map" ? value.element : commonType(values);
    if (!common) return failure("all map elements must have the same type");
    element = common;
  }
  const converted = convertAll(values, element, (at) => `element "${entries[at]![0]}"`);
  if ("form" in converted) return converted;
  const together = hasDynamic(element)
    ? brought(converted, element)
    : { element: declared(element), values: converted };
  if ("form" in together) return together;
  const result = new Map(entries.map(([key], at) => [key, together.values[at]!]));
  return mapValue(together.element, result, value.origin, value.marks, value.keys);
}

function convertTuple(value: TerraformValue, wanted: TupleType): Outcome {
  if (value.form !== "tuple" || value.items.length !== wanted.elements.length) return required(wanted);
  const items: TerraformValue[] = [];
  for (const [at, item] of value.items.entries()) {
    const result = convertBare(item, wanted.elements[at]!);
    if (result.form === "failure") return failure(`element ${at}: ${result.message}`);
    items.push(result);
  }
  return tupleValue(items, value.origin, value.marks);
}

function convertObject(value: TerraformValue, wanted: ObjectType): Outcome {
  if (!isMapping(value)) return required(wanted);
  const entries = new Map<string, TerraformValue>();
  for (const [name, type] of wanted.attributes) {
    const own = value.entries.get(name);
    if (!own) {
      if (wanted.optional?.has(name)) entries.set(name, nullValue(declared(type), value.origin));
      else if (value.form === "map") return failure(`map has no element for required attribute "${name}"`);
      else return missingAttribute(name);
      continue;
    }
    const result = convertBare(own, type);
    if (result.form === "failure") return failure(`attribute "${name}": ${result.message}`);
    entries.set(name, result);
  }
  return objectValue(entries, value.origin, value.marks, value.keys);
}

/** The type of values that were converted to a constraint: without what may be missing. */
function declared(type: TerraformType): TerraformType {
  if (!hasOptional(type)) return type;
  if (type.kind === "tuple") return { kind: "tuple", elements: type.elements.map(declared) };
  if ("element" in type) return { kind: type.kind, element: declared(type.element) };
  if (type.kind !== "object") return type;
  return { kind: "object", attributes: new Map([...type.attributes].map(([name, inner]) => [name, declared(inner)])) };
}
