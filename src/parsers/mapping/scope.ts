import type { Place } from "../../model/place.ts";
import type { Declaration } from "../../model/resource.ts";
import type { Entry, List, Mapping, Tree, Undecided } from "../../model/tree.ts";

/** From where a mapping table reads: a declaration's body, or a part of it that is a resource of its own. */
export interface Scope {
  readonly declaration: Declaration;
  readonly tree: Mapping | Undecided;
  /** Names compare without regard to case, as Azure Resource Manager does. */
  readonly caseless: boolean;
  /** Set for a part: the declaration it is a part of. */
  readonly outer?: Scope;
  /** Set for a part: the key it stands under, or its position. */
  readonly partName?: string;
  readonly partKey?: Place;
}

/** The way to an attribute, from block to block. */
export type Path = readonly string[];

/** What stands at a path; `header` is the first line of the innermost block on the way that exists, or the null in it. */
export type Located =
  | { readonly written: true; readonly tree: Tree; readonly header: Place; readonly key: Place | undefined }
  /** `filled` is what the provider puts in the place of what is not written. */
  | { readonly written: false; readonly header: Place; readonly filled?: Tree };

/** Splits `scale_settings.min_node_count`; the empty text is the body itself. */
export function pathOf(spelling: string | Path): Path {
  if (typeof spelling !== "string") return spelling;
  return spelling === "" ? [] : spelling.split(".");
}

/** Finds what is written at a path; a step through a list takes its first item, null counts as not written. */
export function locate(scope: Scope, path: Path): Located {
  let tree: Tree = scope.tree;
  let header = headerOf(scope.tree);
  let key = scope.partKey;
  for (const name of path) {
    const step: Tree | undefined = tree.form === "list" ? tree.items[0] : tree;
    if (step === undefined) return { written: false, header };
    tree = step;
    if (tree.form === "undecided") {
      return tree.unwritten === "wholly" ? { written: false, header } : { written: true, tree, header, key };
    }
    if (tree.form !== "mapping") {
      if (isBlank(tree)) return { written: false, header };
      return { written: true, tree: misfit(tree, name), header, key };
    }
    header = tree.header;
    const entry = entryOf(tree, name, scope.caseless);
    if (entry === undefined) return { written: false, header };
    key = entry.key;
    tree = entry.value;
    if (tree.form === "leaf" && tree.value === null) return { written: false, header: entry.value.at };
  }
  return tree.unwritten ? { written: false, header, filled: tree } : { written: true, tree, header, key };
}

/** The place of a tree's first line. */
export function headerOf(tree: Tree): Place {
  return tree.form === "mapping" ? tree.header : tree.at;
}

/** An entry of a mapping by its name. */
export function entryOf(mapping: Mapping, name: string, caseless: boolean): Entry | undefined {
  const { entries } = mapping;
  const exact = entries.get(name);
  if (exact !== undefined || !caseless) return exact;
  let wanted: string | undefined;
  for (const key of entries.keys()) {
    if (key.length !== name.length || !mayStartAlike(key, name)) continue;
    wanted ??= name.toLowerCase();
    if (key.toLowerCase() === wanted) return entries.get(key);
  }
  return undefined;
}

/** Spares most names the comparison: ASCII letters that differ in case differ in one bit. */
function mayStartAlike(one: string, other: string): boolean {
  const difference = one.charCodeAt(0) ^ other.charCodeAt(0);
  return difference === 0 || difference === 0x20 || difference >= 0x80;
}

/** The items of what is written once or several times: a list, a single block, or something that is none. */
export function itemsOf(tree: Tree): readonly Tree[] | undefined {
  if (tree.form === "list") return (tree as List).items;
  return tree.form === "undecided" ? undefined : [tree];
}

function isBlank(tree: Tree): boolean {
  return tree.form === "leaf" && (tree.value === null || tree.value === "");
}

function misfit(tree: Tree, name: string): Undecided {
  const why = `the value that should hold ${name} is not an object`;
  return { form: "undecided", why, at: tree.at, trail: tree.trail };
}
