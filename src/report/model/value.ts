import type { Duration } from "../../model/duration.ts";
import type { Place } from "../../model/place.ts";
import type { Reference } from "../../model/reference.ts";
import type { Resource } from "../../model/resource.ts";
import type { Piece } from "../../model/tree.ts";
import type { Absent, Known, Unknown, Value } from "../../model/value.ts";
import { harmlessInLog } from "../text/harmless.ts";
import { count } from "../text/wording.ts";
import { linkWords } from "./link.ts";
import { trailWords } from "./trail.ts";
import type { TreeOptions } from "./tree.ts";

/** A value as the tree shows it. */
export interface ShownValue {
  /** What it is, and where it is written. */
  readonly words: string;
  /** The way to the literal that decides; empty where it is written right there. */
  readonly trail: string;
  /** The entries of a map. */
  readonly entries: readonly ShownValue[];
}

export function shownValue(
  attribute: string,
  value: Value<unknown>,
  resource: Resource,
  options: TreeOptions,
): ShownValue {
  if (value.state === "absent") return { words: absentWords(value, options), trail: "", entries: [] };
  const trail = isAtHome(value) ? "" : trailWords(value.trail, options.style.marks);
  const at = options.style.faint(placeWords(value.at, resource));
  if (value.state === "unknown")
    return { words: `${unknownWords(value, attribute === "name")}  ${at}`, trail, entries: [] };
  const { words, entries } = content(attribute, value, resource, options);
  const where = value.implied ? options.style.faint("(follows from what it is)") : at;
  return { words: `${words}  ${where}`, trail, entries };
}

/** Whether the place of the value is all that its trail would say. */
function isAtHome({ at, trail }: Known<unknown> | Unknown): boolean {
  const [only] = trail;
  return trail.length === 1 && only!.text === `set in ${at.file}` && only!.at.start.line === at.start.line;
}

function absentWords({ fallback }: Absent<unknown>, { style }: TreeOptions): string {
  if (fallback.kind === "none") return "not written";
  if (fallback.kind === "undecidable")
    return `unknown: ${harmlessInLog(fallback.why)}  ${style.faint("(not written)")}`;
  return `${scalarWords(fallback.value)}  ${style.faint(`(not written, default of ${fallback.of})`)}`;
}

/** Of a name also what is known of it; of anything else it could be a part of a secret. */
function unknownWords({ why, pieces = [] }: Unknown, isName = false): string {
  const hasText = pieces.some((piece) => typeof piece === "string" && piece !== "");
  const known = isName && hasText ? ` ${piecesWords(pieces)}` : "";
  return `unknown${known}: ${harmlessInLog(why)}`;
}

/** A text with its holes. */
function piecesWords(pieces: readonly Piece[]): string {
  return harmlessInLog(JSON.stringify(pieces.map((piece) => (typeof piece === "string" ? piece : "…")).join("")));
}

function content(
  attribute: string,
  value: Known<unknown>,
  resource: Resource,
  options: TreeOptions,
): Pick<ShownValue, "words" | "entries"> {
  const { value: held, sensitive, word } = value;
  if (sensitive) return { words: options.style.marks.masked, entries: [] };
  if (held instanceof Map) return { words: count(held.size, "entry", "entries"), entries: entriesOf(held, options) };
  if (isReference(held)) return { words: linkWords(attribute, held, resource, options), entries: [] };
  if (Array.isArray(held)) {
    const items = held.map((item) => itemWords(attribute, item, resource, options));
    return { words: `[${items.join(", ")}]`, entries: [] };
  }
  const words = scalarWords(held);
  const isOther = word !== undefined && JSON.stringify(word) !== words;
  return { words: isOther ? `${words} (written ${harmlessInLog(JSON.stringify(word))})` : words, entries: [] };
}

function entriesOf(map: ReadonlyMap<unknown, unknown>, options: TreeOptions): ShownValue[] {
  return [...map].map(([key, item]) => {
    const name = `${harmlessInLog(String(key))} = `;
    if (!isValue(item)) return { words: name + scalarWords(item), trail: "", entries: [] };
    if (item.state === "absent") return { words: name + absentWords(item, options), trail: "", entries: [] };
    const trail = trailWords(item.trail, options.style.marks);
    if (item.state === "unknown") return { words: name + unknownWords(item), trail, entries: [] };
    return {
      words: name + (item.sensitive ? options.style.marks.masked : scalarWords(item.value)),
      trail,
      entries: [],
    };
  });
}

function itemWords(attribute: string, item: unknown, resource: Resource, options: TreeOptions): string {
  if (!isValue(item)) return scalarWords(item);
  if (item.state === "absent") return "nothing";
  if (item.state === "unknown") return unknownWords(item);
  if (item.sensitive) return options.style.marks.masked;
  return isReference(item.value) ? linkWords(attribute, item.value, resource, options) : scalarWords(item.value);
}

function isValue(item: unknown): item is Value<unknown> {
  return typeof item === "object" && item !== null && "state" in item && "at" in item;
}

function isReference(content: unknown): content is Reference {
  return typeof content === "object" && content !== null && "by" in content;
}

function scalarWords(content: unknown): string {
  if (typeof content === "object" && content !== null) {
    if ("minutes" in content) return harmlessInLog(JSON.stringify((content as Duration).text));
    if (content instanceof Map || Array.isArray(content))
      return content instanceof Map ? "{}" : JSON.stringify(content);
  }
  return harmlessInLog(JSON.stringify(content) ?? String(content));
}

/** Only the line, where it is written in the file in which its resource begins. */
function placeWords({ file, start }: Place, { header }: Resource): string {
  return file === header.file ? `line ${start.line}` : harmlessInLog(`${file}:${start.line}`);
}
