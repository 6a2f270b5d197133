import type { Place } from "../../../model/place.ts";
import { convert } from "./convert.ts";
import { equal } from "./equality.ts";
import { compareNumbers, type TerraformNumber } from "./number.ts";
import { computed } from "./origin.ts";
import { whyOf } from "./reason.ts";
import { boolType, dynamicType, sameType, type TerraformType, typeName } from "./type.ts";
import { unify } from "./unify.ts";
import {
  failure,
  isMapping,
  isSequence,
  isWhollyKnown,
  type Outcome,
  type Range,
  type TerraformValue,
  typeOf,
  unknownValue,
  withMarks,
  withoutMarks,
} from "./value.ts";

/** The result of `condition ? yes : no`, which stands at `at`. A branch that failed may be passed as a dynamic unknown. */
export function conditional(condition: TerraformValue, yes: TerraformValue, no: TerraformValue, at: Place): Outcome {
  const type = commonType(yes, no);
  if (!type) {
    return failure(
      `the two results of the condition have different types: ${typeName(typeOf(yes))} and ${typeName(typeOf(no))}`,
    );
  }
  if (condition.form === "null") return failure("the condition is null");
  const decided = convert(condition, boolType);
  if (decided.form === "failure") return failure(`the condition is not a bool: ${decided.message}`);
  if (decided.form === "unknown") return undecided(condition, yes, no, type, at);
  const chosen = decided.form === "bool" && decided.value ? yes : no;
  const converted = type.kind === "dynamic" ? chosen : convert(chosen, type);
  return converted.form === "failure" ? converted : withMarks(converted, condition.marks | yes.marks | no.marks);
}

function commonType(yes: TerraformValue, no: TerraformValue): TerraformType | undefined {
  const [yesType, noType] = [typeOf(yes), typeOf(no)];
  if (sameType(yesType, noType)) return yesType;
  if (yes.form === "null" && yesType.kind === "dynamic") return noType;
  if (no.form === "null" && noType.kind === "dynamic") return yesType;
  if (yesType.kind === "dynamic" || noType.kind === "dynamic") return dynamicType;
  return unify([yesType, noType]);
}

function undecided(
  condition: TerraformValue,
  yes: TerraformValue,
  no: TerraformValue,
  type: TerraformType,
  at: Place,
): Outcome {
  const [yesConverted, noConverted] = [convert(yes, type), convert(no, type)];
  if (yesConverted.form === "failure") return yesConverted;
  if (noConverted.form === "failure") return noConverted;
  const marks = condition.marks | yes.marks | no.marks;
  const bothKnown = isWhollyKnown(yesConverted) && isWhollyKnown(noConverted);
  if (bothKnown && isPrimitiveForm(yesConverted) && equal(withoutMarks(yesConverted), withoutMarks(noConverted))) {
    return withMarks(yesConverted, marks);
  }
  const [a, b] = [rangeOf(yesConverted), rangeOf(noConverted)];
  const range = a && b && { min: least(a.min, b.min), max: greatest(a.max, b.max) };
  const notNull = cannotBeNull(yesConverted) && cannotBeNull(noConverted);
  return unknownValue(
    type,
    { why: whyOf([condition]), ...(notNull && { notNull: true }), ...(range && { range: bounded(range) }) },
    computed(at, [condition.origin]),
    marks,
  );
}

function isPrimitiveForm(value: TerraformValue): boolean {
  return value.form === "string" || value.form === "number" || value.form === "bool" || value.form === "null";
}

function cannotBeNull(value: TerraformValue): boolean {
  return value.form === "unknown" ? value.notNull === true : value.form !== "null";
}

function rangeOf(value: TerraformValue): Range | undefined {
  if (value.form === "unknown") return value.range;
  if (value.form === "number") return { min: value.value, max: value.value };
  if (isSequence(value)) return { min: value.items.length, max: value.items.length };
  if (isMapping(value) && value.form === "map") return { min: value.entries.size, max: value.entries.size };
  return undefined;
}

type Bound = TerraformNumber | undefined;

function least(a: Bound, b: Bound): Bound {
  return a === undefined || b === undefined ? undefined : compareNumbers(a, b) < 0 ? a : b;
}

function greatest(a: Bound, b: Bound): Bound {
  return a === undefined || b === undefined ? undefined : compareNumbers(a, b) > 0 ? a : b;
}

function bounded({ min, max }: { min: Bound; max: Bound }): Range {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
