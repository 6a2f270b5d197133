import type { Environment } from "../model/environment.ts";
import type { Kind, Kinds } from "../model/kinds.ts";
import type { Links } from "../model/links.ts";
import type { Place } from "../model/place.ts";
import type { Reference } from "../model/reference.ts";
import { blockKey, type Resource } from "../model/resource.ts";
import { type Known, orDefault, type Value } from "../model/value.ts";
import type { Counterparts } from "./counterparts.ts";
import type { Fix } from "./fix/change.ts";
import type { Level } from "./level.ts";
import { attributeName, attributeSetting, attributeState } from "./phrases.ts";
import type { Context, Draft } from "./rule.ts";

/** Thrown by a check that cannot be decided: a signal, not an error. */
export class Undecided {
  readonly why: string;
  readonly at: Place | undefined;

  constructor(why: string, at?: Place) {
    this.why = why;
    this.at = at;
  }
}

/** What one check of one resource in one environment reported. */
export interface RawFinding {
  readonly resource: Resource;
  readonly environment: Environment;
  readonly attribute: string;
  readonly at: Place;
  readonly message: string;
  readonly help: string;
  readonly level: Level | undefined;
  /** The value that is wrong, first, then every other one the verdict rests on. */
  readonly basis: readonly BasisValue[];
  readonly fix?: Fix | undefined;
  readonly fixIsUnsafe?: true | undefined;
  /** How many environments of other roots the resource was checked against; none where it has one of its own. */
  readonly checkedAgainst?: number;
}

export type BasisValue = Pick<Known<unknown>, "at" | "trail" | "sensitive">;

/** The surroundings of checks: links between resources and the sets of environments. */
export interface Surroundings {
  readonly links: Links;
  readonly today: string;
  readonly options: OptionsOf;
  /** The environments of a root, by the root's path. */
  readonly environmentsOfRoot: ReadonlyMap<string, readonly Environment[]>;
  readonly counterparts: Counterparts;
}

/** The options that the configuration sets for a rule in the file of a resource. */
export type OptionsOf = (rule: string, at: Place) => Readonly<Record<string, unknown>> | undefined;

/** The context of one check. It is made anew for each, and remembers what the check read. */
export class CheckContext<K extends Kind> implements Context<K> {
  readonly environment: Environment;
  readonly #rule: string;
  readonly #resource: Resource<K>;
  readonly #surroundings: Surroundings;
  #findings: RawFinding[] | undefined;
  #basis: BasisValue[] | undefined;
  #crossed: Map<string, Environment> | undefined;
  #leftOpen: Undecided | undefined;

  constructor(rule: string, resource: Resource<K>, environment: Environment, surroundings: Surroundings) {
    this.#rule = rule;
    this.#resource = resource;
    this.environment = environment;
    this.#surroundings = surroundings;
  }

  get findings(): readonly RawFinding[] {
    return this.#findings ?? [];
  }

  /** Environments of other roots that the check looked into: a source without one of its own is checked against each. */
  get crossed(): Iterable<Environment> {
    return this.#crossed?.values() ?? [];
  }

  /** Why a check that came to its end without a finding is undecided all the same. */
  get leftOpen(): Undecided | undefined {
    return this.#findings === undefined ? this.#leftOpen : undefined;
  }

  get today(): string {
    return this.#surroundings.today;
  }

  numberOption(name: string): number | undefined {
    const value = this.#option(name);
    return typeof value === "number" ? value : undefined;
  }

  listOption(name: string): readonly string[] | undefined {
    const value = this.#option(name);
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  get subject(): string {
    return this.#resource.identity.address;
  }

  name(attribute: string): string {
    return attributeName(this.#resource, attribute);
  }

  state(attribute: keyof Kinds[K] & string): string {
    return attributeState(this.#resource, attribute, this.#resource.attributes[attribute] as Value<unknown>);
  }

  setting(attribute: string, value: unknown): string {
    return attributeSetting(this.#resource, attribute, value);
  }

  get siblings(): readonly Environment[] {
    return this.#surroundings.environmentsOfRoot.get(this.#resource.identity.root) ?? [this.environment];
  }

  known<T>(value: Value<T>): T | undefined {
    const decided = orDefault(value);
    if (decided.state === "unknown") throw new Undecided(decided.why, decided.at);
    if (decided.state === "absent") return undefined;
    this.rest(decided);
    return decided.value;
  }

  written<T>(value: Value<T>): T | undefined {
    return value.state === "absent" ? undefined : this.known(value);
  }

  glimpse<T>(value: Value<T>): T | undefined {
    const decided = orDefault(value);
    return decided.state === "known" ? decided.value : undefined;
  }

  follow<L extends Kind>(reference: Value<Reference>, kind: L): readonly Resource<L>[] {
    const target = this.written(reference);
    if (target === undefined) return [];
    const resolution = this.#surroundings.links.resolve(target, this.#resource, this.environment, kind);
    if (resolution.state === "unknown") throw new Undecided(resolution.why, reference.at);
    if (resolution.state === "outside") return [];
    return this.#visit(resolution.resources as readonly Resource<L>[]);
  }

  all<L extends Kind>(kind: L): readonly Resource<L>[] {
    return this.#visit(this.#surroundings.links.of(kind, this.#resource, this.environment));
  }

  allOfRoot<L extends Kind>(kind: L): readonly Resource<L>[] {
    const { root } = this.#resource.identity;
    const all = this.#surroundings.links.of(kind, this.#resource, this.environment);
    return all.filter(({ identity }) => identity.root === root);
  }

  pointingTo<L extends Kind>(resource: Resource, kind: L, attribute: keyof Kinds[L] & string): readonly Resource<L>[] {
    const pointing = this.#surroundings.links.pointingTo(resource, kind, attribute, this.environment);
    if (pointing.unresolved !== undefined) this.#leftOpen ??= new Undecided(pointing.unresolved, resource.header);
    return this.#visit(pointing.resources);
  }

  exactlyPointingTo<L extends Kind>(
    resource: Resource,
    kind: L,
    attribute: keyof Kinds[L] & string,
  ): readonly Resource<L>[] {
    const pointing = this.#surroundings.links.pointingTo(resource, kind, attribute, this.environment);
    if (pointing.unresolved !== undefined) throw new Undecided(pointing.unresolved, resource.header);
    const [uncertain] = pointing.uncertain;
    if (uncertain && !uncertain.existence.certain) throw new Undecided(uncertain.existence.why, uncertain.header);
    if (pointing.unresolvedUncertain !== undefined) throw new Undecided(pointing.unresolvedUncertain, resource.header);
    return this.#visit(pointing.resources);
  }

  rest(value: Value<unknown>): void {
    if (value.state !== "known" || value.defaultOf !== undefined || value.implied) return;
    this.#basis ??= [];
    this.#basis.push(value);
  }

  undecided(why: string): never {
    throw new Undecided(why, this.#resource.header);
  }

  report(draft: Draft<K>): void {
    const value = this.#resource.attributes[draft.attribute] as Value<unknown>;
    const subject = draft.at === undefined ? value : draft.at;
    const primary: BasisValue = "state" in subject ? basisOf(subject) : { at: subject, trail: [] };
    this.#findings ??= [];
    this.#findings.push({
      resource: this.#resource,
      environment: this.environment,
      attribute: draft.part === undefined ? draft.attribute : `${draft.attribute}.${draft.part}`,
      at: primary.at,
      message: draft.message,
      help: draft.help,
      level: draft.level,
      basis: [primary, ...(this.#basis ?? []).filter((other) => other.at !== primary.at)],
      ...(draft.fix && { fix: draft.fix, fixIsUnsafe: draft.fixIsUnsafe }),
    });
  }

  inEnvironment(environment: Environment): Resource<K> | undefined {
    return this.#surroundings.counterparts.of(this.#resource, environment);
  }

  #option(name: string): unknown {
    return this.#surroundings.options(this.#rule, this.#resource.header)?.[name];
  }

  #visit<L extends Kind>(resources: readonly Resource<L>[]): readonly Resource<L>[] {
    for (const resource of resources) {
      if (resource.identity.root !== this.#resource.identity.root) {
        this.#crossed ??= new Map();
        this.#crossed.set(resource.environment.name, resource.environment);
      }
    }
    return resources;
  }
}

function basisOf(value: Value<unknown>): BasisValue {
  return value.state === "absent" ? { at: value.at, trail: [] } : value;
}

/** What a finding merges over, apart from its rule. */
export function mergeKey(finding: RawFinding): string {
  return `${blockKey(finding.resource.identity)}\0${finding.resource.kind}\0${finding.attribute}`;
}
