import { MemoryFiles } from "../../../src/model/files.ts";
import { type Place, SourceText } from "../../../src/model/place.ts";
import { callFunction } from "../../../src/parsers/terraform/functions/call-function.ts";
import type { CallContext } from "../../../src/parsers/terraform/functions/context.ts";
import { reachedThrough } from "../../../src/parsers/terraform/values/element.ts";
import { written } from "../../../src/parsers/terraform/values/origin.ts";
import { stringType, type TerraformType } from "../../../src/parsers/terraform/values/type.ts";
import {
  failure,
  numberValue,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
  type Unknowns,
  unknownValue,
} from "../../../src/parsers/terraform/values/value.ts";

/** A place that says its name: `file:line`. */
export function placeAt(name: string): Place {
  const [file = "", line = "1"] = name.split(":");
  return new SourceText(file, "\n".repeat(Number(line))).place(Number(line) - 1, Number(line));
}

export function nameOf(place: Place): string {
  return `${place.file}:${place.start.line}`;
}

/** A value written at a place; arrays become tuples, objects objects. */
export function value(content: unknown, at = "main.tf:1"): TerraformValue {
  const origin = written(placeAt(at));
  if (typeof content === "string") return stringValue(content, origin);
  if (typeof content === "number") return numberValue(content, origin);
  if (Array.isArray(content))
    return tupleValue(
      content.map((item) => (isValue(item) ? item : value(item, at))),
      origin,
    );
  const entries = Object.entries(content as object).map(
    ([name, item]) => [name, isValue(item) ? item : value(item, at)] as const,
  );
  return objectValue(new Map(entries), origin);
}

function isValue(content: unknown): content is TerraformValue {
  return typeof content === "object" && content !== null && "form" in content;
}

export function unknown(known: Partial<Unknowns> = {}, type: TerraformType = stringType): TerraformValue {
  return unknownValue(type, { why: "nobody knows", ...known }, written(placeAt("unknown.tf:1")));
}

/** The value seen through a name that stands at a place. */
export function through(name: string, at: string, inner: TerraformValue): TerraformValue {
  return reachedThrough(inner, placeAt(at), name);
}

/** What one run has in hand; tests that work a lot take one of their own. */
export function newContext(): CallContext {
  const evaluateTemplate = () => failure("there are no templates here");
  return { files: new MemoryFiles({}), directory: "", evaluateTemplate };
}

const everyday = newContext();

export function call(name: string, ...args: TerraformValue[]): Outcome {
  return callIn(everyday, name, ...args);
}

export function callIn(context: CallContext, name: string, ...args: TerraformValue[]): Outcome {
  return callFunction(name, args, placeAt("call.tf:1"), context);
}

/** The result of a call that must not fail. */
export function result(name: string, ...args: TerraformValue[]): TerraformValue {
  const outcome = call(name, ...args);
  if (outcome.form === "failure") throw new Error(outcome.message);
  return outcome;
}
