import type { Environment } from "../model/environment.ts";
import type { Kind, Kinds } from "../model/kinds.ts";
import type { Place } from "../model/place.ts";
import type { Reference } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import type { Value } from "../model/value.ts";
import type { Fix, Safety } from "./fix/change.ts";
import type { Level, SeverityByTier } from "./level.ts";

/** The languages a rule can claim; its page shows bad and good examples of each. */
export type RuleSource = "terraform" | "arm" | "command" | "settings" | "azureml" | "kubernetes" | "plan";

/** How often a finding of the rule is right and worth acting on. */
export type Precision = "very-high" | "high" | "medium" | "low";

export interface RuleDefinition<K extends Kind = Kind> {
  /** The kinds of resource the rule looks at. */
  readonly on: K | readonly K[];
  /** A short sentence for lists: what is wrong. */
  readonly title: string;
  readonly severity: SeverityByTier;
  readonly precision: Precision;
  readonly sources: readonly RuleSource[];
  /** GitHub's scale from 0.1 to 10, for rules about security. */
  readonly securitySeverity?: number;
  readonly tags: readonly string[];
  /** Runs only where the configuration asks for this preset or a wider one. */
  readonly preset?: "strict";
  /** Whether it says how its findings are mended, and whether that may be applied without being looked at. */
  readonly fix?: Safety;
  /** What it says is about the tiers in which it has a severity, so that no preset switches it on in another. */
  readonly tierBound?: true;
  /** What a configuration may set, by name. */
  readonly options?: Readonly<Record<string, OptionDefinition>>;
  /** Ids the rule had before. */
  readonly aliases?: readonly string[];
  /** Looks at one resource in one environment and reports what is wrong. */
  readonly check: (resource: Resource<K>, context: Context<K>) => void;
  /**
   * Whether the resource is one that the rule is about. Asked only where the check is left undecided: of a resource that
   * certainly is not, every possible value leads to the same verdict.
   */
  readonly concerns?: (resource: Resource<K>, context: Context<K>) => boolean;
}

/** An option of a rule: what it holds and what it is for. */
export type OptionDefinition = NumberOption | StringsOption;

export interface NumberOption {
  readonly holds: "number";
  readonly description: string;
  /** Whole numbers only. */
  readonly integer?: true;
  readonly min?: number;
  readonly max?: number;
}

/** A list of strings that names at least one. */
export interface StringsOption {
  readonly holds: "strings";
  readonly description: string;
  /** The only strings that it may hold; any where there are none. */
  readonly choices?: readonly string[];
}

/** A rule with its id, the path of its file below `rules/`. */
export interface Rule extends RuleDefinition<Kind> {
  readonly id: string;
}

/**
 * What a check sees besides its resource. Reading a value through `known`, `written` or `follow` records that the verdict
 * rests on it; where it is unknown the check ends there, undecided, for the reason the value gives.
 */
export interface Context<K extends Kind = Kind> {
  /** The value in force, the platform's default included; undefined when nothing is written and there is no default. */
  known<T>(value: Value<T>): T | undefined;
  /** The value if it is written. */
  written<T>(value: Value<T>): T | undefined;
  /** The value in force if it is known; unknown is no obstacle, and nothing is recorded. */
  glimpse<T>(value: Value<T>): T | undefined;
  /** The resources that a reference means, none when it is absent or points outside of what was read. */
  follow<L extends Kind>(reference: Value<Reference>, kind: L): readonly Resource<L>[];
  /** All resources of a kind in this environment. */
  all<L extends Kind>(kind: L): readonly Resource<L>[];
  /** All resources of a kind in this environment that are of the same root: no other environment takes part. */
  allOfRoot<L extends Kind>(kind: L): readonly Resource<L>[];
  /**
   * The existing resources of a kind whose `attribute` points at `resource`. Where one more might, a check that reports
   * nothing ends undecided: for rules that report because of what points at a resource.
   */
  pointingTo<L extends Kind>(resource: Resource, kind: L, attribute: keyof Kinds[L] & string): readonly Resource<L>[];
  /** The same for rules that report because nothing points there, or that count: undecided at once where one more may. */
  exactlyPointingTo<L extends Kind>(
    resource: Resource,
    kind: L,
    attribute: keyof Kinds[L] & string,
  ): readonly Resource<L>[];
  /** Records that the verdict rests on a value that was not read through the context. */
  rest(value: Value<unknown>): void;
  /** Ends the check, undecided. */
  undecided(why: string): never;
  report(finding: Draft<K>): void;
  /** The resource's address, for the beginning of a message. */
  readonly subject: string;
  /** The attribute's name in the language of the resource. */
  name(attribute: keyof Kinds[K] & string): string;
  /** A clause on what an attribute is: "admin_enabled is true", or whose default it is where nothing is written. */
  state(attribute: keyof Kinds[K] & string): string;
  /** The text that sets an attribute, in the language of the resource: `admin_enabled = false`. */
  setting(attribute: keyof Kinds[K] & string, value: unknown): string;
  readonly environment: Environment;
  /** The environments of the same root. */
  readonly siblings: readonly Environment[];
  /** The resource as it is in another environment of its root, if it exists there. */
  inEnvironment(environment: Environment): Resource<K> | undefined;
  /** An option that holds a number, if the configuration sets it. */
  numberOption(name: string): number | undefined;
  /** An option that holds a list of strings, if the configuration sets it. */
  listOption(name: string): readonly string[] | undefined;
  /** The current date as YYYY-MM-DD. */
  readonly today: string;
}

/** A finding as a rule words it. */
export interface Draft<K extends Kind> {
  /** The attribute that is wrong; the finding points there. */
  readonly attribute: keyof Kinds[K] & string;
  /** The part of the attribute to point at, where it is not the whole: an item of a list, an entry of a map. */
  readonly at?: Value<unknown> | Place;
  /** The name of that part; findings on different parts do not merge. */
  readonly part?: string;
  /** One sentence that stands alone, names the resource and the value. */
  readonly message: string;
  /** What to do; starts with a verb, gives the exact key and value. */
  readonly help: string;
  /** What should be instead, where that can be said; the rule then has `fix`. */
  readonly fix?: Fix<keyof Kinds[K] & string> | undefined;
  /** Mending this one finding needs a look, though the rule's fix is safe. */
  readonly fixIsUnsafe?: true;
  /** Where the rule's severity depends on more than the tier. Never louder than a tier that is off. */
  readonly level?: Level;
}

/** Types a rule; its id is its path. */
export function defineRule<K extends Kind>(definition: RuleDefinition<K>): RuleDefinition<K> {
  return definition;
}

/** Gives a definition its id. The registry calls it. */
export function register<K extends Kind>(id: string, definition: RuleDefinition<K>): Rule {
  return { ...(definition as unknown as RuleDefinition<Kind>), id };
}

/** The kinds a rule looks at. */
export function kindsOf(rule: RuleDefinition): readonly Kind[] {
  return typeof rule.on === "string" ? [rule.on] : rule.on;
}
