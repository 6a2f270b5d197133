import { compareText } from "./element.ts";
import { compareNumbers } from "./number.ts";
import { numberText } from "./number-text.ts";
import { knownStart } from "./pieces.ts";
import { sameType, type TerraformType } from "./type.ts";
import { isMapping, isSequence, isWhollyKnown, type TerraformValue, typeOf, type UnknownValue } from "./value.ts";

/** Whether two values are equal in Terraform's sense; undefined where something unknown leaves it open. */
export function equal(a: TerraformValue, b: TerraformValue): boolean | undefined {
  if (isOpenInside(a) || isOpenInside(b)) {
    const [typeA, typeB] = [typeOf(a), typeOf(b)];
    return conforms(typeA, typeB) || conforms(typeB, typeA) ? undefined : false;
  }
  return equalParts(a, b);
}

/** Whether something inside has a type that is not known either; then only types can tell two values apart. */
function isOpenInside(value: TerraformValue): boolean {
  if (isWhollyKnown(value)) return false;
  if (value.form === "unknown") return false;
  const inner = isSequence(value) ? value.items : isMapping(value) ? [...value.entries.values()] : [];
  return inner.some((item) => (item.form === "unknown" ? item.type.kind === "dynamic" : isOpenInside(item)));
}

/** Whether a type is of the shape of a wanted one, in which `any` stands for every type. */
function conforms(type: TerraformType, wanted: TerraformType): boolean {
  if (wanted.kind === "dynamic") return true;
  if (type.kind !== wanted.kind) return false;
  if ("element" in type && "element" in wanted) return conforms(type.element, wanted.element);
  if (type.kind === "tuple" && wanted.kind === "tuple") {
    if (type.elements.length !== wanted.elements.length) return false;
    return type.elements.every((element, at) => conforms(element, wanted.elements[at]!));
  }
  if (type.kind !== "object" || wanted.kind !== "object") return true;
  if (type.attributes.size !== wanted.attributes.size) return false;
  for (const [name, inner] of type.attributes) {
    const other = wanted.attributes.get(name);
    if (!other || !conforms(inner, other)) return false;
  }
  return true;
}

function equalParts(a: TerraformValue, b: TerraformValue): boolean | undefined {
  if (a.form === "unknown" || b.form === "unknown") return equalUnknown(a, b);
  if (a.form === "null" || b.form === "null") return a.form === b.form;
  if (a.form !== b.form) return false;
  if (a.form === "number" && b.form === "number") return compareNumbers(a.value, b.value) === 0;
  if (isSequence(a) && isSequence(b)) return equalSequences(a.items, b.items, a, b);
  if (isMapping(a) && isMapping(b)) return equalMappings(a.entries, b.entries, a, b);
  return "value" in a && "value" in b && a.value === b.value;
}

function equalUnknown(a: TerraformValue, b: TerraformValue): boolean | undefined {
  if (a.form === "null") return b.form === "unknown" && b.notNull ? false : undefined;
  if (b.form === "null") return a.form === "unknown" && a.notNull ? false : undefined;
  if (a.form === "unknown" && a.type.kind === "dynamic") return undefined;
  if (b.form === "unknown" && b.type.kind === "dynamic") return undefined;
  if (a.form !== "unknown" && b.form === "unknown") return excludes(b, a) ? false : undefined;
  if (a.form === "unknown" && b.form !== "unknown") return excludes(a, b) ? false : undefined;
  return undefined;
}

/** Whether what is known of an unknown rules out a known value. */
function excludes(unknown: UnknownValue, known: TerraformValue): boolean {
  if (!sameType(unknown.type, typeOf(known))) return true;
  if (known.form === "string") return !known.value.startsWith(knownStart(unknown));
  const { min, max } = unknown.range ?? {};
  const measure =
    known.form === "number" ? known.value : "size" in known && isSequence(known) ? known.items.length : undefined;
  if (measure === undefined) return false;
  if (min !== undefined && compareNumbers(measure, min) < 0) return true;
  return max !== undefined && compareNumbers(measure, max) > 0;
}

/** The first item that is not certainly equal decides, as in Terraform. */
function equalSequences(
  a: readonly TerraformValue[],
  b: readonly TerraformValue[],
  left: TerraformValue,
  right: TerraformValue,
): boolean | undefined {
  if (left.form === "set" && right.form === "set" && !(left.whollyKnown && right.whollyKnown)) return undefined;
  if (a.length !== b.length) return false;
  if (a.length === 0 && !sameType(typeOf(left), typeOf(right))) return false;
  for (const [at, item] of a.entries()) {
    const result = equalParts(item, b[at]!);
    if (result !== true) return result;
  }
  return true;
}

/** One differing entry decides; in Terraform chance does where another one is unknown. */
function equalMappings(
  a: ReadonlyMap<string, TerraformValue>,
  b: ReadonlyMap<string, TerraformValue>,
  left: TerraformValue,
  right: TerraformValue,
): boolean | undefined {
  if (a.size !== b.size) return false;
  if (a.size === 0 && !sameType(typeOf(left), typeOf(right))) return false;
  let certain = true;
  for (const [key, value] of a) {
    const other = b.get(key);
    const result = other ? equalParts(value, other) : false;
    if (result === false) return false;
    if (result === undefined) certain = false;
  }
  return certain ? true : undefined;
}

/** A text that is the same for equal values, and by whose order Terraform keeps sets of other than primitive values. */
export function orderKey(value: TerraformValue): string {
  switch (value.form) {
    case "unknown":
      return "?";
    case "null":
      return "~";
    case "number":
      return numberText(value.value);
    case "bool":
      return value.value ? "T" : "F";
    case "string":
      return JSON.stringify(value.value);
    case "list":
    case "set":
      return `[${value.items.map((item) => `${orderKey(item)};`).join("")}]`;
    case "tuple":
      return `<${value.items.map((item) => `${orderKey(item)};`).join("")}>`;
    case "map":
      return `{${sortedEntries(value.entries)
        .map(([key, inner]) => `${JSON.stringify(key)}:${orderKey(inner)};`)
        .join("")}}`;
    default:
      return `<${sortedEntries(value.entries)
        .map(([, inner]) => `${orderKey(inner)};`)
        .join("")}>`;
  }
}

function sortedEntries(entries: ReadonlyMap<string, TerraformValue>): [string, TerraformValue][] {
  return [...entries].sort((a, b) => compareText(a[0], b[0]));
}
