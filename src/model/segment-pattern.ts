/** One part of a pattern between slashes: `*`, `?`, `[abc]`, `[!a-z]`, `\x`; a star matches in linear steps. */
export function matchesSegment(pattern: readonly Piece[], text: string): boolean {
  let [at, piece] = [0, 0];
  let [starPiece, starAt] = [-1, 0];
  while (at < text.length) {
    const current = pattern[piece];
    if (current === "any") {
      [starPiece, starAt] = [piece, at];
      piece += 1;
    } else if (current?.(text[at]!)) {
      at += 1;
      piece += 1;
    } else if (starPiece >= 0) {
      starAt += 1;
      [at, piece] = [starAt, starPiece + 1];
    } else return false;
  }
  while (pattern[piece] === "any") piece += 1;
  return piece === pattern.length;
}

/** Any run of characters, or whether one character fits. */
export type Piece = "any" | ((character: string) => boolean);

/** Reads one part of a pattern; a bracket that is never closed stands for itself. */
export function segmentPattern(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "*") {
      if (pieces.at(-1) !== "any") pieces.push("any");
    } else if (character === "?") pieces.push(() => true);
    else if (character === "\\" && at + 1 < text.length) {
      at += 1;
      pieces.push(exactly(text[at]!));
    } else {
      const end = character === "[" ? closingBracket(text, at) : -1;
      pieces.push(end < 0 ? exactly(character) : oneOf(text.slice(at + 1, end)));
      if (end >= 0) at = end;
    }
  }
  return pieces;
}

function exactly(wanted: string): Piece {
  return (character) => character === wanted;
}

function closingBracket(text: string, open: number): number {
  const first = text[open + 1] === "!" || text[open + 1] === "^" ? open + 2 : open + 1;
  return text.indexOf("]", first + 1);
}

function oneOf(inside: string): Piece {
  const isNegated = inside.startsWith("!") || inside.startsWith("^");
  const set = isNegated ? inside.slice(1) : inside;
  return (character) => isIn(set, character) !== isNegated;
}

function isIn(set: string, character: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const isRange = set[at + 1] === "-" && at + 2 < set.length;
    const [low, high] = [set[at]!, isRange ? set[at + 2]! : set[at]!];
    if (low <= character && character <= high) return true;
    if (isRange) at += 2;
  }
  return false;
}
