import type { ForPart, IfPart, Template, TemplatePart } from "../read/syntax.ts";
import { concatenate } from "../values/concatenation.ts";
import { convert } from "../values/convert.ts";
import { computed, written } from "../values/origin.ts";
import { boolType, stringType } from "../values/type.ts";
import {
  type Failure,
  failure,
  type Outcome,
  stringValue,
  type TerraformValue,
  type UnknownValue,
  unknownValue,
  withMarks,
} from "../values/value.ts";
import { evaluate } from "./expression.ts";
import { pairsOf } from "./for.ts";
import { bind, type Frame, placeOf } from "./frame.ts";

export function evaluateTemplate(expression: Template, frame: Frame): Outcome {
  const parts: TerraformValue[] = [];
  const problem = collectParts(expression.parts, frame, parts);
  if (problem) return problem;
  const value = concatenate(parts, placeOf(frame, expression));
  if (value.form !== "failure") frame.run.charge(value);
  return value;
}

function collectParts(parts: readonly TemplatePart[], frame: Frame, into: TerraformValue[]): Failure | undefined {
  for (const part of parts) {
    const problem = collectPart(part, frame, into);
    if (problem) return problem;
  }
  return undefined;
}

function collectPart(part: TemplatePart, frame: Frame, into: TerraformValue[]): Failure | undefined {
  if (part.type === "if") return collectIf(part, frame, into);
  if (part.type === "for") return collectFor(part, frame, into);
  if (part.type === "text") {
    into.push(stringValue(part.value, written(placeOf(frame, part))));
    return undefined;
  }
  const value = evaluate(part.expression, frame);
  if (value.form === "failure") return value;
  into.push(value);
  return undefined;
}

function collectIf(part: IfPart, frame: Frame, into: TerraformValue[]): Failure | undefined {
  const outcome = evaluate(part.condition, frame);
  if (outcome.form === "failure") return outcome;
  const condition = convert(outcome, boolType);
  if (condition.form === "failure") return condition;
  if (condition.form === "null") return failure("the condition of a template is null");
  if (condition.form === "unknown") into.push(undecided(condition, frame, part));
  else {
    const origin = computed(placeOf(frame, part), [condition.origin]);
    into.push(stringValue("", origin, condition.marks));
    if (condition.form === "bool") return collectParts(condition.value ? part.whenTrue : part.whenFalse, frame, into);
  }
  return undefined;
}

function collectFor(part: ForPart, outer: Frame, into: TerraformValue[]): Failure | undefined {
  const collection = evaluate(part.collection, outer);
  if (collection.form === "failure") return collection;
  if (collection.form === "unknown") {
    into.push(undecided(collection, outer, part));
    return undefined;
  }
  const pairs = pairsOf(collection);
  if (!pairs) return failure("a template iterates over a value that has no elements");
  into.push(withMarks(stringValue("", computed(placeOf(outer, part), [collection.origin])), collection.marks));
  for (const [key, element] of pairs) {
    const frame = bind(part.keyName ? bind(outer, part.keyName.name, key) : outer, part.valueName.name, element);
    if (!outer.run.enter()) return failure(outer.run.refuse(placeOf(outer, part)));
    const problem = collectParts(part.body, frame, into);
    outer.run.leave();
    if (problem) return problem;
  }
  return undefined;
}

/** What an unknown directive leaves: a hole like no other. */
function undecided(value: UnknownValue, frame: Frame, part: TemplatePart): UnknownValue {
  const origin = computed(placeOf(frame, part), [value.origin]);
  return unknownValue(stringType, { why: value.why, notNull: true }, origin, value.marks);
}
