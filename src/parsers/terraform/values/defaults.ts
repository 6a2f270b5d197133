import type { ObjectType, TerraformType } from "./type.ts";
import { isMapping, isSequence, objectValue, type TerraformValue, tupleValue } from "./value.ts";

const known = new WeakMap<TerraformType, boolean>();

/** Whether a type constraint gives any attribute a default. */
export function hasDefaults(type: TerraformType): boolean {
  if (type.kind === "string" || type.kind === "number" || type.kind === "bool" || type.kind === "dynamic") return false;
  const before = known.get(type);
  if (before !== undefined) return before;
  const found =
    innerTypes(type).some(hasDefaults) ||
    (type.kind === "object" && [...(type.optional?.values() ?? [])].some(Boolean));
  known.set(type, found);
  return found;
}

function innerTypes(type: TerraformType): readonly TerraformType[] {
  if (type.kind === "tuple") return type.elements;
  if (type.kind === "object") return [...type.attributes.values()];
  return "element" in type ? [type.element] : [];
}

/** Puts defaults where attributes are missing or null. The result still has to be converted to the type. */
export function withDefaults(value: TerraformValue, type: TerraformType): TerraformValue {
  if (!hasDefaults(type)) return value;
  if (isSequence(value)) return inItems(value, type);
  if (!isMapping(value)) return value;
  const entries = new Map<string, TerraformValue>();
  for (const [name, inner] of value.entries) {
    const innerType =
      type.kind === "object" ? type.attributes.get(name) : type.kind === "map" ? type.element : undefined;
    entries.set(name, innerType ? withDefaults(inner, innerType) : inner);
  }
  if (type.kind === "object") addMissing(entries, type);
  return objectValue(entries, value.origin, value.marks, value.keys);
}

function inItems(value: TerraformValue & { items: readonly TerraformValue[] }, type: TerraformType): TerraformValue {
  const typeAt = (at: number) =>
    type.kind === "tuple" ? type.elements[at] : "element" in type ? type.element : undefined;
  const items = value.items.map((item, at) => {
    const innerType = typeAt(at);
    return innerType ? withDefaults(item, innerType) : item;
  });
  return tupleValue(items, value.origin, value.marks);
}

function addMissing(entries: Map<string, TerraformValue>, type: ObjectType): void {
  for (const [name, fallback] of type.optional ?? []) {
    if (!fallback) continue;
    const own = entries.get(name);
    if (!own || own.form === "null") entries.set(name, withDefaults(fallback, type.attributes.get(name)!));
  }
}
