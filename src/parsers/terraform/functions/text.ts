import { compareText } from "../values/element.ts";
import { computed } from "../values/origin.ts";
import { knownStart, mapPieces, piecesOf, textOfPieces } from "../values/pieces.ts";
import { whyOf } from "../values/reason.ts";
import { boolType, listType, stringType } from "../values/type.ts";
import {
  failure,
  isWhollyKnown,
  largestValue,
  listValue,
  longestText,
  type Outcome,
  stringValue,
  type TerraformValue,
  tooLongText,
  unmarked,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { changeCase, graphemesOf, titleCase, trimCharacters, trimSpace, withoutLineEnds } from "./characters.ts";
import { type Definitions, type FunctionDefinition, list, number, text, textFunction, textTest } from "./definition.ts";
import { replaceText } from "./replace.ts";

export const textFunctions: Definitions = {
  chomp: textFunction(["str"], withoutLineEnds),
  lower: letters("lower", (value) => changeCase(value, "lower")),
  upper: letters("upper", (value) => changeCase(value, "upper")),
  title: textFunction(["str"], titleCase),
  strrev: textFunction(["str"], (value) => graphemesOf(value).toReversed().join("")),
  trim: textFunction(["str", "cutset"], trimCharacters),
  trimspace: textFunction(["str"], trimSpace),
  trimprefix: textFunction(["str", "prefix"], (value, prefix) =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimsuffix: textFunction(["str", "suffix"], (value, suffix) =>
    suffix !== "" && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  strcontains: textTest(["str", "substr"], (value, part) => value.includes(part)),
  endswith: textTest(["str", "suffix"], (value, suffix) => value.endsWith(suffix)),
  startswith: {
    parameters: [text("str", { unknown: true }), text("prefix")],
    returns: boolType,
    run: startsWith,
  },
  indent: {
    parameters: [number("spaces"), text("str")],
    returns: stringType,
    run: indent,
  },
  substr: { parameters: [text("str"), number("offset"), number("length")], returns: stringType, run: substring },
  split: {
    parameters: [text("separator"), text("str")],
    returns: listType(stringType),
    run: (call) => {
      const [separator, value] = [call.text(0), call.text(1)];
      const parts = separator === "" ? [...value] : value.split(separator);
      if (parts.length > largestValue) return tooManyParts(call);
      return listValue(
        stringType,
        parts.map((part) => stringValue(part, call.origin)),
        call.origin,
      );
    },
  },
  join: {
    parameters: [text("separator")],
    rest: list("lists", stringType, { unknown: true }),
    returns: stringType,
    run: join,
  },
  sort: { parameters: [list("list", stringType)], returns: listType(stringType), run: sort },
  replace: {
    parameters: [text("str", { unknown: true }), text("substr"), text("replace")],
    returns: stringType,
    run: replaceText,
  },
};

function tooManyParts(call: Call): TerraformValue {
  return call.unknown(listType(stringType), { why: `the value holds more than ${largestValue} elements` });
}

/** A change of letters keeps the known pieces of an unknown text. */
function letters(name: string, change: (text: string) => string): FunctionDefinition {
  return {
    parameters: [text("str", { unknown: true })],
    returns: stringType,
    run: (call) => {
      const value = call.args[0]!;
      if (value.form === "string") return call.textResult(change(value.value));
      return call.unknown(stringType, { pieces: mapPieces(piecesOf(value), name, change) });
    },
  };
}

function startsWith(call: Call): Outcome {
  const value = call.args[0]!;
  const prefix = call.text(1);
  if (value.form === "string") return call.boolResult(value.value.startsWith(prefix));
  const start = value.form === "unknown" ? knownStart(value) : "";
  if (start.startsWith(prefix)) return call.boolResult(true);
  return prefix.startsWith(start) ? call.unknown(boolType) : call.boolResult(false);
}

function indent(call: Call): Outcome {
  const spaces = call.integer(0);
  if (spaces === undefined || spaces < 0) return failure("the number of spaces must be a whole number, 0 or more", 0);
  if (spaces > 10_000) return failure("more than 10000 spaces are too many", 0);
  const lines = call.text(1).split("\n");
  if (lines.length * spaces > longestText) return tooLongText(call.origin);
  return call.textResult(lines.join(`\n${" ".repeat(spaces)}`));
}

function substring(call: Call): Outcome {
  const [offset, length] = [call.integer(1), call.integer(2)];
  if (offset === undefined) return failure("a whole number is required", 1);
  if (length === undefined) return failure("a whole number is required", 2);
  const characters = graphemesOf(call.text(0));
  const start = offset < 0 ? Math.max(0, offset + characters.length) : offset;
  if (length === 0 || start >= characters.length) return call.textResult("");
  return call.textResult(characters.slice(start, length < 0 ? undefined : start + length).join(""));
}

function join(call: Call): Outcome {
  const separator = call.text(0);
  if (call.args.length < 2) return failure("at least one list is needed");
  if (call.args.slice(1).some((value) => value.form === "unknown")) return call.unknown(stringType);
  const items = call.args.slice(1).flatMap((_, at) => call.items(at + 1));
  const pieces = [];
  for (const [at, item] of items.entries()) {
    if (item.form === "null") return failure(`element ${at} is null`, 1);
    if (at > 0) pieces.push(separator);
    pieces.push(...piecesOf(item));
  }
  return textOfPieces(pieces, whyOf(items.some((item) => item.form === "unknown") ? items : []), call.origin, unmarked);
}

function sort(call: Call): Outcome {
  const value = call.args[0]!;
  if (!isWhollyKnown(value)) {
    const items = call.items(0).map(() => call.unknown(stringType));
    return listValue(stringType, items, call.origin);
  }
  const texts: TerraformValue[] = [...call.items(0)];
  if (texts.some((item) => item.form === "null")) return failure("a list with a null element cannot be sorted", 0);
  texts.sort((a, b) => compareText(a.form === "string" ? a.value : "", b.form === "string" ? b.value : ""));
  return listValue(stringType, texts, computed(call.at, []));
}
