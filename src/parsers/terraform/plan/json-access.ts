import { type JsonNode, type JsonObject, memberOf } from "../../json/syntax.ts";

/** The object under a key, if there is one. */
export function objectIn(node: JsonNode | undefined, key: string): JsonObject | undefined {
  const value = valueIn(node, key);
  return value?.type === "object" ? value : undefined;
}

export function itemsIn(node: JsonNode | undefined, key: string): readonly JsonNode[] {
  const value = valueIn(node, key);
  return value?.type === "array" ? value.items : [];
}

export function textIn(node: JsonNode | undefined, key: string): string | undefined {
  const value = valueIn(node, key);
  return value?.type === "string" ? value.value : undefined;
}

export function valueIn(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.type === "object" ? memberOf(node, key)?.value : undefined;
}

export function isTrue(node: JsonNode | undefined): boolean {
  return node?.type === "word" && node.value === true;
}
