import { builtins } from "../functions/builtins.ts";
import { CallSite } from "../functions/call-site.ts";
import type { Call, Expression, IndexAccess, PropertyAccess } from "../read/expression.ts";
import { elementOf, memberOf } from "./access.ts";
import { descend, type Frame, placeIn } from "./frame.ts";
import { valueOfNode } from "./json-value.ts";
import { scalar, unknown, type Value } from "./value.ts";

/** The value of an expression; never throws, and what cannot be decided says why. */
export function evaluate(expression: Expression, frame: Frame): Value {
  switch (expression.type) {
    case "text":
    case "number":
      return scalar(expression.value);
    case "call":
      return descend(frame, expression, () => evaluateCall(expression, frame));
    case "property":
      return descend(frame, expression, () => evaluateProperty(expression, frame));
    case "index":
      return descend(frame, expression, () => evaluateIndex(expression, frame));
  }
}

function evaluateCall(call: Call, frame: Frame): Value {
  if (!frame.run.step(() => placeIn(frame, call))) return unknown("evaluating it takes too many steps");
  const builtin = builtins.get(call.key) ?? (call.key.startsWith("list") ? builtins.get("list*") : undefined);
  if (!builtin) return callUserFunction(call, frame);
  const { args } = call;
  if (args.length < builtin.least || args.length > builtin.most) {
    return unknown(`${call.name}() is called with ${args.length === 1 ? "1 argument" : `${args.length} arguments`}`);
  }
  return builtin.run(new CallSite(call, frame, evaluate));
}

function callUserFunction(call: Call, frame: Frame): Value {
  const { scope } = frame;
  const definition = scope.template.functions.get(call.key);
  if (!definition) return unknown(`${call.name}() is no function of the template language`);
  if (!definition.output) return unknown(`the function ${definition.name} has no output`);
  const values = new Map<string, Value>();
  for (const [index, name] of definition.parameters.entries()) {
    const argument = call.args[index];
    if (argument) values.set(name.toLowerCase(), evaluate(argument, frame));
  }
  const { run } = frame;
  const source = scope.template.source;
  const inner = { run, scope, source, string: undefined, copies: undefined, lambdas: undefined, args: values };
  return valueOfNode(definition.output, inner, `function ${definition.name}`);
}

function evaluateProperty(access: PropertyAccess, frame: Frame): Value {
  const object = evaluate(access.object, frame);
  return memberOf(object, access.name, access.safe || isSafe(access.object));
}

function isSafe(expression: Expression): boolean {
  let current = expression;
  while (current.type === "property" || current.type === "index") {
    if (current.safe) return true;
    current = current.object;
  }
  return false;
}

function evaluateIndex(access: IndexAccess, frame: Frame): Value {
  const object = evaluate(access.object, frame);
  const index = evaluate(access.index, frame);
  return elementOf(object, index, access.safe || isSafe(access.object));
}
