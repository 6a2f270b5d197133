import type { Place } from "../../../model/place.ts";
import type { Hole, Piece, Target } from "../../../model/tree.ts";
import { numberText } from "./number-text.ts";
import type { Origin } from "./origin.ts";
import { stringType } from "./type.ts";
import {
  longestText,
  type Marks,
  stringValue,
  type TerraformValue,
  tooLongText,
  type UnknownValue,
  unknownValue,
} from "./value.ts";

const mostPieces = 64;
const numbers = new WeakMap<Place, number>();
let count = 0;

/** The pieces of a primitive value's text: one literal where it is known, else at least one hole. */
export function piecesOf(value: TerraformValue): readonly Piece[] {
  if (value.form === "string") return value.value === "" ? [] : [value.value];
  if (value.form === "number") return [numberText(value.value)];
  if (value.form === "bool") return [String(value.value)];
  if (value.form === "unknown") return value.pieces ?? [holeOf(value)];
  return [];
}

/** The hole that an unknown leaves in a text. The same attribute, or the same place, leaves the same hole. */
export function holeOf(value: UnknownValue): Hole {
  return { token: value.target ? targetToken(value.target) : `?${numberOf(deepestPlace(value.origin))}` };
}

function targetToken(target: Target): string {
  return `${target.root}|${target.address}.${target.attribute}`;
}

function numberOf(place: Place): number {
  const known = numbers.get(place);
  if (known !== undefined) return known;
  numbers.set(place, ++count);
  return count;
}

function deepestPlace(origin: Origin): Place {
  let deepest = origin;
  while (deepest.by === "reference") deepest = deepest.from;
  return deepest.at;
}

/** A string of pieces, unknown as soon as one of them is a hole. */
export function textOfPieces(pieces: readonly Piece[], why: string, origin: Origin, marks: Marks): TerraformValue {
  let length = 0;
  for (const piece of pieces) length += typeof piece === "string" ? piece.length : piece.token.length;
  if (length > longestText) return tooLongText(origin, marks);
  const merged = mergeLiterals(pieces);
  if (merged.every((piece) => typeof piece === "string")) return stringValue(merged.join(""), origin, marks);
  return unknownValue(
    stringType,
    { why, notNull: true, ...(merged.length <= mostPieces && { pieces: merged }) },
    origin,
    marks,
  );
}

function mergeLiterals(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === "string" && typeof last === "string") merged[merged.length - 1] = last + piece;
    else if (piece !== "") merged.push(piece);
  }
  return merged;
}

/** Applies a change of letters to the literal pieces; holes get tokens of their own, equal for equal ones. */
export function mapPieces(pieces: readonly Piece[], name: string, change: (text: string) => string): Piece[] {
  return pieces.map((piece) => (typeof piece === "string" ? change(piece) : { token: `${name}(${piece.token})` }));
}

const delimiters = new Set("-_:;/\\,.(){}[]|?!~ \t@#$%^&*+\"'");

/**
 * What an unknown string certainly starts with: its first literal piece. Unless that ends with a delimiter, its last
 * character may still combine with what follows, and does not count.
 */
export function knownStart(value: UnknownValue): string {
  const first = value.pieces?.[0];
  if (typeof first !== "string") return "";
  return delimiters.has(first.at(-1)!) ? first : first.slice(0, -1);
}
