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
  let at = nextSign(scanner, from, style);
  for (; at < end; at = nextSign(scanner, at, style)) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) {
      value += text.slice(start, at) + readEscape(scanner, at);
      at = scanner.at;
      start = at;
    } else if (code === LF || code === CR) {
      if (style !== "plain") checkLineEnd(scanner, at, style);
      at++;
      if (code === LF && style === "line") break;
    } else {
      const meaning = meaningOfSign(text, at, code);
      if (meaning === "sequence") break;
      if (meaning === "escaped") {
        value += text.slice(start, at + 1);
        start = at + 2;
      }
      at += meaning === "escaped" ? 3 : 1;
    }
  }
  scanner.at = Math.min(at, end);
  return { type: "text", value: value + text.slice(start, scanner.at), from, to: scanner.at };
}

/** Where the next character stands that may not stand for itself. */
function nextSign({ text, end }: Scanner, from: number, style: TextStyle): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOLLAR || code === PERCENT || code === LF || code === CR) return at;
    if (style === "quoted" && (code === QUOTE || code === BACKSLASH)) return at;
  }
  return end;
}

/** What a dollar or percent sign begins: a sequence, a doubled sign before a brace, which stands for itself, or nothing. */
function meaningOfSign(text: string, at: number, code: number): "sequence" | "escaped" | "plain" {
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

function readEscape(scanner: Scanner, at: number): string {
  const { text } = scanner;
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
