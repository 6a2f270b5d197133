import type { Place } from "../../../model/place.ts";
import { itemsOf } from "../values/element.ts";
import { type TerraformNumber, toFloat } from "../values/number.ts";
import { computed, descended, type Origin } from "../values/origin.ts";
import { whyOf } from "../values/reason.ts";
import type { TerraformType } from "../values/type.ts";
import {
  type BoolValue,
  boolValue,
  isMapping,
  isSequence,
  type Marks,
  type NumberValue,
  numberValue,
  type SequenceValue,
  stringValue,
  type TerraformValue,
  type Unknowns,
  type UnknownValue,
  unknownValue,
} from "../values/value.ts";
import type { CallContext } from "./context.ts";

/** How many origins of arguments a result remembers, and how many elements of a collection are asked for theirs. */
const mostSources = 24;
const mostElements = 64;

/** One call of a function: its arguments, already of their parameters' types, and what makes results of them. */
export class Call {
  readonly name: string;
  readonly args: readonly TerraformValue[];
  readonly at: Place;
  readonly context: CallContext;
  /** The marks of arguments whose parameters do not take marks; the result gets them in any case. */
  readonly marks: Marks;
  #origin: Origin | undefined;

  constructor(name: string, args: readonly TerraformValue[], marks: Marks, at: Place, context: CallContext) {
    this.name = name;
    this.args = args;
    this.marks = marks;
    this.at = at;
    this.context = context;
  }

  /** The origin of a result that the function computes out of all its arguments. */
  get origin(): Origin {
    this.#origin ??= computed(this.at, sourcesOf(this.args));
    return this.#origin;
  }

  /** A known text; for parameters of type string that take no unknown. */
  text(at: number): string {
    const value = this.args[at];
    return value?.form === "string" ? value.value : "";
  }

  number(at: number): TerraformNumber {
    const value = this.args[at];
    return value?.form === "number" ? value.value : 0;
  }

  /** A known number as JavaScript's; what is not an integer is undefined. */
  integer(at: number): number | undefined {
    const value = toFloat(this.number(at));
    return Number.isInteger(value) ? value : undefined;
  }

  /** The items of a known list, set or tuple, with the origins that lead to them. */
  items(at: number): readonly TerraformValue[] {
    const value = this.args[at];
    return value && isSequence(value) ? itemsOf(value) : [];
  }

  sequence(at: number): SequenceValue | undefined {
    const value = this.args[at];
    return value && isSequence(value) ? value : undefined;
  }

  textResult(text: string): TerraformValue {
    return stringValue(text, this.origin);
  }

  numberResult(value: TerraformNumber): NumberValue {
    return numberValue(value, this.origin);
  }

  boolResult(value: boolean): BoolValue {
    return boolValue(value, this.origin);
  }

  /** An unknown result, for the reason that its first unknown argument has, or for one of its own. */
  unknown(type: TerraformType, known: Partial<Unknowns> = {}): UnknownValue {
    return unknownValue(type, { why: whyOf(this.args), notNull: true, ...known }, this.origin);
  }

  /** An unknown result that may be null. */
  unknownOrNull(type: TerraformType, why = whyOf(this.args)): UnknownValue {
    return unknownValue(type, { why }, this.origin);
  }
}

function sourcesOf(args: readonly TerraformValue[]): Origin[] {
  const sources: Origin[] = [];
  for (const arg of args) {
    if (sources.length >= mostSources) break;
    if (arg.origin.by !== "writing") sources.push(arg.origin);
    if (isSequence(arg)) addElements(sources, arg, arg.items);
    else if (isMapping(arg)) addElements(sources, arg, arg.entries.values());
  }
  return sources;
}

function addElements(sources: Origin[], collection: TerraformValue, elements: Iterable<TerraformValue>): void {
  let seen = 0;
  for (const element of elements) {
    if (++seen > mostElements || sources.length >= mostSources) return;
    if (element.origin.by !== "writing") sources.push(descended(collection.origin, element.origin));
  }
}
