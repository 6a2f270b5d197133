import type { Place, SourceText } from "../../model/place.ts";
import type { Piece, Step, Tree } from "../../model/tree.ts";
import type { Span } from "./script.ts";

/** A stretch of a variable's value, free of where the variable is used. */
export type ValuePart = KnownValue | UnknownValue;

export interface KnownValue {
  readonly text: string;
  readonly trail: readonly Step[];
}

export interface UnknownValue {
  readonly why: string;
  readonly token: string;
  readonly trail: readonly Step[];
  /** May become any number of words. */
  readonly many: boolean;
}

/** The value of a variable: one text, or the items of an array. */
export interface VariableValue {
  readonly array: boolean;
  readonly items: readonly (readonly ValuePart[])[];
}

/** A stretch of a resolved word; `exact` when its text stands there letter by letter. */
export type Part = (KnownValue & Span & { readonly exact: boolean }) | (UnknownValue & Span);

/** A word of a command after variables are replaced. */
export interface ResolvedWord extends Span {
  readonly source: SourceText;
  readonly parts: readonly Part[];
  readonly quoted: boolean;
}

/** A token for what stands at one place of a file and is not known: equal nowhere else. */
export function tokenAt(source: SourceText, offset: number): string {
  const { line, column } = source.position(offset);
  return `${source.file}@${line}:${column}`;
}

export function isKnown<T extends ValuePart>(part: T): part is T & KnownValue {
  return "text" in part;
}

/** The text of the parts, if all of it is known. */
export function knownTextOf(parts: readonly ValuePart[]): string | undefined {
  let text = "";
  for (const part of parts) {
    if (!isKnown(part)) return undefined;
    text += part.text;
  }
  return text;
}

/** The known text before the first unknown part. */
export function knownStartOf(parts: readonly ValuePart[]): string {
  let text = "";
  for (const part of parts) {
    if (!isKnown(part)) break;
    text += part.text;
  }
  return text;
}

/** Cuts the parts at an offset of their known start. */
export function cutParts(parts: readonly Part[], offset: number): [Part[], Part[]] {
  const before: Part[] = [];
  const after: Part[] = [];
  let left = offset;
  for (const part of parts) {
    if (left <= 0 || !isKnown(part)) after.push(part);
    else if (part.text.length <= left) {
      before.push(part);
      left -= part.text.length;
    } else {
      before.push(slicePart(part, 0, left));
      after.push(slicePart(part, left, part.text.length));
      left = 0;
    }
  }
  return [before, after];
}

function slicePart(part: Part & KnownValue, from: number, to: number): Part {
  const text = part.text.slice(from, to);
  if (!("exact" in part) || !part.exact) return { ...part, text };
  return { ...part, text, from: part.from + from, to: part.from + to };
}

/** The range of some parts; `fallback` where there are none. */
export function spanOfParts(parts: readonly Part[], fallback: Span): Span {
  const first = parts[0];
  return first ? { from: first.from, to: parts.at(-1)!.to } : fallback;
}

/** The place of some parts of a word. */
export function placeOfParts(source: SourceText, parts: readonly Part[], fallback: Span): Place {
  const { from, to } = spanOfParts(parts, fallback);
  return source.place(from, to);
}

/** A text as a tree: a leaf when all of it is known, else its pieces and the first reason. */
export function treeOfParts(source: SourceText, parts: readonly Part[], fallback: Span, sensitive = false): Tree {
  const at = placeOfParts(source, parts, fallback);
  return treeOfValue(parts, at, sensitive);
}

export function treeOfValue(parts: readonly ValuePart[], at: Place, sensitive = false): Tree {
  const node = { at, trail: parts.flatMap((part) => part.trail), ...(sensitive && { sensitive: true as const }) };
  const text = knownTextOf(parts);
  if (text !== undefined) return { form: "leaf", value: text, ...node };
  const why = (parts.find((part) => !isKnown(part)) as UnknownValue).why;
  return { form: "undecided", why, pieces: piecesOf(parts), ...node };
}

function piecesOf(parts: readonly ValuePart[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    if (!isKnown(part)) pieces.push({ token: part.token });
    else if (typeof pieces.at(-1) === "string") pieces[pieces.length - 1] += part.text;
    else pieces.push(part.text);
  }
  return pieces;
}

/** Whether two values are certainly the same. */
export function sameValue(a: VariableValue, b: VariableValue): boolean {
  return (
    a.array === b.array &&
    a.items.length === b.items.length &&
    a.items.every((item, index) => sameParts(item, b.items[index]!))
  );
}

export function sameParts(a: readonly ValuePart[], b: readonly ValuePart[]): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

function keyOf(parts: readonly ValuePart[]): string {
  return parts.map((part) => (isKnown(part) ? part.text : `\0${part.token}\0`)).join("");
}
