import type { JsonMember, JsonNode, JsonObject } from "../../json/syntax.ts";
import { memberOf } from "../../json/syntax.ts";

/** The member of that name; Azure compares the names of a template without regard to case. */
export function findMember(object: JsonObject, name: string): JsonMember | undefined {
  const exact = memberOf(object, name);
  if (exact) return exact;
  const lower = name.toLowerCase();
  return object.members.findLast(({ key }) => key.length === name.length && key.toLowerCase() === lower);
}

export function find(object: JsonNode | undefined, name: string): JsonNode | undefined {
  return object?.type === "object" ? findMember(object, name)?.value : undefined;
}

export function findText(object: JsonNode | undefined, name: string): string | undefined {
  const value = find(object, name);
  return value?.type === "string" ? value.value : undefined;
}

export function findObject(object: JsonNode | undefined, name: string): JsonObject | undefined {
  const value = find(object, name);
  return value?.type === "object" ? value : undefined;
}
