import { readJson } from "../../json/reader.ts";
import type { JsonNode } from "../../json/syntax.ts";
import { membersOf } from "../../json/syntax.ts";
import { longestText, mapLiterals, piecesOf, splitPieces, textOfScalar, valueOfPieces } from "../evaluate/text.ts";
import {
  type Plain,
  plainOf,
  restingOn,
  scalar,
  sequenceOf,
  type Unknown,
  unknown,
  type Value,
  valueOfPlain,
  writePlain,
} from "../evaluate/value.ts";
import { type Builtin, type CallSite, computed } from "./call-site.ts";
import { combineUri, escapeUri, fromBase64, fromDataUri, toBase64, toDataUri, unescapeUri } from "./encoding.ts";
import { runFormat } from "./format.ts";

export const textFunctions: Readonly<Record<string, Builtin>> = {
  base64: ofText((text) => toBase64(text)),
  base64tostring: ofText(fromBase64),
  base64tojson: computed(1, 1, ([text], call) => {
    const decoded = fromBase64(textOf(text!) ?? "?");
    return decoded === undefined ? call.invalid("its argument is no base64") : parseJson(decoded, call);
  }),
  datauri: ofText((text) => toDataUri(text)),
  datauritostring: ofText(fromDataUri),
  endswith: search((text, wanted) => text.endsWith(wanted), "end"),
  startswith: search((text, wanted) => text.startsWith(wanted), "start"),
  format: { least: 1, most: 1_000, run: runFormat },
  join: { least: 2, most: 2, run: runJoin },
  json: computed(1, 1, ([text], call) => {
    const written = textOf(text!);
    return written === undefined ? call.invalid("its argument is no text") : parseJson(written, call);
  }),
  padleft: computed(2, 3, ([value, width, pad], call) => {
    if (value?.form !== "scalar" || value.value === null || width?.form !== "scalar")
      return call.invalid("its arguments do not fit");
    const length = Number(width.value);
    if (!Number.isInteger(length) || length < 0 || length > longestText)
      return call.invalid("its width lies outside the bounds");
    const filler = pad === undefined ? " " : (textOf(pad) ?? "");
    return filler.length === 1
      ? scalar(textOfScalar(value.value).padStart(length, filler))
      : call.invalid("its filler is not one character");
  }),
  replace: computed(3, 3, (values, call) => {
    const [text, from, to] = values.map(textOf);
    if (text === undefined || from === undefined || to === undefined) return call.invalid("its arguments are no texts");
    if (from === "") return call.invalid("it replaces the empty text");
    const parts = text.split(from);
    const length = text.length + (parts.length - 1) * (to.length - from.length);
    return length > longestText
      ? call.limit("replace() makes a text that is too long to follow")
      : scalar(parts.join(to));
  }),
  split: { least: 2, most: 2, run: runSplit },
  string: { least: 1, most: 1, run: runString },
  substring: { least: 2, most: 3, run: runSubstring },
  tolower: { least: 1, most: 1, run: (call) => inCase(call, (text) => text.toLowerCase()) },
  toupper: { least: 1, most: 1, run: (call) => inCase(call, (text) => text.toUpperCase()) },
  trim: ofText((text) => text.trim()),
  uri: { least: 2, most: 2, run: runUri },
  uricomponent: ofText(escapeUri),
  uricomponenttostring: ofText(unescapeUri),
};

function textOf(value: Value): string | undefined {
  return value.form === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

function ofText(run: (text: string) => string | undefined): Builtin {
  return computed(1, 1, ([value], call) => {
    const text = textOf(value!);
    const result = text === undefined ? undefined : run(text);
    return result === undefined ? call.invalid("its argument does not fit") : scalar(result);
  });
}

/** Beginnings and ends are compared without regard to case; a known beginning is enough. */
function search(matches: (text: string, wanted: string) => boolean, end: "start" | "end"): Builtin {
  const run = (call: CallSite): Value => {
    const [where, what] = call.values() as [Value, Value];
    if (what.form === "unknown") return call.undecided();
    const wanted = textOf(what)?.toLowerCase();
    if (wanted === undefined) return call.invalid("it looks for something that is no text");
    if (where.form === "unknown") {
      const known = end === "start" ? where.pieces?.[0] : where.pieces?.at(-1);
      if (typeof known !== "string" || known.length < wanted.length) return call.undecided();
      return restingOn(scalar(matches(known.toLowerCase(), wanted)), [where]);
    }
    const text = textOf(where);
    if (text === undefined) return call.invalid("it looks into something that is no text");
    return restingOn(scalar(matches(text.toLowerCase(), wanted)), [where, what]);
  };
  return { least: 2, most: 2, run };
}

function runJoin(call: CallSite): Value {
  const [list, separator] = call.values() as [Value, Value];
  const between = piecesOf(separator);
  if (list.form !== "sequence" || !between) return call.undecided();
  const items = list.items.map((cell) => cell.value);
  const texts = items.map((item) => piecesOf(item));
  if (texts.includes(undefined)) return call.invalid("an item is no text");
  const unknownItem = items.find((item): item is Unknown => item.form === "unknown");
  const pieces = texts.flatMap((text, index) => (index === 0 ? text! : [...between, ...text!]));
  return restingOn(valueOfPieces(pieces, unknownItem?.why ?? "an item is not known"), [list, ...items]);
}

function runSplit(call: CallSite): Value {
  const [text, separators] = call.values() as [Value, Value];
  const words = separatorsOf(separators);
  if (!words) return call.undecided();
  const pieces = text.form === "sequence" || text.form === "dictionary" ? undefined : piecesOf(text);
  if (!pieces) return call.invalid("its first argument is no text");
  const { parts, open, head, tail } = splitPieces(pieces, (piece) => splitAt(piece, words));
  const why = text.form === "unknown" ? text.why : "";
  const values = parts.map((part) => restingOn(valueOfPieces(part, why), [text]));
  if (!open) return sequenceOf(values);
  return { ...call.undecided(), head: values.slice(0, head), tail: tail > 0 ? values.slice(-tail) : [] };
}

/** An unknown address keeps what is appended to it. */
function runUri(call: CallSite): Value {
  const values = call.values();
  const [base, relative] = values as [Value, Value];
  const path = textOf(relative);
  if (base.form === "unknown" && path !== undefined) {
    return restingOn(valueOfPieces([{ token: `uri(${base.token})` }, "/", path.replace(/^\/+/, "")], base.why), values);
  }
  if (relative.form === "unknown" || base.form === "unknown") return call.undecided(values);
  const combined = combineUri(textOf(base) ?? "", path ?? "");
  return combined === undefined
    ? call.invalid("its first argument is no address")
    : restingOn(scalar(combined), values);
}

function separatorsOf(value: Value): readonly string[] | undefined {
  const plain = plainOf(value);
  if (typeof plain === "string") return [plain];
  if (!Array.isArray(plain)) return undefined;
  return plain.every((item) => typeof item === "string") ? (plain as string[]) : undefined;
}

function splitAt(text: string, separators: readonly string[]): string[] {
  let parts = [text];
  for (const separator of separators) {
    if (separator !== "") parts = parts.flatMap((part) => part.split(separator));
  }
  return parts;
}

function runString(call: CallSite): Value {
  const value = call.value(0);
  if (value.form === "unknown") return value;
  if (value.form === "scalar") {
    return restingOn(scalar(value.value === null ? "" : textOfScalar(value.value)), [value]);
  }
  const plain = plainOf(value);
  return plain === undefined ? call.undecided() : restingOn(scalar(writePlain(plain)), [value]);
}

function runSubstring(call: CallSite): Value {
  const values = call.values();
  const [whole, start, length] = values;
  const [from, count] = [numberOf(start), length === undefined ? undefined : numberOf(length)];
  if (from === undefined || (length && count === undefined)) return call.undecided();
  if (whole!.form === "unknown") return substringOfUnknown(call, whole!, from, count);
  const text = textOf(whole!);
  if (text === undefined) return call.invalid("its first argument is no text");
  const end = count === undefined ? text.length : from + count;
  if (from < 0 || end < from || end > text.length)
    return call.invalid(`it reads beyond a text of ${text.length} characters`);
  return restingOn(scalar(text.slice(from, end)), values);
}

function substringOfUnknown(call: CallSite, whole: Unknown, from: number, count: number | undefined): Value {
  const beginning = whole.pieces?.[0];
  if (typeof beginning !== "string" || count === undefined || from < 0) return call.undecided();
  if (from + count > beginning.length) return call.undecided();
  return restingOn(scalar(beginning.slice(from, from + count)), [whole]);
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.form === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

/** Names are compared without regard to case, so the holes stay what they are. */
function inCase(call: CallSite, change: (text: string) => string): Value {
  const value = call.value(0);
  if (value.form === "unknown") {
    return restingOn(valueOfPieces(mapLiterals(piecesOf(value)!, change), value.why), [value]);
  }
  const text = textOf(value);
  return text === undefined ? call.invalid("its argument is no text") : restingOn(scalar(change(text)), [value]);
}

/** JSON as Azure reads it: texts may also stand in single quotes. */
function parseJson(text: string, call: CallSite): Value {
  if (text.trim() === "") return unknown(`${call.call.name}() fails: its argument is empty`);
  const { root, problems } = readJson(text.includes('"') ? text : text.replaceAll("'", '"'));
  if (!root || problems.length > 0) return call.invalid("its argument is no JSON");
  return valueOfPlain(plainOfJson(root));
}

function plainOfJson(node: JsonNode): Plain {
  if (node.type === "broken") return null;
  if (node.type === "array") return node.items.map(plainOfJson);
  if (node.type === "object") return new Map(membersOf(node).map(({ key, value }) => [key, plainOfJson(value)]));
  return node.value;
}
