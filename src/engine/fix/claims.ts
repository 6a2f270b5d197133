import type { Finding } from "../finding.ts";
import type { Change, Proposal } from "./change.ts";
import { type Difference, declarationKey, isBelow } from "./differences.ts";

/** What may change: the attributes that findings are about, on the resources and in the environments in which they hold. */
export class Claims {
  readonly #ways = new Map<string, (readonly string[])[]>();
  readonly #environments = new Set<string>();

  constructor(findings: readonly Finding[]) {
    for (const { proposals } of findings) for (const proposal of proposals ?? []) this.#add(proposal);
  }

  cover(difference: Difference): boolean {
    const ways = this.#ways.get(difference.of);
    if (ways?.some((way) => isBelow(difference.path, way))) return true;
    const [root = "", environment = ""] = difference.of.split("\0");
    return this.#environments.has(`${root}\0${environment}`);
  }

  #add({ resource, changes }: Proposal): void {
    const { identity, environment, declared } = resource;
    // A misspelt name in a variable file was meant to change what its variable decides.
    if (resource.kind === "assignment") this.#environments.add(`${identity.root}\0${environment.name}`);
    const key = declarationKey(identity.root, environment.name, declared.address);
    const ways = this.#ways.get(key) ?? [];
    this.#ways.set(key, ways);
    for (const change of changes) for (const way of waysOf(change, resource)) ways.push([...declared.part, ...way]);
  }
}

/** Where below a declaration a change is seen. */
function waysOf(change: Change, resource: Proposal["resource"]): (readonly string[])[] {
  const pathOf = (attribute: string) => resource.spelling(attribute)?.path ?? [];
  if ("set" in change) return [withEntry(pathOf(change.set), change.entry)];
  if ("add" in change) return [pathOf(change.add)];
  if ("rename" in change) {
    const path = pathOf(change.rename);
    return [
      [...path, change.entry],
      [...path, change.to],
    ];
  }
  if ("remove" in change) {
    const path = withEntry(pathOf(change.remove), change.entry);
    const holder = change.with === undefined ? -1 : path.indexOf(change.with);
    return [holder < 0 ? path : path.slice(0, holder + 1)];
  }
  return [[]];
}

function withEntry(path: readonly string[], entry: string | undefined): readonly string[] {
  return entry === undefined ? path : [...path, entry];
}
