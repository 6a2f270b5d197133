import type { Place } from "../../model/place.ts";
import type { Resource } from "../../model/resource.ts";
import type { Value } from "../../model/value.ts";
import type { Edit } from "./edit.ts";

/** Whether a fix can be applied without being looked at. */
export type Safety = "safe" | "unsafe";

/** What should be, in the terms of the model; how that is written, and where, is not the rule's business. */
export type Change<A extends string = string> =
  | SetValue<A>
  | RemoveAttribute<A>
  | RenameEntry<A>
  | AddItem<A>
  | ReplaceWord;

/** What should be of one resource, or of several things at once. */
export type Fix<A extends string = string> = Change<A> | readonly Change<A>[] | FixElsewhere;

/** The change belongs to another resource than the one that is looked at. */
export interface FixElsewhere {
  readonly resource: Resource;
  readonly change: Change | readonly Change[];
}

/** An attribute, or an entry of one that is a map, should have a value. */
export interface SetValue<A extends string = string> {
  readonly set: A;
  readonly entry?: string;
  /** In the model's terms; for an entry the text itself. */
  readonly to: string | number | boolean | Copy;
}

/** A value as it is written somewhere else in the same resource. */
export interface Copy {
  readonly copyOf: Place;
}

export interface RemoveAttribute<A extends string = string> {
  readonly remove: A;
  readonly entry?: string;
  /** Goes further up: removes the block or object that holds the attribute, by its name. */
  readonly with?: string;
}

/** The key of an entry should read otherwise. */
export interface RenameEntry<A extends string = string> {
  readonly rename: A;
  readonly entry: string;
  readonly to: string;
}

/** A list should also hold an item. */
export interface AddItem<A extends string = string> {
  readonly add: A;
  readonly item: string;
}

/** One item of a list, or a word of a command, should read otherwise. */
export interface ReplaceWord {
  readonly replace: Value<unknown> | Place;
  /** Only this part of the text, which may hold expressions beside it. */
  readonly part?: string;
  readonly by: string;
}

/** A fix of one finding on one instance of a resource in one environment. */
export interface Proposal {
  readonly resource: Resource;
  readonly changes: readonly Change[];
  readonly safety: Safety;
}

/** What mends a finding and changes nothing else. */
export interface OfferedFix {
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

export function changesOf(fix: Fix): readonly Change[] {
  const change = "resource" in fix ? fix.change : fix;
  return Array.isArray(change) ? change : [change as Change];
}

/** A finding is mended as a whole: one proposal that needs a look makes all need one. */
export function safetyOf({ proposals = [] }: { readonly proposals?: readonly Proposal[] }): Safety {
  return proposals.some(({ safety }) => safety === "unsafe") ? "unsafe" : "safe";
}
