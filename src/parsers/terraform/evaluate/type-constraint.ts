import { spelledExpression } from "../read/json-expression.ts";
import type { Expression, ObjectExpression, StringLiteral } from "../read/syntax.ts";
import { convert } from "../values/convert.ts";
import {
  boolType,
  dynamicType,
  listType,
  mapType,
  numberType,
  objectType,
  setType,
  stringType,
  type TerraformType,
  tupleType,
} from "../values/type.ts";
import { type Failure, failure, type TerraformValue } from "../values/value.ts";
import { evaluate } from "./expression.ts";
import type { Frame } from "./frame.ts";
import { decidedAt } from "./origin-of-name.ts";

const simpleTypes: Readonly<Record<string, TerraformType>> = {
  string: stringType,
  number: numberType,
  bool: boolType,
  any: dynamicType,
  list: listType(dynamicType),
  set: setType(dynamicType),
  map: mapType(dynamicType),
};

type TypeOutcome = TerraformType | Failure;

/** The type that a variable's `type` argument names; the frame is for the defaults of optional attributes. */
export function typeConstraint(expression: Expression, frame: Frame): TypeOutcome {
  if (expression.type === "reference" && expression.steps.length === 0) return simpleType(expression.root.name);
  if (expression.type === "string") return quotedType(expression, frame);
  if (expression.type === "wrap" || expression.type === "parentheses")
    return typeConstraint(expression.expression, frame);
  if (expression.type !== "call") return failure("the type is none that Terraform knows");
  const [argument] = expression.args;
  if (!argument || expression.args.length !== 1) return failure(`the type ${expression.name} takes one argument`);
  if (expression.name === "object") return objectConstraint(argument, frame);
  if (expression.name === "tuple") return tupleConstraint(argument, frame);
  const element = typeConstraint(argument, frame);
  if (isFailure(element)) return element;
  if (expression.name === "list") return listType(element);
  if (expression.name === "set") return setType(element);
  if (expression.name === "map") return mapType(element);
  return failure(`there is no type named ${expression.name}`);
}

function simpleType(name: string): TypeOutcome {
  return simpleTypes[name] ?? failure(`there is no type named ${name}`);
}

/** Terraform 0.11 wrote `"string"`; JSON writes every type so. */
function quotedType(expression: StringLiteral, frame: Frame): TypeOutcome {
  if (expression.form !== "json") return simpleType(expression.value);
  const spelled = spelledExpression(frame.source.text, expression, []);
  return spelled.type === "string" ? simpleType(expression.value) : typeConstraint(spelled, frame);
}

function tupleConstraint(argument: Expression, frame: Frame): TypeOutcome {
  if (argument.type !== "tuple") return failure("the type tuple takes a list of types");
  const elements: TerraformType[] = [];
  for (const item of argument.items) {
    const type = typeConstraint(item, frame);
    if (isFailure(type)) return type;
    elements.push(type);
  }
  return tupleType(elements);
}

function objectConstraint(argument: Expression, frame: Frame): TypeOutcome {
  if (argument.type !== "object") return failure("the type object takes a map of types");
  const attributes = new Map<string, TerraformType>();
  const optional = new Map<string, TerraformValue | undefined>();
  for (const item of argument.items) {
    const problem = readAttribute(item, attributes, optional, frame);
    if (problem) return problem;
  }
  return objectType(attributes, optional);
}

function readAttribute(
  item: ObjectExpression["items"][number],
  attributes: Map<string, TerraformType>,
  optional: Map<string, TerraformValue | undefined>,
  frame: Frame,
): Failure | undefined {
  const name = item.name ?? (item.key.type === "string" ? item.key.value : undefined);
  if (name === undefined) return failure("an attribute of an object type has no name");
  const { value } = item;
  const [inner, fallback] = value.type === "call" && value.name === "optional" ? value.args : [];
  const type = typeConstraint(inner ?? value, frame);
  if (isFailure(type)) return type;
  attributes.set(name, type);
  if (!inner) return undefined;
  const outcome = fallback && evaluate(fallback, frame);
  if (outcome?.form === "failure") return outcome;
  const converted = outcome && convert(outcome, type);
  if (converted?.form === "failure") return converted;
  optional.set(name, converted && decidedAt(converted, `default of the attribute ${name}`));
  return undefined;
}

export function isFailure(outcome: TypeOutcome): outcome is Failure {
  return "form" in outcome;
}
