import { convertible } from "./convertible.ts";
import { dynamicType, mapType, objectType, sameType, type TerraformType, tupleType } from "./type.ts";

/** The type to which values of all these types can be brought, as for a list's elements; undefined if there is none. */
export function unify(types: readonly TerraformType[]): TerraformType | undefined {
  const [first, ...others] = types;
  if (!first) return undefined;
  if (others.every((type) => sameType(type, first))) return first;
  return unifyStructures(types) ?? preferred(types);
}

/** Not found by structure is `undefined`, and the general search goes on; certain failure is a choice of that search too. */
function unifyStructures(types: readonly TerraformType[]): TerraformType | undefined {
  const kinds = new Set(types.map((type) => type.kind));
  const anyDynamic = kinds.delete("dynamic");
  const only = (...allowed: string[]) => [...kinds].every((kind) => allowed.includes(kind));
  if (kinds.size === 0 || !only("map", "object", "list", "tuple", "set")) return undefined;
  if (kinds.size === 1 || (kinds.size === 2 && (only("map", "object") || only("list", "tuple")))) {
    if (anyDynamic) return dynamicType;
  }
  if (only("map")) return unifyElements("map", types);
  if (only("list")) return unifyElements("list", types);
  if (only("set")) return unifyElements("set", types);
  if (only("object")) return unifyObjects(types);
  if (only("tuple")) return unifyTuples(types);
  if (only("map", "object")) return unifyElements("map", types);
  if (only("list", "tuple")) return unifyElements("list", types);
  return undefined;
}

function unifyElements(kind: "list" | "set" | "map", types: readonly TerraformType[]): TerraformType | undefined {
  const elements = types.flatMap(elementTypes);
  const element = elements.length === 0 ? dynamicType : unify(elements);
  return element && { kind, element };
}

function elementTypes(type: TerraformType): readonly TerraformType[] {
  if (type.kind === "tuple") return type.elements;
  if (type.kind === "object") return [...type.attributes.values()];
  return "element" in type ? [type.element] : [];
}

function unifyObjects(types: readonly TerraformType[]): TerraformType | undefined {
  const objects = types.filter((type) => type.kind === "object");
  const names = [...objects[0]!.attributes.keys()];
  const alike = objects.every(({ attributes }) => {
    return attributes.size === names.length && names.every((name) => attributes.has(name));
  });
  if (!alike) {
    const element = unify(objects.flatMap(elementTypes));
    return element && mapType(element);
  }
  const attributes = new Map<string, TerraformType>();
  for (const name of names) {
    const type = unify(objects.map((object) => object.attributes.get(name)!));
    if (!type) return undefined;
    attributes.set(name, type);
  }
  return objectType(attributes);
}

function unifyTuples(types: readonly TerraformType[]): TerraformType | undefined {
  const tuples = types.filter((type) => type.kind === "tuple");
  const length = tuples[0]!.elements.length;
  if (tuples.some(({ elements }) => elements.length !== length)) return unifyElements("list", types);
  const elements: TerraformType[] = [];
  for (let at = 0; at < length; at++) {
    const type = unify(tuples.map((tuple) => tuple.elements[at]!));
    if (!type) return undefined;
    elements.push(type);
  }
  return tupleType(elements);
}

const preference = ["string", "number", "bool", "list", "set", "map", "tuple", "object", "dynamic"];

/** The first type, those that lose least before the others, to which all others convert without risk. */
function preferred(types: readonly TerraformType[]): TerraformType | undefined {
  const candidates = types.toSorted((a, b) => preference.indexOf(a.kind) - preference.indexOf(b.kind));
  const structures = types.some((type) => type.kind === "object" || type.kind === "tuple");
  return candidates.find((wanted) => {
    if (structures && (wanted.kind === "object" || wanted.kind === "tuple")) return false;
    return types.every((type) => sameType(type, wanted) || convertible(type, wanted, "safe"));
  });
}
