import type { Place } from "../../../model/place.ts";
import type { Step } from "../../../model/tree.ts";

/** How a value came to be: written, reached through a name, or computed out of others. */
export type Origin = Written | Hop | Computed;

/** A literal, or an expression that nothing else explains. */
export interface Written {
  readonly by: "writing";
  readonly at: Place;
}

/** A reference: what stands at `at` is what `from` says, and `text` are the words for that ("var.sku"). */
export interface Hop {
  readonly by: "reference";
  readonly at: Place;
  readonly text: string;
  readonly from: Origin;
  readonly length: number;
}

/** The result of a function or operator whose arguments have trails of their own. */
export interface Computed {
  readonly by: "computation";
  readonly at: Place;
  readonly sources: readonly Origin[];
}

/** A trail is never longer; what exceeds it loses steps in the middle. */
const longestTrail = 24;
const noSteps: readonly Step[] = [];

export function written(at: Place): Written {
  return { by: "writing", at };
}

/** The origin of what is reached through a name: written at `at`, decided where `from` says. */
export function reached(at: Place, text: string, from: Origin): Hop {
  if (from.by !== "reference") return { by: "reference", at, text, from, length: 1 };
  if (from.length < longestTrail) return { by: "reference", at, text, from, length: from.length + 1 };
  return { by: "reference", at, text, from: from.from, length: from.length };
}

/** The origin of what is computed at `at` out of values with these origins. */
export function computed(at: Place, sources: readonly Origin[]): Origin {
  const telling = sources.filter((source) => source.by !== "writing");
  return telling.length === 0 ? written(at) : { by: "computation", at, sources: telling };
}

/** The same origin seen from the expression that stands at `at`. */
export function anchored(origin: Origin, at: Place): Origin {
  return origin.at === at ? origin : { ...origin, at };
}

/**
 * The origin of an element of a collection: the names through which the collection was reached lead to the element too,
 * each step pointing at the element instead of the whole.
 */
export function descended(collection: Origin, element: Origin): Origin {
  if (collection.by !== "reference") return element;
  const hops: Hop[] = [];
  for (let origin: Origin = collection; origin.by === "reference"; origin = origin.from) hops.push(origin);
  let origin = element;
  for (let at = hops.length - 1; at >= 0; at--) origin = reached(hops[at]!.at, hops[at]!.text, origin);
  return origin;
}

/** The steps from the expression down to what decides; the last is the literal. */
export function trailOf(origin: Origin): readonly Step[] {
  if (origin.by === "writing") return noSteps;
  const steps: Step[] = [];
  const seen = new Set<Origin>();
  const pending: Origin[] = [origin];
  while (pending.length > 0 && steps.length < longestTrail) {
    const next = pending.pop()!;
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.by === "reference") {
      steps.push({ at: next.from.at, text: next.text });
      pending.push(next.from);
    } else if (next.by === "computation") pending.push(...next.sources.slice(0, longestTrail).toReversed());
  }
  return steps;
}
