import type { Place } from "../../../model/place.ts";
import type { Access, AccessStep, SplatStep } from "../read/syntax.ts";
import { convert } from "../values/convert.ts";
import { entryOf, itemOf, itemsOf } from "../values/element.ts";
import { toFloat } from "../values/number.ts";
import { computed } from "../values/origin.ts";
import { holeOf } from "../values/pieces.ts";
import { dynamicType, listType, numberType, stringType, type TerraformType } from "../values/type.ts";
import {
  failure,
  isMapping,
  isSequence,
  listValue,
  type Outcome,
  type SequenceValue,
  type TerraformValue,
  tupleValue,
  typeOf,
  type UnknownValue,
  unknownValue,
  withMarks,
} from "../values/value.ts";
import { evaluate } from "./expression.ts";
import { type Frame, placeOf, wordsOf } from "./frame.ts";
import { namedAt } from "./origin-of-name.ts";

/** From where on an access is written, so that its words and place can be shown. */
export interface Start {
  readonly from: number;
}

export function evaluateAccess(expression: Access, frame: Frame): Outcome {
  const source = evaluate(expression.source, frame);
  if (source.form === "failure") return source;
  return takeSteps(source, expression.steps, 0, expression, frame);
}

/** Takes the steps from `index` on out of a value. */
export function takeSteps(
  value: TerraformValue,
  steps: readonly AccessStep[],
  index: number,
  start: Start,
  frame: Frame,
): Outcome {
  let current: Outcome = value;
  for (let at = index; at < steps.length; at++) {
    if (current.form === "failure") return current;
    current = takeStep(current, steps[at]!, start, frame);
  }
  return current;
}

function takeStep(value: TerraformValue, step: AccessStep, start: Start, frame: Frame): Outcome {
  if (step.type === "attribute") {
    const outcome = takeAttribute(value, step.name, frame);
    return throughName(value, outcome, step, start, frame);
  }
  if (step.type === "splat") return takeSplat(value, step, start, frame);
  const key = evaluate(step.key, frame);
  if (key.form === "failure") return key;
  return throughName(value, takeIndex(value, key, frame), step, start, frame);
}

/** What a name of a resource leads to is reached through that name. */
function throughName(source: TerraformValue, outcome: Outcome, step: AccessStep, start: Start, frame: Frame): Outcome {
  if (source.form !== "unknown" || !source.target || outcome.form === "failure") return outcome;
  const place = placeOf(frame, { from: start.from, to: step.to });
  return withMarks(namedAt(outcome, place, wordsOf(frame, start.from, step.to)), source.marks);
}

export function takeAttribute(value: TerraformValue, name: string, frame: Frame): Outcome {
  if (isMapping(value)) return entryOf(value, name) ?? failure(`the object has no attribute named "${name}"`);
  if (value.form === "unknown") return attributeOfUnknown(value, name, frame);
  if (value.form === "null") return failure(`the attribute "${name}" is taken from a null value`);
  const index = isSequence(value) && /^[0-9]+$/.test(name) ? Number(name) : undefined;
  if (index !== undefined) return itemOf(value as SequenceValue, index) ?? missingItem(index);
  return failure(`the attribute "${name}" is taken from a value that has no attributes`);
}

function attributeOfUnknown(value: UnknownValue, name: string, frame: Frame): Outcome {
  if (value.target) {
    const outcome = frame.names.attributeOf(value.target, name, frame.run);
    if (outcome) return outcome;
  }
  const { type } = value;
  if (type.kind === "object") {
    const attribute = type.attributes.get(name);
    return attribute ? partOfUnknown(value, attribute, name) : failure(`the object has no attribute named "${name}"`);
  }
  if (type.kind === "map") return partOfUnknown(value, type.element, name);
  if (type.kind === "dynamic") return partOfUnknown(value, dynamicType, name);
  return failure(`the attribute "${name}" is taken from a value that has no attributes`);
}

/** An element of an unknown: unknown for the same reason, and the same text wherever it is taken from the same one. */
function partOfUnknown(value: UnknownValue, type: TerraformType, path: string): UnknownValue {
  const { why, target } = value;
  if (target) {
    const attribute = target.attribute === "" ? path : `${target.attribute}.${path}`;
    return unknownValue(type, { why, target: { ...target, attribute } }, value.origin, value.marks);
  }
  const known = { why, pieces: [{ token: `${tokenOf(value)}.${path}` }] };
  return unknownValue(type, known, value.origin, value.marks);
}

function tokenOf(value: UnknownValue): string {
  const [piece, ...others] = value.pieces ?? [];
  return typeof piece === "object" && others.length === 0 ? piece.token : holeOf(value).token;
}

/** An element of a value by a key that may itself be unknown. */
export function takeIndex(value: TerraformValue, key: TerraformValue, frame: Frame): Outcome {
  if (value.form === "null") return failure("an element is taken from a null value");
  if (key.form === "null") return failure("the key of an element is null");
  const outcome = indexBy(value, key, frame);
  return outcome.form === "failure" ? outcome : withMarks(outcome, key.marks);
}

function indexBy(value: TerraformValue, key: TerraformValue, frame: Frame): Outcome {
  if (value.form === "unknown") return elementOfUnknown(value, key, frame);
  if (value.form === "set") return failure("a set has no elements that can be taken by a key");
  if (isSequence(value)) {
    const position = convert(key, numberType);
    if (position.form === "failure") return failure("an element of a list is taken by a key that is no number");
    if (position.form === "unknown") return someElement(value, position);
    return position.form === "number" ? itemAt(value, toFloat(position.value)) : failure("the key is no number");
  }
  if (!isMapping(value)) return failure("an element is taken from a value that has no elements");
  const name = convert(key, stringType);
  if (name.form === "failure") return failure("an element of a map is taken by a key that is no string");
  if (name.form === "unknown") return someElement(value, name);
  if (name.form !== "string") return failure("the key is no string");
  return entryOf(value, name.value) ?? failure(`there is no element with the key "${name.value}"`);
}

function itemAt(value: SequenceValue, index: number): Outcome {
  if (!Number.isInteger(index) || index < 0) return failure(`${index} is no valid index`);
  return itemOf(value, index) ?? missingItem(index);
}

function missingItem(index: number): Outcome {
  return failure(`there is no element with the index ${index}`);
}

/** What an unknown key takes: of the type that all elements share. */
function someElement(value: TerraformValue, key: UnknownValue): UnknownValue {
  const type = "element" in value ? value.element : dynamicType;
  const origin = computed(value.origin.at, [key.origin]);
  const whole = unknownValue(dynamicType, { why: key.why }, value.origin);
  const token = `${holeOf(whole).token}[${tokenOf(key)}]`;
  return unknownValue(type, { why: key.why, pieces: [{ token }] }, origin, value.marks);
}

function elementOfUnknown(value: UnknownValue, key: TerraformValue, frame: Frame): Outcome {
  if (value.target) {
    const outcome = frame.names.elementOf(value.target, key, frame.run);
    if (outcome) return outcome;
  }
  const { type } = value;
  if (type.kind === "list" && convert(key, numberType).form === "failure") {
    return failure("an element of a list is taken by a key that is no number");
  }
  const path = key.form === "string" ? key.value : key.form === "number" ? String(toFloat(key.value)) : "?";
  if (type.kind === "list" || type.kind === "map") return partOfUnknown(value, type.element, path);
  if (type.kind === "dynamic") return partOfUnknown(value, dynamicType, path);
  if (type.kind === "tuple" && key.form === "number") {
    const element = type.elements[toFloat(key.value)];
    return element ? partOfUnknown(value, element, path) : missingItem(toFloat(key.value));
  }
  if (type.kind === "object" && key.form === "string") return attributeOfUnknown(value, key.value, frame);
  if (type.kind === "tuple" || type.kind === "object") return partOfUnknown(value, dynamicType, path);
  return failure("an element is taken from a value that has no elements");
}

function takeSplat(value: TerraformValue, step: SplatStep, start: Start, frame: Frame): Outcome {
  const { each } = step;
  if (value.form === "null") return tupleValue([], value.origin, value.marks);
  if (value.form === "unknown" && !isSingle(value)) return splatOfUnknown(value, step, start, frame);
  const source = isSequence(value) ? itemsOf(value) : [value];
  const items: TerraformValue[] = [];
  for (const item of source) {
    const outcome = takeSteps(item, each, 0, start, frame);
    if (outcome.form === "failure") return outcome;
    items.push(outcome);
  }
  const { origin, marks } = value;
  if (value.form !== "list" && value.form !== "set") return tupleValue(items, { by: "writing", at: origin.at }, marks);
  const type = items[0] ? typeOf(items[0]) : splatType(value.element, each, origin.at, start, frame);
  return listValue(type, items, { by: "writing", at: origin.at }, marks);
}

/** What is no list is a list of one, unless it may turn out to be null; so is the name of one resource. */
function isSingle(value: UnknownValue): boolean {
  const { kind } = value.type;
  if (value.notNull !== true) return false;
  if (kind === "dynamic") return value.target !== undefined;
  return kind === "object" || kind === "string" || kind === "number" || kind === "bool" || kind === "map";
}

function splatOfUnknown(value: UnknownValue, step: SplatStep, start: Start, frame: Frame): UnknownValue {
  const { type, why, target, origin, marks } = value;
  const element = type.kind === "list" || type.kind === "set" ? type.element : undefined;
  const result = element ? listType(splatType(element, step.each, origin.at, start, frame)) : dynamicType;
  const path = step.each.map((inner) => (inner.type === "attribute" ? inner.name : "")).join(".");
  const attribute = target && path !== "" ? { ...target, attribute: path } : undefined;
  return unknownValue(result, { why, ...(attribute && { target: attribute }) }, origin, marks);
}

/** The type that the steps of a splat lead to, from an element of a type. */
function splatType(
  element: TerraformType,
  each: readonly AccessStep[],
  at: Place,
  start: Start,
  frame: Frame,
): TerraformType {
  const sample = unknownValue(element, { why: "" }, { by: "writing", at });
  const outcome = takeSteps(sample, each, 0, start, frame);
  return outcome.form === "failure" ? dynamicType : typeOf(outcome);
}
