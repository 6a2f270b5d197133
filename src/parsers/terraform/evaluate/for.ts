import type { For } from "../read/syntax.ts";
import { convert } from "../values/convert.ts";
import { entriesOf, itemsOf } from "../values/element.ts";
import { computed, descended, type Origin, written } from "../values/origin.ts";
import { boolType, dynamicType } from "../values/type.ts";
import {
  failure,
  isMapping,
  isSequence,
  type Marks,
  numberValue,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
  type UnknownValue,
  unknownValue,
  withMarks,
} from "../values/value.ts";
import { keyText } from "./collection.ts";
import { evaluate } from "./expression.ts";
import { bind, type Frame, placeOf } from "./frame.ts";

/** An element with its key, as a for expression sees them. */
export type Pair = readonly [key: TerraformValue, element: TerraformValue];

/** The elements of what can be iterated; undefined for everything else. */
export function pairsOf(collection: TerraformValue): readonly Pair[] | undefined {
  if (isMapping(collection)) {
    return entriesOf(collection).map(([key, element]) => [
      stringValue(key, keyOrigin(collection, key, element)),
      element,
    ]);
  }
  if (!isSequence(collection)) return undefined;
  const items = itemsOf(collection);
  if (collection.form === "set") return items.map((item) => [item, item]);
  return items.map((item, index) => [numberValue(index, item.origin), item]);
}

function keyOrigin(collection: TerraformValue, key: string, element: TerraformValue): Origin {
  const at = "keys" in collection ? collection.keys?.get(key) : undefined;
  return at ? descended(collection.origin, written(at)) : element.origin;
}

export function evaluateFor(expression: For, frame: Frame): Outcome {
  const collection = evaluate(expression.collection, frame);
  if (collection.form === "failure") return collection;
  if (collection.form === "null") return failure("a for expression iterates over a null value");
  const origin = computed(placeOf(frame, expression), [collection.origin]);
  if (collection.form === "unknown") {
    return unknownValue(dynamicType, { why: collection.why }, origin, collection.marks);
  }
  const pairs = pairsOf(collection);
  if (!pairs) return failure("a for expression iterates over a value that has no elements");
  const builder = expression.key ? new ObjectBuilder(expression, origin) : new TupleBuilder(expression, origin);
  builder.marks |= collection.marks;
  for (const pair of pairs) {
    const outcome = iterate(expression, pair, builder, frame);
    if (outcome) return outcome;
  }
  const result = builder.finish();
  frame.run.charge(result);
  return result;
}

/** Adds one element; gives an outcome when the whole has none better. */
function iterate(expression: For, [key, element]: Pair, builder: Builder, outer: Frame): Outcome | undefined {
  const frame = bind(
    expression.keyName ? bind(outer, expression.keyName.name, key) : outer,
    expression.valueName.name,
    element,
  );
  if (expression.condition) {
    const condition = evaluateCondition(expression, frame);
    if (condition.form === "failure") return condition;
    builder.marks |= condition.marks;
    if (condition.form === "unknown") builder.giveUp(condition.why);
    if (condition.form === "bool" && !condition.value) return undefined;
  }
  return builder.add(frame);
}

function evaluateCondition(expression: For, frame: Frame): Outcome {
  const outcome = evaluate(expression.condition!, frame);
  if (outcome.form === "failure") return outcome;
  if (outcome.form === "null") return failure("the condition of a for expression is null");
  const condition = convert(outcome, boolType);
  return condition.form === "failure"
    ? failure("the condition of a for expression is neither true nor false")
    : condition;
}

abstract class Builder {
  marks: Marks = 0;
  protected readonly expression: For;
  protected readonly origin: Origin;
  protected why: string | undefined;

  constructor(expression: For, origin: Origin) {
    this.expression = expression;
    this.origin = origin;
  }

  /** What the expression gives cannot be known as a whole. */
  giveUp(why: string): void {
    this.why ??= why;
  }

  finish(): TerraformValue {
    return this.why === undefined ? this.build() : this.unknown(this.why);
  }

  abstract add(frame: Frame): Outcome | undefined;
  protected abstract build(): TerraformValue;

  private unknown(why: string): UnknownValue {
    return unknownValue(dynamicType, { why }, this.origin, this.marks);
  }
}

class TupleBuilder extends Builder {
  readonly #items: TerraformValue[] = [];

  override add(frame: Frame): Outcome | undefined {
    const item = evaluate(this.expression.value, frame);
    if (item.form === "failure") return item;
    this.#items.push(item);
    return undefined;
  }

  protected override build(): TerraformValue {
    return tupleValue(this.#items, this.origin, this.marks);
  }
}

class ObjectBuilder extends Builder {
  readonly #entries = new Map<string, TerraformValue>();
  readonly #groups = new Map<string, TerraformValue[]>();

  override add(frame: Frame): Outcome | undefined {
    const raw = evaluate(this.expression.key!, frame);
    if (raw.form === "failure") return raw;
    const key = keyText(raw);
    if (key.form === "failure") return key;
    this.marks |= key.marks;
    const value = evaluate(this.expression.value, frame);
    if (value.form === "failure") return value;
    if (key.form === "unknown") this.giveUp(key.why);
    return key.form === "string" ? this.#put(key.value, value) : undefined;
  }

  #put(key: string, value: TerraformValue): Outcome | undefined {
    if (this.expression.grouped) {
      const group = this.#groups.get(key);
      if (group) group.push(value);
      else this.#groups.set(key, [value]);
      return undefined;
    }
    if (this.#entries.has(key)) return failure(`two elements of a for expression have the key "${key}"`);
    this.#entries.set(key, value);
    return undefined;
  }

  protected override build(): TerraformValue {
    for (const [key, group] of this.#groups) this.#entries.set(key, tupleValue(group, group[0]!.origin));
    return withMarks(objectValue(this.#entries, this.origin), this.marks);
  }
}
