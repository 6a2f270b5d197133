import type { Resource } from "./resource.ts";

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

/** Walks both texts once and goes back only to the last star, so that no pattern costs more than its product. */
export function matchesPattern(pattern: string, text: string): boolean {
  let [inPattern, inText] = [0, 0];
  let star = -1;
  let resume = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      star = inPattern++;
      resume = inText;
    } else if (wanted === "?" || wanted === text[inText]) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++resume;
    } else return false;
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}
