import type { Tree } from "../../model/tree.ts";
import { locate, pathOf, type Scope } from "./scope.ts";

/** Which parts of a declaration are resources of their own. */
export interface PartSelector {
  /** Where the parts stand, so that tests can look it up in schemas. */
  readonly path: string;
  select(scope: Scope): readonly Part[];
}

export interface Part {
  /** What it adds to the address of the declaration. */
  readonly address: string;
  readonly scope: Scope;
}

/** The one block at a path. */
export function block(path: string): PartSelector {
  const steps = pathOf(path);
  const select = (scope: Scope) => {
    const located = locate(scope, steps);
    if (!located.written) return [];
    const tree = located.tree.form === "list" ? located.tree.items[0] : located.tree;
    return tree ? [partOf(scope, tree, path)] : [];
  };
  return { path, select };
}

/** Every block, or item of the list, at a path; one undecidable part where it cannot be told how many there are. */
export function blocks(path: string): PartSelector {
  const steps = pathOf(path);
  const select = (scope: Scope) => {
    const located = locate(scope, steps);
    if (!located.written) return [];
    const { tree } = located;
    if (tree.form !== "list") return [partOf(scope, tree, path)];
    return tree.items.map((item, index) => partOf(scope, item, `${path}.${index}`, String(index)));
  };
  return { path, select };
}

/** Every entry of the map at a path. */
export function entries(path: string): PartSelector {
  const steps = pathOf(path);
  const select = (scope: Scope) => {
    const located = locate(scope, steps);
    if (!located.written) return [];
    const { tree } = located;
    if (tree.form !== "mapping") return tree.form === "undecided" ? [partOf(scope, tree, path)] : [];
    const parts: Part[] = [];
    for (const [name, entry] of tree.entries) {
      if (entry.value.form === "leaf" && entry.value.value === null) continue;
      const part = partOf(scope, entry.value, `${path}.${name}`, name);
      parts.push({ ...part, scope: { ...part.scope, partKey: entry.key } });
    }
    return parts;
  };
  return { path, select };
}

function partOf(outer: Scope, tree: Tree, address: string, partName?: string): Part {
  const { declaration, caseless } = outer;
  const body =
    tree.form === "mapping" || tree.form === "undecided"
      ? tree
      : ({ form: "undecided", why: `${address} is not an object`, at: tree.at, trail: tree.trail } as const);
  return { address, scope: { declaration, caseless, outer, tree: body, ...(partName !== undefined && { partName }) } };
}
