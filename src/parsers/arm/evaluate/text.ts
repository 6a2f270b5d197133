import type { Piece } from "../../../model/tree.ts";
import { type SegmentHole, scalar, unknown, type Value } from "./value.ts";

/** Longer texts are not built: Azure refuses them long before. */
export const longestText = 1_000_000;

/** Of texts with more pieces nothing is kept. */
const mostPieces = 500;

/** A value as the text that `concat` and `format` make of it; undefined when it is a container. */
export function piecesOf(value: Value): readonly Piece[] | undefined {
  if (value.form === "unknown") return value.pieces ?? [{ token: value.token }];
  if (value.form !== "scalar") return undefined;
  return value.value === null ? [] : [textOfScalar(value.value)];
}

/** Booleans are written with a capital letter inside texts. */
export function textOfScalar(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}

/** The value of a text: a scalar when nothing of it is unknown. */
export function valueOfPieces(pieces: readonly Piece[], why: string): Value {
  const merged = mergePieces(pieces);
  if (merged.length > mostPieces) return unknown(why);
  const length = merged.reduce((sum, piece) => sum + (typeof piece === "string" ? piece.length : 0), 0);
  if (length > longestText) return unknown(`a text is longer than ${longestText.toLocaleString("en")} characters`);
  if (merged.length === 0) return scalar("");
  if (merged.length === 1 && typeof merged[0] === "string") return scalar(merged[0]);
  return { ...unknown(why, tokenOfPieces(merged)), pieces: merged };
}

/** A hole for one segment of an id. */
export function segmentHole(token: string): SegmentHole {
  return { token, segment: true };
}

/** The same pieces, each hole standing for one segment. */
export function asSegment(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => (typeof piece === "string" ? piece : segmentHole(piece.token)));
}

function isSegmentHole(piece: Piece): boolean {
  return typeof piece !== "string" && (piece as Partial<SegmentHole>).segment === true;
}

function tokenOfPieces(pieces: readonly Piece[]): string {
  if (pieces.length === 1 && typeof pieces[0] === "object") return pieces[0].token;
  return pieces.map((piece) => (typeof piece === "string" ? piece : `{${piece.token}}`)).join("");
}

function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece !== "string") merged.push(piece);
    else if (typeof last === "string") merged[merged.length - 1] = last + piece;
    else if (piece !== "") merged.push(piece);
  }
  return merged;
}

/** Maps the literal parts and leaves the holes. */
export function mapLiterals(pieces: readonly Piece[], map: (literal: string) => string): readonly Piece[] {
  return pieces.map((piece) => (typeof piece === "string" ? map(piece) : piece));
}

export interface SplitText {
  readonly parts: readonly (readonly Piece[])[];
  /** Whether some hole may hold a separator: the parts beside such holes are not sure, only how it begins and ends. */
  readonly open: boolean;
  /** With `open`: how many parts are sure at the beginning and at the end. */
  readonly head: number;
  readonly tail: number;
}

/** Splits a text of known and unknown parts. */
export function splitPieces(pieces: readonly Piece[], isSeparator: (text: string) => string[]): SplitText {
  const parts: Piece[][] = [[]];
  let firstOpen = Number.POSITIVE_INFINITY;
  let lastOpen = -1;
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      parts.at(-1)!.push(piece);
      if (isSegmentHole(piece)) continue;
      firstOpen = Math.min(firstOpen, parts.length - 1);
      lastOpen = parts.length - 1;
      continue;
    }
    for (const [index, part] of isSeparator(piece).entries()) {
      if (index > 0) parts.push([]);
      if (part !== "") parts.at(-1)!.push(part);
    }
  }
  const open = lastOpen >= 0;
  return { parts, open, head: open ? firstOpen : parts.length, tail: open ? parts.length - 1 - lastOpen : 0 };
}
