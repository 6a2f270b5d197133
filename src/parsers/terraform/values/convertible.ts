import type { TerraformType } from "./type.ts";

/**
 * Whether values of one type can become another one. A risky conversion can fail for some values: text to numbers, a map
 * to an object.
 */
export function convertible(from: TerraformType, to: TerraformType, risk: "safe" | "risky"): boolean {
  if (to.kind === "dynamic" || from.kind === "dynamic") return true;
  switch (to.kind) {
    case "string":
      return from.kind === "string" || from.kind === "number" || from.kind === "bool";
    case "number":
    case "bool":
      return from.kind === to.kind || (risk === "risky" && from.kind === "string");
    case "list":
    case "set":
      if (from.kind === "tuple") return from.elements.every((element) => convertible(element, to.element, risk));
      return (from.kind === "list" || from.kind === "set") && convertible(from.element, to.element, risk);
    case "map":
      if (from.kind === "object") return everyAttribute(from.attributes, to.element, risk);
      return from.kind === "map" && convertible(from.element, to.element, risk);
    case "tuple": {
      if (from.kind !== "tuple" || from.elements.length !== to.elements.length) return false;
      return from.elements.every((element, at) => convertible(element, to.elements[at]!, risk));
    }
    default:
      return convertibleToObject(from, to, risk);
  }
}

function everyAttribute(types: ReadonlyMap<string, TerraformType>, to: TerraformType, risk: "safe" | "risky"): boolean {
  for (const type of types.values()) if (!convertible(type, to, risk)) return false;
  return true;
}

function convertibleToObject(
  from: TerraformType,
  to: TerraformType & { kind: "object" },
  risk: "safe" | "risky",
): boolean {
  for (const [name, wanted] of to.attributes) {
    if (from.kind === "map") {
      if (risk === "safe" || !convertible(from.element, wanted, risk)) return false;
    } else if (from.kind === "object") {
      const own = from.attributes.get(name);
      if (own ? !convertible(own, wanted, risk) : !to.optional?.has(name)) return false;
    } else return false;
  }
  return from.kind === "object" || (from.kind === "map" && risk === "risky");
}
