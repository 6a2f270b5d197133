import type { Kind } from "../model/kinds.ts";
import type { Resource } from "../model/resource.ts";
import { withoutTierWords } from "../model/tier-words.ts";
import type { Column } from "./columns.ts";

/** What is one resource to a reader: at most one of the model in each column. */
export interface Match {
  readonly kind: Kind;
  /** By the column's index. */
  readonly resources: ReadonlyMap<number, Resource>;
}

interface Growing extends Match {
  readonly resources: Map<number, Resource>;
}

/**
 * Finds over the columns which resources are the same: by kind and address; what then stands in some columns only, by the
 * address without words for environments; and over several roots, what is the only one of its kind left in each.
 */
export function matchResources(resources: readonly Resource[], columns: readonly Column[]): Match[] {
  const matches = byAddress(resources, columns);
  const isAcrossRoots = new Set(columns.map(({ root }) => root)).size > 1;
  const joined = join(matches, columns.length, ({ kind, resources: found }) => {
    const [first] = found.values();
    return `${kind}\0${withoutTierWords(first!.identity.address)}`;
  });
  return isAcrossRoots ? join(joined, columns.length, ({ kind }) => kind) : joined;
}

function byAddress(resources: readonly Resource[], columns: readonly Column[]): Growing[] {
  const indexes = new Map(columns.map((column, index) => [columnKey(column.root, column.environment.name), index]));
  const matches = new Map<string, Growing[]>();
  for (const resource of resources) {
    const { root, address } = resource.identity;
    const index = indexes.get(columnKey(root, resource.environment.name));
    if (index === undefined) continue;
    const key = `${resource.kind}\0${address}`;
    const known = matches.get(key) ?? [];
    matches.set(key, known);
    const free = known.find((match) => !match.resources.has(index));
    if (free) free.resources.set(index, resource);
    else known.push({ kind: resource.kind, resources: new Map([[index, resource]]) });
  }
  return [...matches.values()].flat();
}

/** Joins matches that share a key, if together they hold no column twice; those that are complete stay as they are. */
function join(matches: readonly Growing[], columns: number, keyOf: (match: Growing) => string): Growing[] {
  const groups = new Map<string, Growing[]>();
  for (const match of matches) {
    const key = match.resources.size === columns ? undefined : keyOf(match);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(match);
    else if (key !== undefined) groups.set(key, [match]);
  }
  const absorbed = new Set<Growing>();
  for (const [first, ...others] of groups.values()) {
    const indexes = [first!, ...others].flatMap(({ resources }) => [...resources.keys()]);
    if (new Set(indexes).size < indexes.length) continue;
    for (const other of others) {
      for (const [index, resource] of other.resources) first!.resources.set(index, resource);
      absorbed.add(other);
    }
  }
  return matches.filter((match) => !absorbed.has(match));
}

function columnKey(root: string, environment: string): string {
  return `${root}\0${environment}`;
}
