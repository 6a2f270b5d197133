import type { Building } from "./building.ts";
import { BACKSLASH, CR, DOLLAR, isWhiteSpace, LF, OPEN_BRACE, PERCENT, QUOTE } from "./characters.ts";
import type { Scanner } from "./scanner.ts";
import type { Range } from "./syntax.ts";

/** A stretch of literal text while a template is being read: strip markers and `<<-` still change its value. */
export interface TextPiece extends Building<Range> {
  readonly type: "text";
  value: string;
}

/** How far text reaches: to the closing quote, to the end of the line of a heredoc, or to the end of the input. */
export type TextStyle = "quoted" | "line" | "plain";

/** Reads literal text up to a sequence, its escapes resolved; empty if a sequence starts here. */
export function readText(scanner: Scanner, style: TextStyle): TextPiece {
  const { text, at: from, end } = scanner;
  let value = "";
  let start = from;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === DOLLAR || code === PERCENT) {
      const sign = signAt(text, at, code);
      if (sign === "sequence") break;
      if (sign === "escaped") {
        value += text.slice(start, at + 1);
        start = at + 2;
      }
      at += sign === "escaped" ? 3 : 1;
    } else if (code === LF || code === CR) {
      if (style !== "plain") checkLineEnd(scanner, at, style);
      at++;
      if (code === CR) continue;
      if (style === "line") break;
    } else if (style === "quoted" && (code === QUOTE || code === BACKSLASH)) {
      if (code === QUOTE) break;
      value += text.slice(start, at);
      scanner.at = at;
      value += readEscape(scanner);
      at = scanner.at;
      start = at;
    } else at++;
  }
  scanner.at = Math.min(at, end);
  return { type: "text", value: value + text.slice(start, scanner.at), from, to: scanner.at };
}

/** What a dollar or percent sign begins: a sequence, a doubled sign before a brace, which stands for itself, or nothing. */
function signAt(text: string, at: number, code: number): "sequence" | "escaped" | "plain" {
  const next = text.charCodeAt(at + 1);
  if (next === OPEN_BRACE) return "sequence";
  return next === code && text.charCodeAt(at + 2) === OPEN_BRACE ? "escaped" : "plain";
}

function checkLineEnd(scanner: Scanner, at: number, style: TextStyle): void {
  if (style === "quoted") {
    scanner.fail('Expected a closing quotation mark before the end of the line; write a line break as "\\n"', at);
  }
  if (scanner.text.charCodeAt(at) === CR && scanner.text.charCodeAt(at + 1) !== LF) {
    scanner.fail("Expected a line feed after the carriage return", at, at + 1);
  }
}

function readEscape(scanner: Scanner): string {
  const { text, at } = scanner;
  const letter = text[at + 1];
  scanner.at = at + 2;
  switch (letter) {
    case "n":
      return "\n";
    case "r":
      return "\r";
    case "t":
      return "\t";
    case '"':
      return '"';
    case "\\":
      return "\\";
    case "u":
      return readCodePoint(scanner, at, 4);
    case "U":
      return readCodePoint(scanner, at, 8);
    default:
      scanner.fail(
        'Expected n, r, t, u, U, a quotation mark or a backslash after "\\"',
        at,
        Math.min(at + 2, scanner.end),
      );
  }
}

function readCodePoint(scanner: Scanner, from: number, digits: number): string {
  const hexadecimal = scanner.text.slice(from + 2, from + 2 + digits);
  if (hexadecimal.length < digits || !/^[0-9A-Fa-f]+$/.test(hexadecimal)) {
    scanner.fail(`Expected ${digits} hexadecimal digits after "${scanner.text.slice(from, from + 2)}"`, from, from + 2);
  }
  scanner.at = from + 2 + digits;
  const point = Number.parseInt(hexadecimal, 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    scanner.fail("Expected the number of a Unicode character, which this is not", from, scanner.at);
  }
  return String.fromCodePoint(point);
}

export function trimStart(text: string): string {
  let from = 0;
  while (from < text.length && isWhiteSpace(text.charCodeAt(from))) from++;
  return text.slice(from);
}

export function trimEnd(text: string): string {
  let to = text.length;
  while (to > 0 && isWhiteSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(0, to);
}

/** Terraform's strings are in Unicode's composed form. */
export function composed(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x300) return text.normalize("NFC");
  return text;
}
