import { addressMeans } from "../model/address.ts";
import type { Declaration, Resource } from "../model/resource.ts";
import type { Target, Tree } from "../model/tree.ts";
import type { Value } from "../model/value.ts";

/** A declaration that changes a resource which is declared elsewhere, with what it was mapped to. */
export interface Update {
  readonly declaration: Declaration;
  readonly resources: readonly Resource[];
}

/**
 * The resources as updates leave them: what an update writes counts for the resource that it changes, and the update
 * itself is then only something to refer to. One that may not exist, or changes what was not read, stays by itself.
 */
export function withUpdates(resources: readonly Resource[], updates: readonly Update[]): readonly Resource[] {
  const changed = new Map<Resource, Resource>();
  const change = (resource: Resource, how: (as: Resource) => Resource) =>
    changed.set(resource, how(changed.get(resource) ?? resource));
  for (const { declaration, resources: parts } of updates) {
    const target = targetOf(declaration);
    if (target === undefined || declaration.type === "azapi_update_resource") {
      const possible = resources.filter((resource) => mayBeMeant(resource, target, declaration));
      for (const base of possible) change(base, (as) => perhapsUpdated(as, declaration));
    }
    const wholes = parts.filter(({ declared }) => declared.part.length === 0);
    if (!target || wholes.length === 0 || !declaration.existence.certain) continue;
    const bases = resources.filter((resource) => isMeant(resource, target, declaration));
    for (const base of bases) {
      const same = wholes.find(({ kind }) => kind === base.kind);
      if (same) change(base, (as) => updated(as, same));
    }
    if (bases.length > 0) for (const whole of wholes) changed.set(whole, onlyLookedUp(whole));
  }
  return changed.size === 0 ? resources : resources.map((resource) => changed.get(resource) ?? resource);
}

/** The address whose id an update names. */
function targetOf(update: Declaration): Target | undefined {
  const id = idOf(update);
  return id?.form === "undecided" && id.target?.attribute === "id" ? id.target : undefined;
}

/** In the words of ARM or, where the type is not known, of azapi. */
function idOf({ body }: Declaration): Tree | undefined {
  return (body.entries.get("id") ?? body.entries.get("resource_id"))?.value;
}

function isMeant(resource: Resource, target: Target, update: Declaration): boolean {
  return isBeside(resource, update, target.root) && addressMeans(target.address, resource.identity.address);
}

/** Whether an update of which type or id is not known may be one of a resource; an id that is known is of another. */
function mayBeMeant(resource: Resource, target: Target | undefined, update: Declaration): boolean {
  if (target) return isMeant(resource, target, update);
  if (idOf(update)?.form !== "undecided" || !isBeside(resource, update, update.identity.root)) return false;
  const type = update.type.toLowerCase();
  return type === "azapi_update_resource" || resource.azureType?.toLowerCase() === type;
}

function isBeside({ identity, environment, existing, declared, partial }: Resource, update: Declaration, root: string) {
  const isWhole = !existing && !partial && declared.part.length === 0;
  return isWhole && identity.root === root && environment.name === update.environment.name;
}

function updated(base: Resource, update: Resource): Resource {
  const written = update.attributes as unknown as Values;
  const isWritten = (name: string) => written[name]?.state !== "absent" && update.spelling(name) !== undefined;
  return {
    ...withAttributes(base, (name, before) => (isWritten(name) ? written[name]! : before())),
    spelling: (name) => (isWritten(name) ? update : base).spelling(name),
    site: (name, entry) => (isWritten(name) ? update : base).site(name, entry),
  };
}

/** Where nobody can know whether an update writes something, what the resource itself leaves out is unknown. */
function perhapsUpdated(base: Resource, update: Declaration): Resource {
  const why = `${update.identity.address} may write it, whose type or id is not known`;
  return withAttributes(base, (_, before) => {
    const value = before();
    return value.state === "absent" ? { state: "unknown", why, at: value.at, trail: [] } : value;
  });
}

/** The same resource, whose attributes are read by name and, where that asks for it, out of what they were before. */
function withAttributes(
  base: Resource,
  read: (name: string, before: () => Value<unknown>) => Value<unknown>,
): Resource {
  const before = base.attributes as unknown as Values;
  const attributes: Values = {};
  for (const name in before) {
    Object.defineProperty(attributes, name, { enumerable: true, get: () => read(name, () => before[name]!) });
  }
  return { ...plain(base), attributes: attributes as unknown as Resource["attributes"] };
}

type Values = Record<string, Value<unknown>>;

function onlyLookedUp(update: Resource): Resource {
  return { ...plain(update), existing: true };
}

/** The same as an object of its own, whose parts can be replaced. */
function plain(resource: Resource): Resource {
  const { kind, source, type, versions, version, azureType, identity, environment, existence, existing } = resource;
  const { at, header, calls, actions, partial, supposed, attributes, declared } = resource;
  return {
    ...{ kind, source, type, versions, version, azureType, identity, environment, existence, existing },
    ...{ at, header, calls, attributes, declared },
    ...(actions && { actions }),
    ...(partial && { partial }),
    ...(supposed && { supposed }),
    spelling: (name) => resource.spelling(name),
    site: (name, entry) => resource.site(name, entry),
  };
}
