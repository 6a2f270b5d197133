import type { Expression } from "../read/syntax.ts";
import { parseNumber } from "../values/number.ts";
import { written } from "../values/origin.ts";
import { dynamicType } from "../values/type.ts";
import {
  boolValue,
  failure,
  nullValue,
  numberValue,
  type Outcome,
  stringValue,
  unknownValue,
} from "../values/value.ts";
import { evaluateAccess } from "./access.ts";
import { evaluateCall } from "./call.ts";
import { evaluateObject, evaluateTuple } from "./collection.ts";
import { evaluateFor } from "./for.ts";
import { type Frame, placeOf } from "./frame.ts";
import { evaluateBinary, evaluateConditional, evaluateUnary } from "./operation.ts";
import { evaluateReference } from "./reference.ts";
import { evaluateTemplate } from "./template.ts";

/** The value of an expression, as `terraform plan` would compute it. */
export function evaluate(expression: Expression, frame: Frame): Outcome {
  switch (expression.type) {
    case "string":
      return stringValue(expression.value, written(placeOf(frame, expression)));
    case "boolean":
      return boolValue(expression.value, written(placeOf(frame, expression)));
    case "null":
      return nullValue(dynamicType, written(placeOf(frame, expression)));
    case "number": {
      const value = parseNumber(expression.text);
      if (value === undefined) return failure(`the number ${expression.text.slice(0, 40)} is too large`);
      return numberValue(value, written(placeOf(frame, expression)));
    }
    default:
      return evaluateDeeper(expression, frame);
  }
}

function evaluateDeeper(expression: Expression, frame: Frame): Outcome {
  const { run } = frame;
  if (!run.enter()) {
    const at = placeOf(frame, expression);
    return unknownValue(dynamicType, { why: run.refuse(at) }, written(at));
  }
  const outcome = evaluateBranch(expression, frame);
  if (outcome.form === "unknown") run.noticeBound(outcome.why, frame.source, expression);
  run.leave();
  return outcome;
}

function evaluateBranch(expression: Expression, frame: Frame): Outcome {
  switch (expression.type) {
    case "reference":
      return evaluateReference(expression, frame);
    case "wrap":
    case "parentheses":
      return evaluate(expression.expression, frame);
    case "template":
      return evaluateTemplate(expression, frame);
    case "call":
      return evaluateCall(expression, frame);
    case "object":
      return evaluateObject(expression, frame);
    case "tuple":
      return evaluateTuple(expression, frame);
    case "conditional":
      return evaluateConditional(expression, frame);
    case "binary":
      return evaluateBinary(expression, frame);
    case "unary":
      return evaluateUnary(expression, frame);
    case "access":
      return evaluateAccess(expression, frame);
    case "for":
      return evaluateFor(expression, frame);
    default: {
      const why = "the expression could not be read";
      return unknownValue(dynamicType, { why }, written(placeOf(frame, expression)));
    }
  }
}
