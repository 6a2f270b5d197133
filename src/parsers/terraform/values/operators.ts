import type { Place } from "../../../model/place.ts";
import { convert } from "./convert.ts";
import { equal } from "./equality.ts";
import { compareNumbers, negated, product, ratio, remainder, sum, type TerraformNumber } from "./number.ts";
import { computed, type Origin } from "./origin.ts";
import { whyOf } from "./reason.ts";
import { boolType, numberType, type TerraformType } from "./type.ts";
import {
  boolValue,
  type Failure,
  failure,
  type Marks,
  marksWithin,
  numberValue,
  type Outcome,
  type Range,
  type TerraformValue,
  unknownValue,
  withoutMarks,
} from "./value.ts";

export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "&&" | "||";
export type UnaryOperator = "-" | "!";

/** The result of `left operator right`, which stands at `at`. */
export function binary(operator: BinaryOperator, left: TerraformValue, right: TerraformValue, at: Place): Outcome {
  const origin = computed(at, [left.origin, right.origin]);
  const marks = marksWithin(left) | marksWithin(right);
  if (operator === "==" || operator === "!=") return equality(operator, left, right, origin, marks);
  const wanted = operator === "&&" || operator === "||" ? boolType : numberType;
  const a = operand(left, wanted, "left operand");
  if (a.form === "failure") return a;
  const b = operand(right, wanted, "right operand");
  if (b.form === "failure") return b;
  if (a.form === "bool" && b.form === "bool") {
    return boolValue(operator === "&&" ? a.value && b.value : a.value || b.value, origin, marks);
  }
  if (a.form === "number" && b.form === "number") return ofNumbers(operator, a.value, b.value, origin, marks);
  if (isComparison(operator)) {
    const decided = compareRanges(operator, rangeOf(a), rangeOf(b));
    if (decided !== undefined) return boolValue(decided, origin, marks);
  }
  const type = wanted === boolType || isComparison(operator) ? boolType : numberType;
  return unknownValue(type, { why: whyOf([a, b]), notNull: true }, origin, marks);
}

export function unary(operator: UnaryOperator, value: TerraformValue, at: Place): Outcome {
  const origin = computed(at, [value.origin]);
  const operated = operand(value, operator === "!" ? boolType : numberType, "operand");
  if (operated.form === "failure") return operated;
  if (operated.form === "bool") return boolValue(!operated.value, origin, value.marks);
  if (operated.form === "number") return numberValue(negated(operated.value), origin, value.marks);
  const type = operator === "!" ? boolType : numberType;
  return unknownValue(type, { why: whyOf([value]), notNull: true }, origin, value.marks);
}

function operand(value: TerraformValue, type: TerraformType, name: string): Outcome {
  if (value.form === "null") return failure(`the ${name} is null`);
  const converted = convert(value, type);
  return converted.form === "failure" ? failure(`unsuitable ${name}: ${converted.message}`) : converted;
}

function equality(
  operator: "==" | "!=",
  left: TerraformValue,
  right: TerraformValue,
  origin: Origin,
  marks: Marks,
): TerraformValue {
  const result = marks === 0 ? equal(left, right) : equal(withoutMarks(left), withoutMarks(right));
  if (result === undefined) return unknownValue(boolType, { why: whyOf([left, right]), notNull: true }, origin, marks);
  return boolValue(result === (operator === "=="), origin, marks);
}

function ofNumbers(
  operator: BinaryOperator,
  a: TerraformNumber,
  b: TerraformNumber,
  origin: Origin,
  marks: Marks,
): TerraformValue | Failure {
  if (isComparison(operator)) return boolValue(holds(operator, compareNumbers(a, b)), origin, marks);
  if (operator === "+") return numberValue(sum(a, b), origin, marks);
  if (operator === "-") return numberValue(sum(a, negated(b)), origin, marks);
  if (operator === "*") return numberValue(product(a, b), origin, marks);
  if (b === 0 && operator === "%") return numberValue(a, origin, marks);
  if (b === 0 && a === 0) return failure("zero divided by zero is no number");
  return numberValue(operator === "/" ? ratio(a, b) : remainder(a, b), origin, marks);
}

type Comparison = "<" | "<=" | ">" | ">=";

function isComparison(operator: BinaryOperator): operator is Comparison {
  return operator === "<" || operator === "<=" || operator === ">" || operator === ">=";
}

function holds(operator: Comparison, order: number): boolean {
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

function rangeOf(value: TerraformValue): Range {
  if (value.form === "number") return { min: value.value, max: value.value };
  return value.form === "unknown" && value.range ? value.range : {};
}

/** What the bounds of two numbers already decide: like Terraform, only where they leave room between the two. */
function compareRanges(operator: Comparison, a: Range, b: Range): boolean | undefined {
  if (a.max !== undefined && b.min !== undefined && compareNumbers(a.max, b.min) < 0) return holds(operator, -1);
  if (a.min !== undefined && b.max !== undefined && compareNumbers(a.min, b.max) > 0) return holds(operator, 1);
  return undefined;
}
