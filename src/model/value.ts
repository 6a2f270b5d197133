import type { Place } from "./place.ts";
import type { Piece, Step } from "./tree.ts";

/** One attribute of a resource in three states, with the trail that led to it. */
export type Value<T> = Known<T> | Unknown | Absent<T>;

export interface Known<T> {
  readonly state: "known";
  readonly value: T;
  readonly at: Place;
  readonly key?: Place;
  readonly trail: readonly Step[];
  readonly sensitive?: true;
  /** The word that was written, where the value is what it means. */
  readonly word?: string;
  /** Nothing is written: it follows from what the resource is. */
  readonly implied?: true;
  /** Set when nothing is written and the platform decides: whose default it is, such as "azurerm 4". */
  readonly defaultOf?: string;
}

/** Written, but not decidable before apply. */
export interface Unknown {
  readonly state: "unknown";
  readonly why: string;
  readonly at: Place;
  readonly key?: Place;
  readonly trail: readonly Step[];
  readonly pieces?: readonly Piece[];
}

/** Not written: `at` is the header of the block that should have held it. */
export interface Absent<T> {
  readonly state: "absent";
  readonly at: Place;
  readonly fallback: Fallback<T>;
}

/**
 * What the platform does when an attribute is absent, looked up once in `data/defaults.json`: a value with its owner, a
 * reason why nobody can tell (service default, uncertain, not expressible in this source or version), or nothing at all.
 */
export type Fallback<T> =
  | { readonly kind: "value"; readonly value: T; readonly of: string }
  | { readonly kind: "undecidable"; readonly why: string; readonly inexpressible?: true }
  | { readonly kind: "none" };

/** The value in force: a written one as it is, an absent one replaced by the platform's default. */
export function orDefault<T>(value: Value<T>): Value<T> {
  if (value.state !== "absent") return value;
  const { fallback, at } = value;
  if (fallback.kind === "value") {
    return { state: "known", value: fallback.value, at, trail: [], defaultOf: fallback.of };
  }
  if (fallback.kind === "undecidable") return { state: "unknown", why: fallback.why, at, trail: [] };
  return value;
}

/** The same value with its content converted; a converter that returns undefined makes it unknown for `why`. */
export function mapValue<T, U>(value: Value<T>, convert: (content: T) => U | undefined, why: string): Value<U> {
  if (value.state === "unknown") return value;
  if (value.state === "absent") return { ...value, fallback: mapFallback(value.fallback, convert, why) };
  const converted = convert(value.value);
  if (converted !== undefined) return { ...value, value: converted };
  return { state: "unknown", why, at: value.at, ...(value.key && { key: value.key }), trail: value.trail };
}

function mapFallback<T, U>(fallback: Fallback<T>, convert: (content: T) => U | undefined, why: string): Fallback<U> {
  if (fallback.kind !== "value") return fallback;
  const converted = convert(fallback.value);
  return converted === undefined ? { kind: "undecidable", why } : { ...fallback, value: converted };
}
