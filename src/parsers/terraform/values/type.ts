import type { TerraformValue } from "./value.ts";

/** The types of Terraform's values. `dynamic` is `any` in a constraint, and the type of what nothing is known about. */
export type TerraformType = PrimitiveType | DynamicType | CollectionType | TupleType | ObjectType;

export interface PrimitiveType {
  readonly kind: "string" | "number" | "bool";
}

export interface DynamicType {
  readonly kind: "dynamic";
}

export interface CollectionType {
  readonly kind: "list" | "set" | "map";
  readonly element: TerraformType;
}

export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly TerraformType[];
}

export interface ObjectType {
  readonly kind: "object";
  readonly attributes: ReadonlyMap<string, TerraformType>;
  /** In a constraint: the attributes that may be missing, with the default that `optional(type, default)` gives them. */
  readonly optional?: ReadonlyMap<string, TerraformValue | undefined>;
}

export const stringType: PrimitiveType = { kind: "string" };
export const numberType: PrimitiveType = { kind: "number" };
export const boolType: PrimitiveType = { kind: "bool" };
export const dynamicType: DynamicType = { kind: "dynamic" };

export function listType(element: TerraformType): CollectionType {
  return { kind: "list", element };
}

export function setType(element: TerraformType): CollectionType {
  return { kind: "set", element };
}

export function mapType(element: TerraformType): CollectionType {
  return { kind: "map", element };
}

export function tupleType(elements: readonly TerraformType[]): TupleType {
  return { kind: "tuple", elements };
}

export function objectType(
  attributes: ReadonlyMap<string, TerraformType>,
  optional?: ReadonlyMap<string, TerraformValue | undefined>,
): ObjectType {
  return optional && optional.size > 0 ? { kind: "object", attributes, optional } : { kind: "object", attributes };
}

/** Whether two types are the same; defaults of optional attributes do not count. */
export function sameType(a: TerraformType, b: TerraformType): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if ("element" in a && "element" in b) return sameType(a.element, b.element);
  if (a.kind === "tuple" && b.kind === "tuple") {
    return a.elements.length === b.elements.length && a.elements.every((type, at) => sameType(type, b.elements[at]!));
  }
  if (a.kind === "object" && b.kind === "object") return sameAttributes(a, b);
  return true;
}

function sameAttributes(a: ObjectType, b: ObjectType): boolean {
  if (a.attributes.size !== b.attributes.size) return false;
  for (const [name, type] of a.attributes) {
    const other = b.attributes.get(name);
    if (!other || !sameType(type, other)) return false;
  }
  return true;
}

/** Whether `any` occurs anywhere in a type. */
export function hasDynamic(type: TerraformType): boolean {
  if (type.kind === "dynamic") return true;
  if (type.kind === "tuple") return type.elements.some(hasDynamic);
  if (type.kind === "object") return [...type.attributes.values()].some(hasDynamic);
  return "element" in type && hasDynamic(type.element);
}

/** A type in Terraform's own words for messages: "list of string", "object". */
export function typeName(type: TerraformType): string {
  if ("element" in type)
    return `${type.kind} of ${type.element.kind === "dynamic" ? "any type" : typeName(type.element)}`;
  return type.kind === "dynamic" ? "any type" : type.kind;
}

/** A type as a constraint is written: `list(string)`, `object({ a = string })`. */
export function typeText(type: TerraformType): string {
  if (type.kind === "dynamic") return "any";
  if (type.kind === "tuple") return `tuple([${type.elements.map(typeText).join(", ")}])`;
  if ("element" in type) return `${type.kind}(${typeText(type.element)})`;
  if (type.kind !== "object") return type.kind;
  const attributes = [...type.attributes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => {
      return `${name} = ${type.optional?.has(name) ? `optional(${typeText(inner)})` : typeText(inner)}`;
    });
  return attributes.length === 0 ? "object({})" : `object({ ${attributes.join(", ")} })`;
}
