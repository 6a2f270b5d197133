import type { Resource } from "./resource.ts";
import { matchesSegment, type Piece } from "./segment-pattern.ts";

/** Which resources are shown; an empty list leaves all. */
export interface Filter {
  /** Kinds of the model or types as written: `compute.cluster`, `azurerm_key_vault`. */
  readonly types: readonly string[];
  /** Addresses with `*` for any text and `?` for one character. */
  readonly addresses: readonly string[];
}

export function isWanted({ kind, type, identity }: Resource, { types, addresses }: Filter): boolean {
  if (types.length > 0 && !types.some((wanted) => isType(wanted, kind) || isType(wanted, type))) return false;
  return addresses.length === 0 || addresses.some((pattern) => matchesPattern(pattern, identity.address));
}

function isType(wanted: string, name: string): boolean {
  return matchesPattern(wanted.toLowerCase(), name.toLowerCase());
}

/** Whether a text fits a pattern, in which `*` stands for any text and `?` for one character. */
export function matchesPattern(pattern: string, text: string): boolean {
  const pieces = pattern.split("").map((wanted): Piece => {
    if (wanted === "*") return "any";
    return (character) => wanted === "?" || character === wanted;
  });
  return matchesSegment(pieces, text);
}
