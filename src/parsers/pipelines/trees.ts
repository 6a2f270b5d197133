import type { Mapping, Tree } from "../../model/tree.ts";

export function child(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let next = tree;
  for (const key of path) next = next?.form === "mapping" ? next.entries.get(key)?.value : undefined;
  return next;
}

export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.form === "leaf" && tree.value !== null ? String(tree.value) : undefined;
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.form === "list" ? tree.items : [];
}

export function entriesOf(tree: Tree | undefined): readonly (readonly [string, Tree])[] {
  return tree?.form === "mapping" ? [...tree.entries].map(([key, { value }]) => [key, value] as const) : [];
}

export function isMapping(tree: Tree | undefined): tree is Mapping {
  return tree?.form === "mapping";
}
