import type { Links } from "../model/links.ts";
import type { Place } from "../model/place.ts";
import type { Resource } from "../model/resource.ts";
import type { Step } from "../model/tree.ts";
import type { Absent, Known, Value } from "../model/value.ts";

/**
 * What a control says of one resource in one environment: what is written, the platform's default, that nothing is set,
 * that it cannot be told, or that the source has no way to say it.
 */
export interface Reading {
  readonly state: "set" | "default" | "unset" | "unknown" | "inexpressible";
  /** In words an auditor reads; empty where it is unknown as a whole. */
  readonly text: string;
  readonly why?: string;
  readonly defaultOf?: string;
  readonly sensitive?: true;
  /** Whether anything of it is written. */
  readonly written: boolean;
  /** What equal readings have in common; of a secret, more than is shown. */
  readonly key: string;
  readonly at: Place;
  readonly trail: readonly Step[];
}

/** What a reading may look at besides the value. */
export interface ReadingContext {
  readonly resource: Resource;
  readonly links: Links;
  /** The name of the attribute, where it is one. */
  readonly attribute?: string;
}

/** The words for a value, or words for what of it is known, if anything is, and why the rest is not. */
export type Said = string | { readonly text: string; readonly unknown: string };

/** How values of one type are shown. */
export interface Show<T> {
  readonly say: (content: T, context: ReadingContext) => Said;
  /** The words for what is not written and has no default. */
  readonly none?: string;
}

/** Reads a value of the model as a control shows it. */
export function readingOf<T>(value: Value<T>, show: Show<T>, context: ReadingContext): Reading {
  if (value.state === "absent") return readingOfAbsent(value, show, context);
  const { at, trail } = value;
  if (value.state === "unknown")
    return { state: "unknown", text: "", why: value.why, written: true, key: "", at, trail };
  return readingOfKnown(value, show, context);
}

/** A reading that follows from other resources than its own. */
export function derivedReading(said: Said, { resource }: ReadingContext, trail: readonly Step[] = []): Reading {
  const base = { written: true, at: resource.header, trail };
  if (typeof said === "string") return { state: "set", text: said, key: said, ...base };
  return { state: "unknown", text: said.text, why: said.unknown, key: "", ...base };
}

function readingOfAbsent<T>({ fallback, at }: Absent<T>, show: Show<T>, context: ReadingContext): Reading {
  const base = { written: false, at, trail: [] };
  if (fallback.kind === "none") {
    const text = show.none ?? "not set";
    return { state: "unset", text, key: text, ...base };
  }
  if (fallback.kind === "undecidable") {
    const state = fallback.inexpressible ? "inexpressible" : "unknown";
    return { state, text: "", why: fallback.why, key: "", ...base };
  }
  const said = show.say(fallback.value, context);
  const text = typeof said === "string" ? said : said.text;
  return { state: "default", text, defaultOf: fallback.of, key: text, ...base };
}

function readingOfKnown<T>(value: Known<T>, show: Show<T>, context: ReadingContext): Reading {
  const { at, trail, defaultOf } = value;
  const base = { written: defaultOf === undefined && !value.implied, at, trail };
  if (value.sensitive) {
    return { state: "set", text: "", sensitive: true, key: JSON.stringify(value.value) ?? "", ...base };
  }
  const said = show.say(value.value, context);
  if (typeof said !== "string") return { state: "unknown", text: said.text, why: said.unknown, key: "", ...base };
  if (defaultOf !== undefined) return { state: "default", text: said, defaultOf, key: said, ...base };
  return { state: "set", text: said, key: said, ...base };
}
