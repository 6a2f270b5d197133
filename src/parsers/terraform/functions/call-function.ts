import type { Place } from "../../../model/place.ts";
import { convert } from "../values/convert.ts";
import { written } from "../values/origin.ts";
import { dynamicType, type TerraformType } from "../values/type.ts";
import {
  failure,
  type Marks,
  marksWithin,
  type Outcome,
  type TerraformValue,
  unknownValue,
  unmarked,
  withMarks,
  withoutMarks,
} from "../values/value.ts";
import { Call } from "./call.ts";
import type { CallContext } from "./context.ts";
import type { FunctionDefinition, Parameter } from "./definition.ts";
import { definitions } from "./registry.ts";
import { mayWork, tooMuchWork } from "./work.ts";

/** Whether a function of that name exists; `core::` may stand before it. */
export function isFunction(name: string): boolean {
  return definitions.has(plainName(name));
}

/** Calls a function that stands at `at`. `try` and `can` are not called: they are the evaluator's. */
export function callFunction(name: string, args: readonly TerraformValue[], at: Place, context: CallContext): Outcome {
  const plain = plainName(name);
  const definition = definitions.get(plain);
  if (!definition) {
    if (!name.includes("::")) return failure(`there is no function called "${name}"`);
    return unknownValue(dynamicType, { why: `${name} is a function of a provider, which is not run` }, written(at));
  }
  const wrong = checkCount(plain, definition, args.length);
  if (wrong) return failure(wrong);
  const taken = takeArguments(plain, definition, args);
  if ("form" in taken) return taken;
  const call = new Call(plain, taken.args, taken.marks, at, context);
  if (!taken.known) {
    const type = typeFor(definition, taken.args);
    const result = definition.nullable ? call.unknownOrNull(type) : call.unknown(type);
    return withMarks(result, taken.marks);
  }
  if (!mayWork(context, textWork(taken.args)))
    return withMarks(call.unknownOrNull(dynamicType, tooMuchWork), taken.marks);
  const result = definition.run(call);
  if (result.form === "failure") return failure(`${plain}: ${result.message}`, result.argument);
  return withMarks(result, taken.marks);
}

function plainName(name: string): string {
  return name.startsWith("core::") ? name.slice("core::".length) : name;
}

function typeFor({ returns }: FunctionDefinition, args: readonly TerraformValue[]): TerraformType {
  return typeof returns === "function" ? returns(args) : returns;
}

function checkCount(name: string, { parameters, rest }: FunctionDefinition, count: number): string | undefined {
  if (count >= parameters.length && (rest || count === parameters.length)) return undefined;
  const least = rest ? "at least " : "";
  const unit = parameters.length === 1 ? "argument" : "arguments";
  return `${name} takes ${least}${parameters.length} ${unit}, not ${count}`;
}

/** Short texts are covered by the evaluator's count of expressions. */
function textWork(args: readonly TerraformValue[]): number {
  let length = 0;
  for (const value of args) if (value.form === "string") length += value.value.length;
  return length > 1_000 ? length * 10 : 0;
}

interface Taken {
  readonly args: readonly TerraformValue[];
  readonly marks: Marks;
  /** No argument is unknown where its parameter needs a known one. */
  readonly known: boolean;
}

function takeArguments(name: string, definition: FunctionDefinition, args: readonly TerraformValue[]): Taken | Outcome {
  const taken: TerraformValue[] = [];
  let marks: Marks = unmarked;
  let known = true;
  for (const [at, arg] of args.entries()) {
    const parameter = definition.parameters[at] ?? definition.rest!;
    const value = takeArgument(parameter, arg);
    if (value.form === "failure") return failure(`${name}: ${parameter.name}: ${value.message}`, at);
    if (!parameter.marked) {
      const own = marksWithin(value);
      marks |= own;
      taken.push(own === unmarked ? value : withoutMarks(value));
    } else taken.push(value);
    if (value.form === "unknown" && !parameter.unknown) known = false;
  }
  return { args: taken, marks, known };
}

function takeArgument(parameter: Parameter, arg: TerraformValue): Outcome {
  const value = parameter.type.kind === "dynamic" ? arg : convert(arg, parameter.type);
  if (value.form === "null" && !parameter.null) return failure("the argument must not be null");
  return value;
}
