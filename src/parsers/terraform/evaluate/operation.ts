import type { Place } from "../../../model/place.ts";
import type { Binary, Conditional, Unary } from "../read/syntax.ts";
import { conditional } from "../values/conditional.ts";
import { convert } from "../values/convert.ts";
import { binary, unary } from "../values/operators.ts";
import { computed, written } from "../values/origin.ts";
import { boolType, dynamicType } from "../values/type.ts";
import { isMapping, isSequence, type Outcome, type TerraformValue, unknownValue, withOrigin } from "../values/value.ts";
import { evaluate } from "./expression.ts";
import { type Frame, placeOf } from "./frame.ts";

export function evaluateBinary(expression: Binary, frame: Frame): Outcome {
  const left = evaluate(expression.left, frame);
  if (left.form === "failure") return left;
  const right = evaluate(expression.right, frame);
  if (right.form === "failure") return right;
  return binary(expression.operator, left, right, placeOf(frame, expression));
}

export function evaluateUnary(expression: Unary, frame: Frame): Outcome {
  const operand = evaluate(expression.operand, frame);
  if (operand.form === "failure") return operand;
  return unary(expression.operator, operand, placeOf(frame, expression));
}

/** Both branches are evaluated, because the result has the type that both share; only the chosen one may fail. */
export function evaluateConditional(expression: Conditional, frame: Frame): Outcome {
  const condition = evaluate(expression.condition, frame);
  if (condition.form === "failure") return condition;
  const whenTrue = evaluate(expression.whenTrue, frame);
  const whenFalse = evaluate(expression.whenFalse, frame);
  const decided = convert(condition, boolType);
  const chosen = decided.form !== "bool" ? undefined : decided.value ? whenTrue : whenFalse;
  if (chosen?.form === "failure") return chosen;
  const at = placeOf(frame, expression);
  const outcome = conditional(condition, orUnknown(whenTrue, at), orUnknown(whenFalse, at), at);
  return chosen === undefined || outcome.form === "failure" ? outcome : decidedBy(condition, outcome, at);
}

function orUnknown(outcome: Outcome, at: Place): TerraformValue {
  if (outcome.form !== "failure") return outcome;
  return unknownValue(dynamicType, { why: outcome.message }, written(at));
}

/** The condition decides too; the elements of a collection keep the names through which it was reached. */
function decidedBy(condition: TerraformValue, chosen: TerraformValue, at: Place): TerraformValue {
  const sources = [condition.origin, chosen.origin];
  const isReached = chosen.origin.by === "reference" && (isSequence(chosen) || isMapping(chosen));
  if (isReached || condition.origin.by === "writing") return chosen;
  return withOrigin(chosen, computed(at, sources));
}
