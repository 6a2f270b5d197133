import type { RE2JS } from "re2js";
import { dynamicType, listType, objectType, stringType, type TerraformType, tupleType } from "../values/type.ts";
import {
  type Failure,
  failure,
  largestValue,
  listValue,
  nullValue,
  type Outcome,
  objectValue,
  stringValue,
  type TerraformValue,
  tupleValue,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { type Definitions, text } from "./definition.ts";
import { engines } from "./engines.ts";
import { mayWork, tooMuchWork } from "./work.ts";

const parameters = [text("pattern"), text("string")];
/** Of one search: the product of the pattern's size and the text's length. */
const mostSteps = 20_000_000;

export const regexFunctions: Definitions = {
  regex: { parameters, returns: ([pattern]) => typeOfMatch(pattern), run: firstMatch },
  regexall: { parameters, returns: ([pattern]) => listType(typeOfMatch(pattern)), run: allMatches },
};

function typeOfMatch(pattern: TerraformValue | undefined): TerraformType {
  if (pattern?.form !== "string") return dynamicType;
  const compiled = compile(pattern.value);
  return compiled && !("form" in compiled) ? matchType(compiled) : dynamicType;
}

function firstMatch(call: Call): Outcome {
  const compiled = prepare(call, call.text(0), call.text(1));
  if ("form" in compiled) return compiled;
  const matcher = compiled.matcher(call.text(1));
  if (!mayWork(call.context, Math.ceil((compiled.programSize() * call.text(1).length) / 2))) {
    return call.unknownOrNull(matchType(compiled), tooMuchWork);
  }
  if (!matcher.find()) return failure("the pattern matches no part of the text");
  return matchResult(call, compiled, matcher);
}

function allMatches(call: Call): Outcome {
  const compiled = prepare(call, call.text(0), call.text(1));
  if ("form" in compiled) return compiled;
  const matches: TerraformValue[] = [];
  const done = eachMatch(call, compiled, call.text(1), (matcher) => {
    matches.push(matchResult(call, compiled, matcher));
    return matches.length < largestValue;
  });
  if (!done) return call.unknown(listType(matchType(compiled)), { why: tooMuchWork });
  return listValue(matchType(compiled), matches, call.origin);
}

export type Matcher = ReturnType<RE2JS["matcher"]>;

/** Finds the matches that Terraform sees: an empty one right behind another match is none. False when it is too much. */
export function eachMatch(call: Call, compiled: RE2JS, value: string, take: (matcher: Matcher) => boolean): boolean {
  const matcher = compiled.matcher(value);
  let end = -1;
  for (;;) {
    const rest = value.length - Math.max(0, end);
    if (!mayWork(call.context, Math.ceil((compiled.programSize() * rest) / 2))) return false;
    if (!matcher.find()) return true;
    const isBehind = matcher.start() === matcher.end() && matcher.start() === end;
    end = matcher.end();
    if (!isBehind && !take(matcher)) return false;
  }
}

/** The compiled pattern, or what the call gives without one. */
export function prepare(call: Call, pattern: string, value: string): RE2JS | Outcome {
  const compiled = compile(pattern);
  if (!compiled) return call.unknown(dynamicType, { why: "the engine for patterns is not loaded" });
  if ("form" in compiled || compiled.programSize() * value.length <= mostSteps) return compiled;
  return call.unknown(dynamicType, { why: "a pattern is matched against a text that is too long" });
}

let lastPattern: string | undefined;
let lastCompiled: RE2JS | Failure | undefined;

function compile(pattern: string): RE2JS | Failure | undefined {
  const engine = engines().patterns;
  if (!engine) return undefined;
  if (pattern !== lastPattern || !lastCompiled) {
    try {
      lastCompiled = checked(engine.compile(pattern));
    } catch (error) {
      lastCompiled = failure(`the pattern cannot be read: ${error instanceof Error ? error.message : ""}`, 0);
    }
    lastPattern = pattern;
  }
  return lastCompiled;
}

function checked(compiled: RE2JS): RE2JS | Failure {
  const named = Object.keys(compiled.namedGroups()).length;
  if (named === 0 || named === compiled.groupCount()) return compiled;
  return failure("the pattern has groups with and groups without a name", 0);
}

function matchType(compiled: RE2JS): TerraformType {
  const names = Object.keys(compiled.namedGroups());
  if (names.length > 0) return objectType(new Map(names.map((name) => [name, stringType])));
  return compiled.groupCount() === 0 ? stringType : tupleType(Array(compiled.groupCount()).fill(stringType));
}

function matchResult(call: Call, compiled: RE2JS, matcher: Matcher): TerraformValue {
  const origin = call.origin;
  const group = (at: number): TerraformValue => {
    const found = matcher.group(at);
    return found === null || found === undefined ? nullValue(stringType, origin) : stringValue(found, origin);
  };
  const names = Object.entries(compiled.namedGroups());
  if (names.length > 0) return objectValue(new Map(names.map(([name, at]) => [name, group(at)])), origin);
  const count = compiled.groupCount();
  if (count === 0) return group(0);
  return tupleValue(
    Array.from({ length: count }, (_, at) => group(at + 1)),
    origin,
  );
}
