import {
  boolType,
  dynamicType,
  listType,
  numberType,
  setType,
  stringType,
  type TerraformType,
} from "../values/type.ts";
import type { Outcome, TerraformValue } from "../values/value.ts";
import type { Call } from "./call.ts";

/** A function of Terraform's language. */
export interface FunctionDefinition {
  readonly parameters: readonly Parameter[];
  /** Takes all further arguments. */
  readonly rest?: Parameter;
  /** The type of the result where an argument is unknown. */
  readonly returns: TerraformType | ((args: readonly TerraformValue[]) => TerraformType);
  /** The result may be null. */
  readonly nullable?: true;
  readonly run: (call: Call) => Outcome;
}

export interface Parameter extends Tolerance {
  readonly name: string;
  readonly type: TerraformType;
}

/** What a parameter lets through; anything else is refused, or makes the result unknown or marked at once. */
export interface Tolerance {
  readonly null?: true;
  readonly unknown?: true;
  readonly marked?: true;
}

export type Definitions = Readonly<Record<string, FunctionDefinition>>;

export function text(name: string, tolerance?: Tolerance): Parameter {
  return { name, type: stringType, ...tolerance };
}

export function number(name: string, tolerance?: Tolerance): Parameter {
  return { name, type: numberType, ...tolerance };
}

export function anything(name: string, tolerance?: Tolerance): Parameter {
  return { name, type: dynamicType, ...tolerance };
}

export function list(name: string, element: TerraformType = dynamicType, tolerance?: Tolerance): Parameter {
  return { name, type: listType(element), ...tolerance };
}

export function set(name: string, tolerance?: Tolerance): Parameter {
  return { name, type: setType(dynamicType), ...tolerance };
}

/** A function from texts to a text. */
export function textFunction(names: readonly string[], compute: (...texts: string[]) => string): FunctionDefinition {
  return {
    parameters: names.map((name) => text(name)),
    returns: stringType,
    run: (call) => call.textResult(compute(...names.map((_, at) => call.text(at)))),
  };
}

/** A function from texts to true or false. */
export function textTest(names: readonly string[], compute: (...texts: string[]) => boolean): FunctionDefinition {
  return {
    parameters: names.map((name) => text(name)),
    returns: boolType,
    run: (call) => call.boolResult(compute(...names.map((_, at) => call.text(at)))),
  };
}
