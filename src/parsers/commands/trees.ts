import type { Place } from "../../model/place.ts";
import type { Entry, Leaf, List, Mapping, Tree, Undecided } from "../../model/tree.ts";

/** Trees that are written where they stand: no trail leads to them. */
export function leaf(value: Leaf["value"], at: Place): Leaf {
  return { form: "leaf", value, at, trail: [] };
}

export function list(items: readonly Tree[], at: Place): List {
  return { form: "list", items, at, trail: [] };
}

export function mapping(entries: ReadonlyMap<string, Entry>, at: Place, header: Place): Mapping {
  return { form: "mapping", entries, at, header, trail: [] };
}

export function undecided(why: string, at: Place): Undecided {
  return { form: "undecided", why, at, trail: [] };
}
