import type { Piece } from "../../../model/tree.ts";
import { convert } from "../values/convert.ts";
import { itemsOf } from "../values/element.ts";
import { piecesOf, textOfPieces } from "../values/pieces.ts";
import { whyOf } from "../values/reason.ts";
import { boolType, listType, numberType, stringType, type TerraformType } from "../values/type.ts";
import {
  type Failure,
  failure,
  isSequence,
  isWhollyKnown,
  listValue,
  type Outcome,
  type TerraformValue,
  unmarked,
} from "../values/value.ts";
import type { Call } from "./call.ts";
import { graphemesOf } from "./characters.ts";
import { anything, type Definitions, text } from "./definition.ts";
import { fractionText, padded, wholeOf, wholeText } from "./format-number.ts";
import { type Format, parseFormat, type Verb } from "./format-verb.ts";
import { jsonText, quoted } from "./json-text.ts";

const args = anything("args", { null: true, unknown: true });

export const formatFunctions: Definitions = {
  format: { parameters: [text("format")], rest: args, returns: stringType, run: format },
  formatlist: { parameters: [text("format")], rest: args, returns: listType(stringType), run: formatList },
};

function format(call: Call): Outcome {
  if (call.args.some(isUntypedNull)) return call.unknown(stringType);
  return render(call, call.text(0), call.args.slice(1));
}

/** Terraform takes a bare `null` for something of which it does not even know the type. */
function isUntypedNull(value: TerraformValue): boolean {
  return value.form === "null" && value.type.kind === "dynamic";
}

function render(call: Call, source: string, values: readonly TerraformValue[]): Outcome {
  const parsed = parseFormat(source);
  if (typeof parsed === "string") return failure(parsed, 0);
  const wrong = checkReach(parsed, values.length);
  if (wrong) return wrong;
  const pieces: Piece[] = [];
  for (const part of parsed.parts) {
    if (typeof part === "string") {
      pieces.push(part);
      continue;
    }
    const written = renderVerb(part, values[part.argument]!);
    if (typeof written === "string") pieces.push(written);
    else if (Array.isArray(written)) pieces.push(...written);
    else return written as Failure;
  }
  const open = values.filter((value) => !isWhollyKnown(value));
  return textOfPieces(pieces, whyOf(open), call.origin, unmarked);
}

function checkReach({ reach, parts }: Format, count: number): Failure | undefined {
  if (reach > count) {
    const verb = parts.find((part) => typeof part !== "string" && part.argument >= count) as Verb;
    return failure(`the verb ${verb.text} needs argument ${verb.argument + 1}, but there are ${count}`);
  }
  return reach < count ? failure(`there are ${count} arguments, but the format uses ${reach}`) : undefined;
}

function renderVerb(verb: Verb, value: TerraformValue): string | readonly Piece[] | Failure {
  if (!isWhollyKnown(value)) return renderUnknown(verb, value);
  if (verb.letter === "v") return renderAny(verb, value);
  if (value.form === "null") return failure(`null cannot be shown by ${verb.text}`);
  const converted = convert(value, wantedType(verb.letter));
  if (converted.form === "failure") return failure(`the value does not suit ${verb.text}: ${converted.message}`);
  if (converted.form === "bool") return String(converted.value);
  if (converted.form === "string") return renderText(verb, converted.value);
  if (converted.form !== "number") return failure(`the value does not suit ${verb.text}`);
  if ("eEfgG".includes(verb.letter)) return fractionText(converted.value, verb);
  const whole = wholeOf(converted.value);
  return whole === undefined
    ? failure(`the value does not suit ${verb.text}: a whole number is required`)
    : wholeText(whole, verb);
}

function wantedType(letter: string): TerraformType {
  if (letter === "t") return boolType;
  return letter === "s" || letter === "q" ? stringType : numberType;
}

/** What is shown as it is leaves its pieces; anything else leaves one hole that is named after the verb. */
function renderUnknown(verb: Verb, value: TerraformValue): readonly Piece[] | Failure {
  if (value.form !== "unknown") {
    return verb.letter === "v"
      ? [{ token: `${verb.text}(${JSON.stringify(whyOf([value]))})` }]
      : failure(`the value does not suit ${verb.text}`);
  }
  const asItIs = verb.width === undefined && verb.precision === undefined && !verb.sharp;
  if (asItIs && (verb.letter === "s" || verb.letter === "v" || verb.letter === "d")) return piecesOf(value);
  return [
    {
      token: `${verb.text}(${piecesOf(value)
        .map((piece) => (typeof piece === "string" ? piece : piece.token))
        .join("")})`,
    },
  ];
}

function renderAny(verb: Verb, value: TerraformValue): string {
  if (value.form === "string" && !verb.sharp) return padText(verb, value.value);
  if (value.form === "number" && !verb.sharp)
    return fractionText(value.value, { ...verb, letter: "g", precision: undefined, plus: false });
  if (value.form === "bool" && !verb.sharp) return String(value.value);
  return padText(verb, jsonText(value));
}

function renderText(verb: Verb, value: string): string {
  const cut = verb.precision === undefined ? value : graphemesOf(value).slice(0, verb.precision).join("");
  return padText(verb, verb.letter === "q" ? quoted(cut) : cut);
}

function padText(verb: Verb, value: string): string {
  return verb.width === undefined ? value : padded(value, verb, true, graphemesOf(value).length);
}

/** Formats once for every element; what is no list is the same each time. */
function formatList(call: Call): Outcome {
  const values = call.args.slice(1);
  const type = listType(stringType);
  if (values.some(isUntypedNull)) return call.unknown(type);
  let length: number | undefined;
  for (const [at, value] of values.entries()) {
    if (isOpenList(value)) return call.unknown(type);
    if (!isSequence(value)) continue;
    length ??= value.items.length;
    if (length !== value.items.length)
      return failure(`the lists have ${length} and ${value.items.length} elements`, at + 1);
  }
  const rows: TerraformValue[] = [];
  const columns = values.map((value) => (isSequence(value) ? itemsOf(value) : value));
  for (let row = 0; row < (length ?? 1); row++) {
    const rowValues = columns.map((column) => ("form" in column ? column : column[row]!));
    const written = render(call, call.text(0), rowValues);
    if (written.form === "failure") return failure(`element ${row}: ${written.message}`);
    rows.push(written);
  }
  return listValue(stringType, rows, call.origin);
}

function isOpenList(value: TerraformValue): boolean {
  if (value.form === "unknown") return !["string", "number", "bool", "map", "object"].includes(value.type.kind);
  return value.form === "set" && !value.whollyKnown;
}
