import { CR, identifierEnd, isWhiteSpace, LF, MINUS } from "./characters.ts";
import type { Scanner } from "./scanner.ts";
import type { Expression } from "./syntax.ts";
import { PieceReader } from "./template.ts";
import type { Piece } from "./template-structure.ts";
import type { TextPiece } from "./template-text.ts";

/** Reads a heredoc from `<<` to its closing marker; the newline after that is left. */
export function readHeredoc(scanner: Scanner): Expression {
  const from = scanner.at;
  const { text } = scanner;
  const isFlush = text.charCodeAt(from + 2) === MINUS;
  const markerFrom = from + (isFlush ? 3 : 2);
  const markerTo = identifierEnd(text, markerFrom);
  scanner.at = markerTo;
  if (markerTo === markerFrom) scanner.expected('the marker of a heredoc after "<<"');
  if (!scanner.atLineEnd() || markerTo >= scanner.end) scanner.expected("a new line after the marker of the heredoc");
  const marker = text.slice(markerFrom, markerTo);
  scanner.at = text.indexOf("\n", markerTo) + 1;
  const reader = new PieceReader(scanner);
  let lineStarts = true;
  for (;;) {
    if (scanner.at >= scanner.end) {
      scanner.fail(`Expected a line with "${marker}" alone to close the heredoc`, from, markerTo, "heredoc");
    }
    const close = lineStarts ? closingLineEnd(scanner, marker) : -1;
    if (close >= 0) {
      scanner.at = close;
      break;
    }
    reader.read("line");
    lineStarts = text.charCodeAt(scanner.at - 1) === LF;
  }
  if (isFlush) removeIndentation(reader.pieces);
  return reader.finish(isFlush ? "flush" : "heredoc", { from, to: scanner.at });
}

/** Where the line ends if it holds only the marker, else -1. */
function closingLineEnd(scanner: Scanner, marker: string): number {
  const { text, end } = scanner;
  let at = skipBlanks(text, scanner.at);
  if (!text.startsWith(marker, at)) return -1;
  at = skipBlanks(text, at + marker.length);
  const close = text.charCodeAt(at) === CR ? at + 1 : at;
  return close < end && text.charCodeAt(close) === LF ? at : -1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR || !isWhiteSpace(code)) return at;
    at++;
  }
}

/** Removes the white space that all lines begin with; blank lines do not count and stay as they are. */
function removeIndentation(pieces: readonly Piece[]): void {
  let least = Number.POSITIVE_INFINITY;
  const starts: TextPiece[] = [];
  let lineStarts = true;
  for (const piece of pieces) {
    if (lineStarts) {
      lineStarts = false;
      if (piece.type !== "text") least = 0;
      else {
        const indentation = indentationOf(piece.value);
        const isBlank = indentation === piece.value.length && piece.value.endsWith("\n");
        if (!isBlank) {
          least = Math.min(least, indentation);
          starts.push(piece);
        }
      }
    }
    if (piece.type === "text" && piece.value.endsWith("\n")) lineStarts = true;
  }
  for (const piece of starts) removeGraphemes(piece, least);
}

/** Terraform counts graphemes: a combining mark goes with the blank on which it stands. */
function removeGraphemes(piece: TextPiece, count: number): void {
  const marks = count > 0 ? (/^\p{M}+/u.exec(piece.value.slice(count))?.[0].length ?? 0) : 0;
  piece.value = piece.value.slice(count + marks);
  piece.from += count + marks;
}

function indentationOf(line: string): number {
  let at = 0;
  while (at < line.length && isWhiteSpace(line.charCodeAt(at))) at++;
  return at;
}
