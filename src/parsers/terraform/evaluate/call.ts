import { callFunction } from "../functions/call-function.ts";
import type { Call } from "../read/syntax.ts";
import { itemsOf } from "../values/element.ts";
import { computed, written } from "../values/origin.ts";
import { whyOf } from "../values/reason.ts";
import { boolType, dynamicType } from "../values/type.ts";
import {
  boolValue,
  failure,
  isSequence,
  isWhollyKnown,
  marksWithin,
  type Outcome,
  type TerraformValue,
  unknownValue,
} from "../values/value.ts";
import { evaluate } from "./expression.ts";
import { type Frame, placeOf } from "./frame.ts";

export function evaluateCall(expression: Call, frame: Frame): Outcome {
  const name = expression.name.startsWith("core::") ? expression.name.slice("core::".length) : expression.name;
  if (name === "try") return evaluateTry(expression, frame);
  if (name === "can") return evaluateCan(expression, frame);
  const args = evaluateArguments(expression, frame);
  if (!Array.isArray(args)) return args;
  for (const argument of args) frame.run.chargeReading(argument);
  const outcome = callFunction(name, args, placeOf(frame, expression), frame.names.calls);
  if (outcome.form !== "failure") frame.run.charge(outcome);
  return outcome;
}

function evaluateArguments(expression: Call, frame: Frame): TerraformValue[] | Exclude<Outcome, { form: "list" }> {
  const args: TerraformValue[] = [];
  for (const argument of expression.args) {
    const outcome = evaluate(argument, frame);
    if (outcome.form === "failure") return outcome;
    args.push(outcome);
  }
  if (!expression.expandFinal) return args;
  const last = args.pop();
  if (!last || last.form === "null") return failure("the argument before ... is null");
  if (last.form === "unknown") return unknownValue(dynamicType, { why: last.why }, last.origin, last.marks);
  if (!isSequence(last)) return failure("the argument before ... is no list");
  return [...args, ...itemsOf(last)];
}

/** The first argument that does not fail. Unlike in Terraform, what is known of a partly unknown one stays known. */
function evaluateTry(expression: Call, frame: Frame): Outcome {
  const failures: string[] = [];
  const tried: Frame = { ...frame, isTried: true };
  for (const argument of expression.args) {
    const outcome = evaluate(argument, tried);
    if (outcome.form !== "failure") return outcome.form === "unknown" ? { ...outcome, type: dynamicType } : outcome;
    failures.push(outcome.message);
  }
  return failure(failures[0] ?? "try has no arguments");
}

function evaluateCan(expression: Call, frame: Frame): Outcome {
  const [argument] = expression.args;
  if (!argument || expression.args.length > 1) return failure("can takes one argument");
  const at = placeOf(frame, expression);
  const outcome = evaluate(argument, { ...frame, isTried: true });
  if (outcome.form === "failure") return boolValue(false, written(at));
  const origin = computed(at, [outcome.origin]);
  if (isWhollyKnown(outcome)) return boolValue(true, origin);
  return unknownValue(boolType, { why: whyOf([outcome]), notNull: true }, origin, marksWithin(outcome));
}
