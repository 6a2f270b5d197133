import { readEscaped } from "./escapes.ts";
import type { JsonComment, JsonDocument, JsonMember, JsonNode, JsonProblem, JsonString } from "./syntax.ts";

/** Strict is JSON; lenient also takes comments, trailing commas and line breaks inside strings. */
export type JsonDialect = "strict" | "lenient";

/** Deeper nesting is reported and skipped. */
export const deepestJson = 400;

/** Reads a text as JSON, with the range of everything in it. Never throws: what is wrong becomes a problem. */
export function readJson(text: string, dialect: JsonDialect = "lenient"): JsonDocument {
  return new JsonReader(text, dialect === "strict").read();
}

/** A file with more is no JSON, and nobody reads the rest. */
const mostProblems = 100;

const quote = 34;
const comma = 44;
const minus = 45;
const slash = 47;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

class JsonReader {
  private readonly text: string;
  private readonly strict: boolean;
  private readonly problems: JsonProblem[] = [];
  private readonly comments: JsonComment[] = [];
  private readonly replaced: JsonMember[] = [];
  private at = 0;
  private depth = 0;
  private nextBackslash: number;
  private nextLineFeed: number;

  constructor(text: string, strict: boolean) {
    this.text = text;
    this.strict = strict;
    this.nextBackslash = text.indexOf("\\");
    this.nextLineFeed = text.indexOf("\n");
  }

  read(): JsonDocument {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    this.skipSpace();
    let root: JsonNode | undefined;
    if (this.at >= this.text.length) this.report("Expected a JSON value, but the file is empty", 0, this.text.length);
    else root = this.readValue();
    this.skipSpace();
    if (this.at < this.text.length && this.problems.length === 0) {
      this.report("Expected the end of the file after the JSON value", this.at, this.endOfLine(this.at));
    }
    return { root, problems: this.problems, comments: this.comments, replaced: this.replaced };
  }

  private readValue(): JsonNode {
    const code = this.text.charCodeAt(this.at);
    if (code === quote) return this.readString();
    if (code === openBrace || code === openBracket) {
      if (this.depth >= deepestJson) return this.skipNested();
      this.depth++;
      const node = code === openBrace ? this.readObject() : this.readArray();
      this.depth--;
      return node;
    }
    if (code === minus || isDigit(code)) return this.readNumber();
    return this.readWord();
  }

  private readObject(): JsonNode {
    const from = this.at++;
    const members: JsonMember[] = [];
    let closed = false;
    while (true) {
      this.skipSpace();
      const code = this.text.charCodeAt(this.at);
      if (code === closeBrace) {
        this.at++;
        closed = true;
        break;
      }
      if (this.at >= this.text.length || code === closeBracket) break;
      const before = this.at;
      const member = this.readMember();
      if (member) members.push(member);
      this.readSeparator(closeBrace, "}", "property");
      if (this.at === before) this.at++;
    }
    if (!closed) this.reportUnclosed(from, "{", "}");
    const repeated = this.noteRepeated(members);
    return { type: "object", from, to: this.at, members, repeated };
  }

  private readMember(): JsonMember | undefined {
    const keyFrom = this.at;
    if (this.text.charCodeAt(keyFrom) !== quote) {
      const found = this.text[keyFrom]!;
      this.skipBroken();
      this.report(`Expected a property name in double quotes, found ${shown(found)}`, keyFrom, this.at);
      return undefined;
    }
    const { value: key, to: keyTo } = this.readString();
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== colon) {
      this.report(`Expected a colon after the property name "${shorten(key)}"`, keyFrom, keyTo);
      const value: JsonNode = { type: "broken", from: keyTo, to: keyTo };
      const next = this.text.charCodeAt(this.at);
      if (next !== comma && next !== closeBrace && next !== quote) this.skipBroken();
      return { key, keyFrom, keyTo, value };
    }
    this.at++;
    this.skipSpace();
    return { key, keyFrom, keyTo, value: this.readValue() };
  }

  private readArray(): JsonNode {
    const from = this.at++;
    const items: JsonNode[] = [];
    let closed = false;
    while (true) {
      this.skipSpace();
      const code = this.text.charCodeAt(this.at);
      if (code === closeBracket) {
        this.at++;
        closed = true;
        break;
      }
      if (this.at >= this.text.length || code === closeBrace) break;
      const before = this.at;
      items.push(this.readValue());
      this.readSeparator(closeBracket, "]", "element");
      if (this.at === before) this.at++;
    }
    if (!closed) this.reportUnclosed(from, "[", "]");
    return { type: "array", from, to: this.at, items };
  }

  /** Reads the comma after an element, or stands before the closing bracket. */
  private readSeparator(close: number, closeText: string, what: string): void {
    const end = this.at;
    this.skipSpace();
    const code = this.text.charCodeAt(this.at);
    if (code === comma) {
      const from = this.at++;
      this.skipSpace();
      const next = this.text.charCodeAt(this.at);
      if (next === close && this.strict) this.report(`Expected another ${what} after the comma`, from, from + 1);
      if (next === comma) this.readRepeatedCommas(what);
      return;
    }
    if (code === close || code === closeBrace || code === closeBracket || this.at >= this.text.length) return;
    const last = this.problems.at(-1);
    if (last && last.to >= end) return;
    this.report(`Expected a comma or "${closeText}" after this ${what}`, end - 1, end);
  }

  private readRepeatedCommas(what: string): void {
    const from = this.at;
    while (this.text.charCodeAt(this.at) === comma) {
      this.at++;
      this.skipSpace();
    }
    this.report(`Expected another ${what} after the comma`, from, from + 1);
  }

  private readString(): JsonString {
    const from = this.at;
    const { text } = this;
    if (this.nextBackslash >= 0 && this.nextBackslash < from) this.nextBackslash = text.indexOf("\\", from);
    if (this.nextLineFeed >= 0 && this.nextLineFeed < from) this.nextLineFeed = text.indexOf("\n", from);
    const end = text.indexOf('"', from + 1);
    const plain = end >= 0 && (this.nextBackslash < 0 || end < this.nextBackslash);
    if (plain && (this.nextLineFeed < 0 || end < this.nextLineFeed)) {
      this.at = end + 1;
      return { type: "string", from, to: end + 1, value: text.slice(from + 1, end) };
    }
    return this.readLongString(from);
  }

  /** A string with escapes, line breaks or no end. */
  private readLongString(from: number): JsonString {
    const { text } = this;
    const lineEnd = this.nextLineFeed < 0 ? text.length : this.nextLineFeed;
    let end = closingQuote(text, from + 1);
    if (end < 0 || (end > lineEnd && !this.canEndString(end + 1))) {
      this.report("Expected a closing quote on this line", from, lineEnd);
      end = lineEnd;
      this.at = lineEnd;
    } else {
      this.at = end + 1;
      if (this.strict && end > lineEnd) this.report("Expected no line break inside a string", from, lineEnd);
    }
    const { value, wrong } = readEscaped(text, from + 1, end);
    if (wrong !== undefined)
      this.report(`Expected a valid escape after the backslash`, wrong, Math.min(wrong + 2, end));
    return { type: "string", from, to: this.at, value };
  }

  /** Whether what follows can stand behind a string: if not, a quote on an earlier line was forgotten. */
  private canEndString(offset: number): boolean {
    let at = offset;
    while (isSpace(this.text.charCodeAt(at))) at++;
    if (at >= this.text.length) return true;
    const code = this.text.charCodeAt(at);
    return code === comma || code === colon || code === closeBrace || code === closeBracket || code === slash;
  }

  private readNumber(): JsonNode {
    const from = this.at;
    const { text } = this;
    let at = from + 1;
    while (isNumberPart(text.charCodeAt(at))) at++;
    this.at = at;
    const written = text.slice(from, at);
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(written)) {
      this.skipBroken();
      this.report(`Expected a number, found ${shown(text.slice(from, this.at))}`, from, this.at);
      return { type: "broken", from, to: this.at };
    }
    return { type: "number", from, to: at, value: Number(written) };
  }

  private readWord(): JsonNode {
    const from = this.at;
    const { text } = this;
    if (text.startsWith("true", from)) return this.finishWord(from, 4, true);
    if (text.startsWith("false", from)) return this.finishWord(from, 5, false);
    if (text.startsWith("null", from)) return this.finishWord(from, 4, null);
    return this.readNothing(from);
  }

  private finishWord(from: number, length: number, value: boolean | null): JsonNode {
    const to = from + length;
    if (isWordPart(this.text.charCodeAt(to))) return this.readNothing(from);
    this.at = to;
    return { type: "word", from, to, value };
  }

  private readNothing(from: number): JsonNode {
    const code = this.text.charCodeAt(from);
    if (from >= this.text.length || code === comma || code === closeBrace || code === closeBracket) {
      const found = from >= this.text.length ? "the end of the file" : `"${this.text[from]}"`;
      this.report(`Expected a value, found ${found}`, Math.min(from, this.text.length - 1), from + 1);
    } else {
      this.skipBroken();
      this.report(`Expected a value, found ${shown(this.text.slice(from, this.at))}`, from, this.at);
    }
    return { type: "broken", from, to: this.at };
  }

  /** Skips what is no JSON up to where an element or line ends. */
  private skipBroken(): void {
    const { text } = this;
    let at = this.at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === comma || code === closeBrace || code === closeBracket || code === 10) break;
      if (at > this.at && (code === openBrace || code === openBracket || code === quote)) break;
    }
    this.at = at;
  }

  private skipNested(): JsonNode {
    const from = this.at;
    let open = 0;
    do {
      const code = this.text.charCodeAt(this.at);
      if (code === quote) {
        const end = closingQuote(this.text, this.at + 1);
        this.at = end < 0 ? this.text.length : end;
      } else if (code === openBrace || code === openBracket) open++;
      else if (code === closeBrace || code === closeBracket) open--;
      this.at++;
    } while (open > 0 && this.at < this.text.length);
    this.at = Math.min(this.at, this.text.length);
    this.report(`Values are nested more than ${deepestJson} levels deep here and are not read further`, from, from + 1);
    return { type: "broken", from, to: this.at };
  }

  private noteRepeated(members: readonly JsonMember[]): boolean {
    const { length } = members;
    if (length < 2) return false;
    const before = this.replaced.length;
    if (length <= 8) {
      for (let later = 1; later < length; later++) {
        const { key } = members[later]!;
        for (let index = later - 1; index >= 0; index--) {
          if (members[index]!.key !== key) continue;
          this.replaced.push(members[index]!);
          break;
        }
      }
    } else this.noteRepeatedOfMany(members);
    return this.replaced.length > before;
  }

  private noteRepeatedOfMany(members: readonly JsonMember[]): void {
    const seen = new Map<string, JsonMember>();
    for (const member of members) {
      const earlier = seen.get(member.key);
      if (earlier) this.replaced.push(earlier);
      seen.set(member.key, member);
    }
  }

  private skipSpace(): void {
    const { text } = this;
    let { at } = this;
    while (true) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10 || code === 13 || code === 9) at++;
      else if (code === slash && (text.charCodeAt(at + 1) === slash || text.charCodeAt(at + 1) === 42)) {
        at = this.readComment(at);
      } else if (code === 0xa0 || code === 0xfeff) at = this.readOddSpace(at);
      else break;
    }
    this.at = at;
  }

  private readOddSpace(at: number): number {
    if (this.strict) this.report("Expected no invisible character here", at, at + 1);
    return at + 1;
  }

  private readComment(from: number): number {
    const { text } = this;
    const isLine = text.charCodeAt(from + 1) === slash;
    let to = isLine ? this.endOfLine(from) : text.indexOf("*/", from + 2);
    let contentTo = to;
    if (to < 0) {
      to = text.length;
      contentTo = to;
      this.report('Expected "*/" at the end of the comment', from, from + 2);
    } else if (!isLine) to += 2;
    if (this.strict) this.report("Expected no comment in this file", from, isLine ? to : from + 2);
    const content = text.slice(from + 2, contentTo);
    if (content.includes("ml-lint")) {
      const before = text.slice(text.lastIndexOf("\n", from) + 1, from);
      this.comments.push({ text: content.trim(), from, to, alone: before.trim() === "" });
    }
    return to;
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf("\n", from);
    if (end < 0) return this.text.length;
    return this.text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end;
  }

  private reportUnclosed(from: number, open: string, close: string): void {
    const last = this.problems.at(-1);
    if (this.at >= this.text.length && last && last.message.includes("is never closed")) return;
    const reason = this.at >= this.text.length ? "is never closed" : `is closed by "${this.text[this.at]}"`;
    if (this.at < this.text.length) this.at++;
    this.report(`Expected "${close}": the "${open}" here ${reason}`, from, from + 1);
  }

  private report(message: string, from: number, to: number): void {
    if (this.problems.length >= mostProblems) return;
    this.problems.push({ message, from: Math.max(from, 0), to: Math.max(from, Math.min(to, this.text.length), 0) });
  }
}

/** The offset of the quote that ends a string whose content starts at `from`, or -1. */
function closingQuote(text: string, from: number): number {
  let at = from;
  while (true) {
    const end = text.indexOf('"', at);
    if (end < 0) return -1;
    let slashes = 0;
    while (end - slashes - 1 >= from && text.charCodeAt(end - slashes - 1) === backslash) slashes++;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNumberPart(code: number): boolean {
  return isDigit(code) || code === 46 || code === 43 || code === minus || code === 101 || code === 69;
}

function isWordPart(code: number): boolean {
  return isDigit(code) || code === 95 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function shown(written: string): string {
  return `"${shorten(written.trim())}"`;
}

function shorten(written: string): string {
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
