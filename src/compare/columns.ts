import { defaultEnvironment, type Environment } from "../model/environment.ts";
import { compareEnvironments } from "../model/environment-order.ts";
import type { Root } from "../model/project.ts";
import { withoutTierWords } from "../model/tier-words.ts";

/** One environment of one root. */
export interface Column {
  /** The environment's name, unless two columns share it. */
  readonly name: string;
  readonly environment: Environment;
  readonly root: string;
}

/** Roots that stand side by side, as they are the same platform in several places. */
export interface RootGroup {
  /** The path of the root, with `*` where the paths of several differ. */
  readonly title: string;
  readonly roots: readonly Root[];
  readonly columns: readonly Column[];
}

/**
 * Puts side by side what the caller names side by side, each path with one root of the same language, and roots whose
 * paths differ only in words for environments: `live/dev/aks` and `live/prod/aks`. Any other root stands alone.
 */
export function groupRoots(roots: readonly Root[], paths: readonly string[]): RootGroup[] {
  const named = rootsSideBySide(roots, paths);
  const groups = new Map<string, Root[]>();
  for (const root of roots) {
    const key = named.includes(root) ? "" : `${root.language}\0${withoutTierWords(root.path)}`;
    const group = groups.get(key);
    if (group) group.push(root);
    else groups.set(key, [root]);
  }
  return [...groups.values()].map(groupOf);
}

/** The roots of the paths given, if there are several and each leads to one root of the same language. */
function rootsSideBySide(roots: readonly Root[], paths: readonly string[]): readonly Root[] {
  if (paths.length < 2) return [];
  const found = paths.map((path) => roots.filter((root) => root.path === path || root.path.startsWith(`${path}/`)));
  const chosen = found.flatMap((inside) => (inside.length === 1 ? inside : []));
  const isClear = chosen.length === paths.length && new Set(chosen).size === chosen.length;
  return isClear && chosen.every(({ language }) => language === chosen[0]!.language) ? chosen : [];
}

function groupOf(roots: readonly Root[]): RootGroup {
  const plain = roots.flatMap((root) =>
    root.environments.map((environment) => ({ name: environment.name, environment, root: root.path })),
  );
  const columns =
    roots.length === 1 ? plain : plain.map((column) => ({ ...column, name: nameOf(column, plain, roots) }));
  return { title: titleOf(roots.map(({ path }) => path)), roots, columns: columns.sort(byEnvironment) };
}

/** The environment's name; the part of the root's path that is its own, where several share the name or it says nothing. */
function nameOf({ name, root }: Column, columns: readonly Column[], roots: readonly Root[]): string {
  const isUnique = columns.filter((other) => other.name === name).length === 1;
  if (isUnique && name !== defaultEnvironment) return name;
  const own = ownPart(
    root,
    roots.map(({ path }) => path),
  );
  const several = columns.filter((other) => other.root === root).length > 1;
  return several ? `${own} ${name}` : own;
}

function byEnvironment(a: Column, b: Column): number {
  return compareEnvironments({ ...a.environment, name: a.name }, { ...b.environment, name: b.name });
}

/** What is left of a path without the components that all of them begin and end with. */
function ownPart(path: string, paths: readonly string[]): string {
  const { start, end } = sharedEnds(paths);
  const parts = path.split("/");
  return parts.slice(start, parts.length - end).join("/") || path || ".";
}

function titleOf(paths: readonly string[]): string {
  if (paths.length === 1) return paths[0] === "" ? "." : paths[0]!;
  const { start, end } = sharedEnds(paths);
  const parts = paths[0]!.split("/");
  return [...parts.slice(0, start), "*", ...parts.slice(parts.length - end)].join("/");
}

function sharedEnds(paths: readonly string[]): { readonly start: number; readonly end: number } {
  const split = paths.map((path) => path.split("/"));
  const shortest = Math.min(...split.map((parts) => parts.length));
  const first = split[0]!;
  let start = 0;
  while (start < shortest && split.every((parts) => parts[start] === first[start])) start++;
  let end = 0;
  while (end < shortest - start && split.every((parts) => parts.at(-1 - end) === first.at(-1 - end))) end++;
  return { start, end };
}
