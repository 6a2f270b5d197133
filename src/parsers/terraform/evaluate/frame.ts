import type { Place, SourceText } from "../../../model/place.ts";
import type { Target } from "../../../model/tree.ts";
import type { CallContext } from "../functions/context.ts";
import type { Range, Reference } from "../read/syntax.ts";
import type { Outcome, TerraformValue } from "../values/value.ts";
import type { Run } from "./run.ts";

/** Everything an expression needs to have a value. */
export interface Frame {
  readonly run: Run;
  readonly names: Names;
  /** The text in which the expression stands. */
  readonly source: SourceText;
  readonly bindings: Binding | undefined;
  /** Within try or can, where a failure means something. */
  readonly isTried?: true;
}

/** A name that is only known around an expression: of a for expression, `each`, `count`, `self`, a dynamic block. */
export interface Binding {
  readonly name: string;
  readonly outer: Binding | undefined;
  /** Its value comes from outside the expression (`each`, `count`): where it is used is a step of the trail. */
  readonly isOuter: boolean;
  read(run: Run): TerraformValue;
}

/** What the names of a module stand for. */
export interface Names {
  /** What the first steps of a reference that stands at `at` lead to. */
  resolve(reference: Reference, frame: Frame, at: Place): Resolution;
  /** An attribute of a resource that is itself no more than a name; undefined when the target is none of this root. */
  attributeOf(target: Target, name: string, run: Run): Outcome | undefined;
  /** An element of what a target stands for. */
  elementOf(target: Target, key: TerraformValue, run: Run): Outcome | undefined;
  /** What functions may read, and from where. */
  readonly calls: CallContext;
}

export interface Resolution {
  readonly value: Outcome;
  /** How many of the reference's steps the value takes in. */
  readonly taken: number;
}

export class ValueBinding implements Binding {
  readonly name: string;
  readonly outer: Binding | undefined;
  readonly isOuter: boolean;
  readonly #value: TerraformValue;

  constructor(name: string, value: TerraformValue, outer: Binding | undefined, isOuter = false) {
    this.name = name;
    this.#value = value;
    this.outer = outer;
    this.isOuter = isOuter;
  }

  read(): TerraformValue {
    return this.#value;
  }
}

export function bind(frame: Frame, name: string, value: TerraformValue): Frame {
  return { ...frame, bindings: new ValueBinding(name, value, frame.bindings) };
}

export function bindingOf(frame: Frame, name: string): Binding | undefined {
  for (let binding = frame.bindings; binding; binding = binding.outer) if (binding.name === name) return binding;
  return undefined;
}

export function placeOf(frame: Frame, range: Range): Place {
  return frame.source.place(range.from, range.to);
}

/** A part of the source as it is written, on one line. */
export function wordsOf(frame: Frame, from: number, to: number): string {
  const text = frame.source.text.slice(from, Math.min(to, from + 120));
  return text.includes("\n") ? text.replace(/\s+/g, " ") : text;
}
