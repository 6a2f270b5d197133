import type { Place } from "./place.ts";
import type { Mapping, Tree } from "./tree.ts";

/** Where something of a resource is written, or where it would have to be. */
export type Site = WrittenSite | MissingSite;

export interface WrittenSite {
  readonly state: "written";
  readonly tree: Tree;
  readonly key: Place | undefined;
  /** The mappings on the way with what stands below each, outermost first. */
  readonly way: readonly Crossing[];
}

export interface Crossing {
  readonly name: string;
  readonly mapping: Mapping;
  readonly key: Place;
  readonly value: Tree;
}

export interface MissingSite {
  readonly state: "missing";
  /** The innermost mapping on the way that exists. */
  readonly owner: Mapping;
  /** How many names of the way lead to it; none where it is the whole body. */
  readonly depth: number;
  /** The names from there on. */
  readonly rest: readonly string[];
}

/** Follows names from a mapping; a list on the way stands for its first item, null is written and means nothing. */
export function siteIn(body: Tree, path: readonly string[], isCaseless: boolean): Site | undefined {
  const way: Crossing[] = [];
  let tree: Tree | undefined = body;
  for (const [depth, name] of path.entries()) {
    if (tree.form === "list") tree = tree.items[0];
    if (tree?.form !== "mapping") return undefined;
    const entry = entryNamed(tree, name, isCaseless);
    if (!entry || entry.value.unwritten) return { state: "missing", owner: tree, depth, rest: path.slice(depth) };
    way.push({ name, mapping: tree, key: entry.key, value: entry.value });
    tree = entry.value;
  }
  return { state: "written", tree, key: way.at(-1)?.key, way };
}

function entryNamed({ entries }: Mapping, name: string, isCaseless: boolean) {
  const exact = entries.get(name);
  if (exact || !isCaseless) return exact;
  const wanted = name.toLowerCase();
  for (const [key, entry] of entries) if (key.toLowerCase() === wanted) return entry;
  return undefined;
}
