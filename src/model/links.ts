import { addressMeans } from "./address.ts";
import { type Environment, environmentsThatMeet } from "./environment.ts";
import type { Items, Kind, Kinds } from "./kinds.ts";
import { knownText, type Reference } from "./reference.ts";
import { type Resource, withoutInstanceKeys } from "./resource.ts";
import {
  lastName,
  matchesId,
  matchesName,
  type NamedResource,
  parentAttributes,
  textOfValue,
} from "./resource-match.ts";
import type { Target } from "./tree.ts";
import type { Value } from "./value.ts";

/** What a reference means. */
export type Resolution<K extends Kind = Kind> =
  | { readonly state: "found"; readonly resources: readonly Resource<K>[] }
  /** It certainly means something that was not read. */
  | { readonly state: "outside" }
  | {
      readonly state: "unknown";
      readonly why: string;
      /** The only ones that it may mean, where that much is known. */
      readonly possible?: readonly Resource[];
    };

/** The resources that point at another one. */
export interface Pointing<K extends Kind = Kind> {
  /** Those that certainly exist. */
  readonly resources: readonly Resource<K>[];
  /** Those that point at it, if they exist: they neither cause nor prevent a finding about something missing. */
  readonly uncertain: readonly Resource<K>[];
  /** Why one more may point at it: its reference cannot be resolved, or a module was not read. */
  readonly unresolved: string | undefined;
  /** The same of those that may not exist. */
  readonly unresolvedUncertain: string | undefined;
}

/** What Links is told besides the resources. */
export interface LinksOptions {
  /** All environments of a root, also those in which it has no resource. */
  readonly environments?: ReadonlyMap<string, readonly Environment[]>;
  /** Roots of which a module could not be read, with the reason: anything may be declared there. */
  readonly unread?: ReadonlyMap<string, string>;
}

/** The links between resources of one run: within roots by address, across roots and formats by id and name. */
export class Links {
  readonly #byKind = new Map<Kind, NamedPool>();
  readonly #byBlock = new Map<string, Resource[]>();
  readonly #environments = new Map<string, readonly Environment[]>();
  readonly #unread: ReadonlyMap<string, string>;
  readonly #pools = new Map<string, NamedPool>();
  readonly #inverse = new Map<string, Inverse>();
  readonly #names = new Map<Resource, NamedResource>();

  constructor(resources: readonly Resource[], options: LinksOptions = {}) {
    this.#unread = options.unread ?? new Map();
    const environments = new Map<string, Map<string, Environment>>();
    for (const resource of resources) {
      const { root, block } = resource.identity;
      push(this.#byBlock, blockKeyOf(root, resource.environment, block), resource);
      const pool = this.#byKind.get(resource.kind) ?? new NamedPool();
      this.#byKind.set(resource.kind, pool);
      pool.add(resource);
      const known = environments.get(root) ?? new Map<string, Environment>();
      environments.set(root, known);
      known.set(resource.environment.name, resource.environment);
    }
    for (const [root, known] of environments) this.#environments.set(root, [...known.values()]);
    for (const [root, known] of options.environments ?? []) this.#environments.set(root, known);
  }

  /** The resources of a kind that a reference of `from` means in an environment. */
  resolve<K extends Kind>(reference: Reference, from: Resource, environment: Environment, kind: K): Resolution<K> {
    if (reference.by === "address") return this.#resolveAddress(reference.target, from, environment, kind);
    const pool = this.#visible(kind, from, environment);
    const found: Resource[] = [];
    const possible: Resource[] = [];
    for (const candidate of pool.named(this, lastName(reference))) {
      const oneDeployment = candidate.resource.identity.root === from.identity.root;
      const verdict =
        reference.by === "id"
          ? matchesId(reference.id, candidate, oneDeployment)
          : matchesName(reference.name, reference.group, candidate, oneDeployment);
      if (verdict === true) found.push(candidate.resource);
      else if (verdict === undefined) possible.push(candidate.resource);
    }
    if (found.length > 0) return { state: "found", resources: preferOwnRoot(found, from) as Resource<K>[] };
    if (possible.length === 0) return { state: "outside" };
    return { state: "unknown", why: "names that are not known leave open which resource is meant", possible };
  }

  /** All resources of a kind that `from` shares an environment with, itself included. */
  of<K extends Kind>(kind: K, from: Resource, environment: Environment): readonly Resource<K>[] {
    return this.#visible(kind, from, environment).resources as readonly Resource[] as readonly Resource<K>[];
  }

  /** The resources of a kind whose attribute points at a resource. */
  pointingTo<K extends Kind>(
    resource: Resource,
    kind: K,
    attribute: keyof Kinds[K] & string,
    environment: Environment,
  ): Pointing<K> {
    const inverse = this.#inverseOf(kind, attribute, resource.kind);
    const visible = this.#visible(kind, resource, environment);
    const pointing = (inverse.pointing.get(resource) ?? []).filter((candidate) => visible.has(candidate));
    const open = openAmong(inverse, visible, resource);
    return {
      resources: pointing.filter(({ existence }) => existence.certain) as Resource<K>[],
      uncertain: pointing.filter(({ existence }) => !existence.certain) as Resource<K>[],
      unresolved: open.certain ?? this.#unread.get(resource.identity.root),
      unresolvedUncertain: open.uncertain,
    };
  }

  /** A resource with its names; where a reference to its parent leads to a resource, by that one's name. */
  nameOf(resource: Resource): NamedResource {
    const known = this.#names.get(resource);
    if (known) return known;
    const named = this.#readNames(resource);
    this.#names.set(resource, named);
    return named;
  }

  #readNames(resource: Resource): NamedResource {
    const attributes = resource.attributes as unknown as Readonly<Record<string, Value<unknown> | undefined>>;
    const groupValue = attributes["group"];
    const groupIsText = groupValue?.state !== "known" || typeof groupValue.value === "string";
    return {
      resource,
      name: textOfValue(attributes["name"]),
      group: groupIsText ? textOfValue(groupValue) : undefined,
      parent: this.#parentName(resource, attributes),
    };
  }

  #parentName(resource: Resource, attributes: Readonly<Record<string, Value<unknown> | undefined>>) {
    for (const name of parentAttributes) {
      const value = attributes[name];
      if (value?.state !== "known" || typeof value.value !== "object") continue;
      const reference = value.value as Reference;
      if (reference.by !== "address") return lastName(reference);
      const parent = this.#atAddress(reference.target, resource.environment)[0];
      return parent && textOfValue((parent.attributes as { readonly name?: Value<unknown> }).name);
    }
    return undefined;
  }

  #resolveAddress<K extends Kind>(target: Target, from: Resource, environment: Environment, kind: K): Resolution<K> {
    if (!meansTheResource(target.attribute)) {
      return { state: "unknown", why: `${target.address}.${target.attribute} does not say which resource it means` };
    }
    const environments =
      target.root === from.identity.root
        ? [from.environment]
        : environmentsThatMeet(environment, this.#environments.get(target.root) ?? []);
    const resources = environments
      .flatMap((met) => this.#atAddress(target, met))
      .filter((resource) => resource.kind === kind);
    return resources.length > 0 ? { state: "found", resources: resources as Resource<K>[] } : { state: "outside" };
  }

  #atAddress(target: Target, environment: Environment): Resource[] {
    const block = withoutInstanceKeys(target.address);
    const resources = this.#byBlock.get(blockKeyOf(target.root, environment, block)) ?? [];
    return block === target.address
      ? resources
      : resources.filter((resource) => addressMeans(target.address, resource.identity.address));
  }

  #visible(kind: Kind, from: Resource, environment: Environment): NamedPool {
    const own = from.environment.name;
    const key = [kind, from.identity.root, own, environment.name, environment.tier].join("\0");
    const known = this.#pools.get(key);
    if (known) return known;
    const met = new Map<string, ReadonlySet<string>>();
    const pool = new NamedPool();
    for (const resource of this.#byKind.get(kind)?.members ?? []) {
      const { root } = resource.identity;
      const name = resource.environment.name;
      const visible = root === from.identity.root ? name === own : this.#met(root, environment, met).has(name);
      if (visible) pool.add(resource);
    }
    this.#pools.set(key, pool);
    return pool;
  }

  #met(root: string, environment: Environment, met: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
    const known = met.get(root);
    if (known) return known;
    const environments = environmentsThatMeet(environment, this.#environments.get(root) ?? []);
    const names = new Set(environments.map(({ name }) => name));
    met.set(root, names);
    return names;
  }

  #inverseOf(kind: Kind, attribute: string, targetKind: Kind): Inverse {
    const key = `${kind}\0${attribute}\0${targetKind}`;
    const known = this.#inverse.get(key);
    if (known) return known;
    const inverse: Inverse = { pointing: new Map(), open: [], openTo: new Map(), openByPool: new Map() };
    this.#inverse.set(key, inverse);
    for (const resource of this.#byKind.get(kind)?.members ?? []) {
      if (resource.existing) continue;
      for (const value of referencesOf(resource, attribute)) this.#point(inverse, resource, value, targetKind);
    }
    return inverse;
  }

  #point(inverse: Inverse, from: Resource, value: Value<Reference>, targetKind: Kind): void {
    if (value.state === "absent") return;
    const resolution: Resolution =
      value.state === "unknown" ? value : this.resolve(value.value, from, from.environment, targetKind);
    if (resolution.state === "unknown") {
      const one: OpenReference = { resource: from, why: resolution.why };
      if (resolution.possible) for (const target of resolution.possible) push(inverse.openTo, target, one);
      else inverse.open.push(one);
    } else if (resolution.state === "found") {
      for (const target of resolution.resources) push(inverse.pointing, target, from);
    }
  }
}

interface Inverse {
  readonly pointing: Map<Resource, Resource[]>;
  /** References that may point at anything. */
  readonly open: OpenReference[];
  /** Those that may point at a resource, among others. */
  readonly openTo: Map<Resource, OpenReference[]>;
  /** Why one of a pool's resources leaves it open; looked for once. */
  readonly openByPool: Map<NamedPool, Open>;
}

interface OpenReference {
  readonly resource: Resource;
  readonly why: string;
}

/** Why a resource that certainly exists leaves it open what points where, and why one does that may not exist. */
interface Open {
  readonly certain: string | undefined;
  readonly uncertain: string | undefined;
}

/** Resources of one kind, found by name without looking at all of them. */
class NamedPool {
  /** Without those that are only supposed to be of the kind. */
  readonly resources: Resource[] = [];
  readonly members: Resource[] = [];
  #set: Set<Resource> | undefined;
  #byName: Map<string, NamedResource[]> | undefined;
  #unnamed: NamedResource[] = [];

  add(resource: Resource): void {
    this.members.push(resource);
    if (!resource.supposed) this.resources.push(resource);
  }

  has(resource: Resource): boolean {
    this.#set ??= new Set(this.members);
    return this.#set.has(resource);
  }

  /** Those that may have a name: with exactly it, or whose name is not wholly known. */
  named(links: Links, name: ReturnType<typeof lastName>): readonly NamedResource[] {
    this.#byName ??= this.#index(links);
    const byName = this.#byName;
    const known = name && knownText(name);
    if (known === undefined) return [...[...byName.values()].flat(), ...this.#unnamed];
    return [...(byName.get(known.toLowerCase()) ?? []), ...this.#unnamed];
  }

  #index(links: Links): Map<string, NamedResource[]> {
    const byName = new Map<string, NamedResource[]>();
    for (const resource of this.resources) {
      const named = links.nameOf(resource);
      const known = named.name && knownText(named.name);
      if (known === undefined) this.#unnamed.push(named);
      else push(byName, known.toLowerCase(), named);
    }
    return byName;
  }
}

function openAmong(inverse: Inverse, pool: NamedPool, target: Resource): Open {
  let anywhere = inverse.openByPool.get(pool);
  if (!anywhere) {
    anywhere = firstOpen(inverse.open, pool);
    inverse.openByPool.set(pool, anywhere);
  }
  const here = inverse.openTo.get(target);
  if (!here) return anywhere;
  const { certain, uncertain } = firstOpen(here, pool);
  return { certain: anywhere.certain ?? certain, uncertain: anywhere.uncertain ?? uncertain };
}

function firstOpen(references: readonly OpenReference[], pool: NamedPool): Open {
  const visible = references.filter(({ resource }) => pool.has(resource));
  return {
    certain: visible.find(({ resource }) => resource.existence.certain)?.why,
    uncertain: visible.find(({ resource }) => !resource.existence.certain)?.why,
  };
}

function referencesOf(resource: Resource, attribute: string): Value<Reference>[] {
  const value = (resource.attributes as unknown as Readonly<Record<string, Value<Reference | Items<Reference>>>>)[
    attribute
  ];
  if (value === undefined) return [];
  if (value.state === "known" && Array.isArray(value.value)) return [...(value.value as Items<Reference>)];
  return [value as Value<Reference>];
}

/** Attributes of which the value stands for the resource itself. */
function meansTheResource(attribute: string): boolean {
  const last = attribute.slice(attribute.lastIndexOf(".") + 1);
  return /^(?:id|name|resource_id|principal_id|client_id|object_id|versionless_id|vault_uri)$/.test(last);
}

function preferOwnRoot(found: readonly Resource[], from: Resource): readonly Resource[] {
  const own = found.filter((resource) => resource.identity.root === from.identity.root);
  return own.length > 0 ? own : found;
}

function blockKeyOf(root: string, environment: Environment, block: string): string {
  return `${root}\0${environment.name}\0${block}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
