import type { Place } from "../../../model/place.ts";
import type { Expression, ObjectExpression, ObjectItem, Tuple } from "../read/syntax.ts";
import { convert } from "../values/convert.ts";
import { written } from "../values/origin.ts";
import { dynamicType, stringType } from "../values/type.ts";
import {
  failure,
  type Outcome,
  objectValue,
  type TerraformValue,
  tupleValue,
  unknownValue,
  unmarked,
} from "../values/value.ts";
import { evaluate } from "./expression.ts";
import { type Frame, placeOf } from "./frame.ts";
import { seenAs } from "./origin-of-name.ts";

export function evaluateTuple(expression: Tuple, frame: Frame): Outcome {
  const items: TerraformValue[] = [];
  for (const item of expression.items) {
    const outcome = evaluateElement(item, frame);
    if (outcome.form === "failure") return outcome;
    items.push(seenAs(outcome, frame.source, item));
  }
  return tupleValue(items, written(placeOf(frame, expression)));
}

export function evaluateObject(expression: ObjectExpression, frame: Frame): Outcome {
  const entries = new Map<string, TerraformValue>();
  const keys = new Map<string, Place>();
  let marks = unmarked;
  let why: string | undefined;
  for (const item of expression.items) {
    const key = evaluateKey(item, frame);
    if (key.form === "failure") return key;
    marks |= key.marks;
    const outcome = evaluateElement(item.value, frame);
    if (outcome.form === "failure") return outcome;
    if (key.form === "unknown") why ??= key.why;
    else if (key.form === "string") {
      keys.set(key.value, placeOf(frame, item.key));
      entries.set(key.value, seenAs(outcome, frame.source, item.value));
    }
  }
  const origin = written(placeOf(frame, expression));
  if (why !== undefined) return unknownValue(dynamicType, { why }, origin, marks);
  return objectValue(entries, origin, marks, keys);
}

/**
 * One element of a collection. Terraform gives the whole up where one fails, such as a certificate that is not in the
 * repository; here its neighbours stay known, unless something waits for the failure.
 */
function evaluateElement(expression: Expression, frame: Frame): Outcome {
  const outcome = evaluate(expression, frame);
  if (outcome.form !== "failure" || frame.isTried) return outcome;
  return unknownValue(dynamicType, { why: outcome.message }, written(placeOf(frame, expression)));
}

function evaluateKey(item: ObjectItem, frame: Frame): Outcome {
  if (item.name !== undefined) {
    return { form: "string", value: item.name, origin: written(placeOf(frame, item.key)), marks: unmarked };
  }
  const key = evaluate(item.key, frame);
  return key.form === "failure" ? key : keyText(key);
}

/** A value as the key of an object. */
export function keyText(key: TerraformValue): Outcome {
  if (key.form === "null") return failure("the key of an object is null");
  const text = convert(key, stringType);
  return text.form === "failure" ? failure("the key of an object is no string") : text;
}
