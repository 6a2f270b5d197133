import { endOfAnglePlaceholder, endOfBracketPlaceholder } from "./placeholders.ts";
import type { Dialect, Piece, Word } from "./script.ts";

/**
 * Thrown inside the reader when a quote or bracket never closes; caught at the command it breaks. No `Error`, because
 * the trace of the stack would cost more than the reading.
 */
export class Unclosed {
  readonly message: string;
  readonly from: number;

  constructor(message: string, from: number) {
    this.message = message;
    this.from = from;
  }
}

/**
 * Reads what stands in `$(…)` from the offset after the bracket and returns the offset after its end; of backticks the
 * end is known beforehand.
 */
export type NestedReader = (from: number, end?: number) => number;

/** Fallbacks within fallbacks, as in `${a:-${b:-c}}`. */
const mostFallbacks = 10;

const inSingleQuotes = /'|\$\{\{[^\n]{0,200}?\}\}/g;
const inSingleQuotesWithMacros = /'|\$\{\{[^\n]{0,200}?\}\}|\$\([A-Za-z_][\w.-]{0,70}\)/g;

/** What ends a single quote, or is replaced within it before the shell sees it. */
export function nextInSingleQuotes(text: string, from: number, { macros }: Dialect): RegExpExecArray | null {
  const next = macros ? inSingleQuotesWithMacros : inSingleQuotes;
  next.lastIndex = from;
  return next.exec(text);
}

const endsWord = new Set([" ", "\t", "\n", "\r", ";", "&", "|", "(", ")", "<", ">"]);
const special = new Set([...endsWord, "\\", "'", '"', "`", "$", "{", "["]);

/** Reads one word of a shell command, quotes, escapes and expansions included. */
export class WordReader {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #nested: NestedReader;
  #limit: number;
  #at = 0;
  #pieces: Piece[] = [];
  #quoted = false;
  #fallbacks = 0;

  constructor(text: string, dialect: Dialect, nested: NestedReader) {
    this.#text = text;
    this.#dialect = dialect;
    this.#nested = nested;
    this.#limit = text.length;
  }

  /** Nothing that opens may close after this offset. */
  set limit(limit: number) {
    this.#limit = limit;
  }

  get limit(): number {
    return this.#limit;
  }

  /** The word at the offset; undefined when none starts there. */
  read(from: number): Word | undefined {
    const outer = { pieces: this.#pieces, quoted: this.#quoted, at: this.#at };
    this.#pieces = [];
    this.#quoted = false;
    this.#at = from;
    while (this.#at < this.#limit && this.#readPiece()) {}
    const word = { from, to: this.#at, pieces: this.#pieces, quoted: this.#quoted };
    this.#pieces = outer.pieces;
    this.#quoted = outer.quoted;
    this.#at = outer.at;
    return word.to > from ? word : undefined;
  }

  /** The pieces of a text in which only expansions count, such as a line of a here-document. */
  readDocumentText(): Word {
    this.#pieces = [];
    this.#at = 0;
    while (this.#at < this.#limit) this.#readQuotedPiece("");
    return { from: 0, to: this.#limit, pieces: this.#pieces, quoted: true };
  }

  /** Whether a word goes on; an operator ends it. */
  #readPiece(): boolean {
    const letter = this.#text[this.#at]!;
    switch (letter) {
      case "'":
        this.#readSingleQuoted(this.#at + 1);
        return true;
      case '"':
        this.#readDoubleQuoted();
        return true;
      case "\\":
        return this.#readEscape();
      case "$":
        this.#readDollar(false);
        return true;
      case "`":
        this.#readBackticks(false);
        return true;
      case "<":
        return this.#readPlaceholder(endOfAnglePlaceholder(this.#text, this.#at), false);
      case "{":
        return this.#readPlaceholder(endOfBracketPlaceholder(this.#text, this.#at), false) || this.#readLiteral();
      case "[": {
        const end = this.#dialect.bracketPlaceholders ? endOfBracketPlaceholder(this.#text, this.#at) : undefined;
        return this.#readPlaceholder(end, false) || this.#readLiteral();
      }
      default:
        return endsWord.has(letter) ? false : this.#readLiteral();
    }
  }

  #readLiteral(): true {
    const from = this.#at++;
    while (this.#at < this.#limit && !special.has(this.#text[this.#at]!)) this.#at++;
    this.#push(from, this.#at);
    return true;
  }

  #push(from: number, to: number): void {
    if (to > from) this.#pieces.push({ form: "literal", from, to, text: this.#text.slice(from, to) });
  }

  #readPlaceholder(end: number | undefined, quoted: boolean): boolean {
    if (end === undefined || end > this.#limit) return false;
    const name = this.#text.slice(this.#at, end);
    this.#opaque(end, `${name} is a placeholder`, quoted, false);
    return true;
  }

  #opaque(to: number, why: string, quoted: boolean, many: boolean): void {
    this.#pieces.push({ form: "opaque", from: this.#at, to, why, quoted, many });
    this.#at = to;
  }

  /** A backslash before a line break continues the word, also where blanks were left behind it. */
  #readEscape(): boolean {
    const text = this.#text;
    const next = text[this.#at + 1];
    if (next === undefined) {
      this.#at++;
      return true;
    }
    if (endOfContinuation(text, this.#at) !== undefined) {
      if (this.#pieces.length === 0) return false;
      const end = endOfContinuation(text, this.#at)!;
      if (endsWord.has(text[end] ?? " ")) return false;
      this.#at = end;
      return true;
    }
    this.#pieces.push({ form: "literal", from: this.#at, to: this.#at + 2, text: next });
    this.#at += 2;
    return true;
  }

  /** Single quotes hide variables from the shell, but no template from the pipeline, which comes first. */
  #readSingleQuoted(from: number): void {
    const open = this.#at;
    this.#quoted = true;
    for (let start = from; ; start = this.#at) {
      const found = nextInSingleQuotes(this.#text, start, this.#dialect);
      if (!found || found.index >= this.#limit) throw new Unclosed("A single quote is never closed", open);
      if (found[0] === "'" || found.index > start) this.#push(start, found.index);
      this.#at = found.index;
      if (found[0] !== "'") this.#readDollar(true);
      else {
        this.#at++;
        return;
      }
    }
  }

  #readDoubleQuoted(): void {
    const open = this.#at++;
    this.#quoted = true;
    while (this.#at < this.#limit && this.#text[this.#at] !== '"') this.#readQuotedPiece('"');
    if (this.#at >= this.#limit) throw new Unclosed("A double quote is never closed", open);
    this.#at++;
  }

  #readQuotedPiece(close: string): void {
    const letter = this.#text[this.#at]!;
    if (letter === "\\") this.#readQuotedEscape();
    else if (letter === "$") this.#readDollar(true);
    else if (letter === "`") this.#readBackticks(true);
    else if (letter === "<" && this.#readPlaceholder(endOfAnglePlaceholder(this.#text, this.#at), true)) return;
    else if (letter === "{" && this.#readPlaceholder(endOfBracketPlaceholder(this.#text, this.#at), true)) return;
    else this.#readQuotedLiteral(close);
  }

  #readQuotedLiteral(close: string): void {
    const from = this.#at++;
    while (this.#at < this.#limit) {
      const letter = this.#text[this.#at]!;
      if (letter === close || letter === "\\" || letter === "$" || letter === "`") break;
      if (letter === "<" || letter === "{") break;
      this.#at++;
    }
    this.#push(from, this.#at);
  }

  #readQuotedEscape(): void {
    const at = this.#at;
    const next = this.#text[at + 1];
    if (next === "\n") this.#at = at + 2;
    else if (next === "\r" && this.#text[at + 2] === "\n") this.#at = at + 3;
    else if (next === '"' || next === "\\" || next === "$" || next === "`") {
      this.#pieces.push({ form: "literal", from: at, to: at + 2, text: next });
      this.#at = at + 2;
    } else {
      this.#push(at, at + 1);
      this.#at = at + 1;
    }
  }

  #readBackticks(quoted: boolean): void {
    let end = this.#at + 1;
    while (end < this.#limit && this.#text[end] !== "`") end += this.#text[end] === "\\" ? 2 : 1;
    if (end >= this.#limit) throw new Unclosed("A backtick is never closed", this.#at);
    const open = this.#at;
    this.#nested(open + 1, end);
    this.#at = open;
    this.#opaque(end + 1, "a command's output is not known", quoted, !quoted);
  }

  #readDollar(quoted: boolean): void {
    const text = this.#text;
    const next = text[this.#at + 1];
    if (next === "'" && !quoted) {
      this.#readAnsiQuoted();
    } else if (next === '"' && !quoted) {
      this.#at++;
      this.#readDoubleQuoted();
    } else if (next === "{") {
      if (text[this.#at + 2] === "{") this.#readTemplate(quoted);
      else this.#readBraces(quoted);
    } else if (next === "(") {
      this.#readParentheses(quoted);
    } else if (next === "[") {
      this.#readRuntimeExpression(quoted);
    } else {
      this.#readName(quoted);
    }
  }

  #readAnsiQuoted(): void {
    let end = this.#at + 2;
    while (end < this.#limit && this.#text[end] !== "'") end += this.#text[end] === "\\" ? 2 : 1;
    if (end >= this.#limit) throw new Unclosed("A single quote is never closed", this.#at);
    const content = this.#text.slice(this.#at + 2, end);
    this.#quoted = true;
    if (content.includes("\\")) this.#opaque(end, "escapes in $'…' are not read", true, false);
    else this.#push(this.#at + 2, end);
    this.#at = end + 1;
  }

  /** `${{ … }}`, which GitHub and Azure Pipelines replace before the shell sees it. */
  #readTemplate(quoted: boolean): void {
    const end = this.#text.indexOf("}}", this.#at);
    if (end < 0 || end + 2 > this.#limit) throw new Unclosed("The expression ${{ is never closed", this.#at);
    const name = `{{${this.#text.slice(this.#at + 3, end).trim()}}}`;
    this.#variable(end + 2, name, quoted, false);
  }

  #variable(to: number, name: string, quoted: boolean, every: boolean, letters?: "upper" | "lower"): void {
    this.#pieces.push({ form: "variable", from: this.#at, to, name, every, quoted, ...(letters && { letters }) });
    this.#at = to;
  }

  #readBraces(quoted: boolean): void {
    const end = this.#endOfBraces(this.#at + 2);
    const content = this.#text.slice(this.#at + 2, end);
    const fallback = /^([A-Za-z_]\w*|\d):?[-=](?=.)/s.exec(content);
    if (fallback && this.#fallbacks < mostFallbacks) {
      this.#readFallback(fallback[1]!, this.#at + 2 + fallback[0].length, end, quoted);
      return;
    }
    const match = /^([A-Za-z_]\w*)(\[[@*]\])?(\^\^|,,)?$/.exec(content);
    if (!match) {
      const many = !quoted || /^[@*]$|\[@\]/.test(content);
      this.#opaque(end + 1, `\${${shorten(content)}} is not evaluated`, quoted, many);
      return;
    }
    const letters = match[3] === "^^" ? "upper" : match[3] === ",," ? "lower" : undefined;
    const every = match[2] === "[@]" || (match[2] === "[*]" && !quoted);
    if (match[2] === "[*]" && quoted) this.#opaque(end + 1, "a joined array is not evaluated", quoted, false);
    else this.#variable(end + 1, match[1]!, quoted, every, letters);
  }

  /** `${name:-text}` and `${name:=text}`. */
  #readFallback(name: string, from: number, end: number, quoted: boolean): void {
    const outer = { at: this.#at, limit: this.#limit, pieces: this.#pieces, quoted: this.#quoted };
    this.#fallbacks++;
    this.#at = from;
    this.#limit = end;
    this.#pieces = [];
    while (this.#at < end) {
      const letter = this.#text[this.#at];
      if (letter === '"' && !quoted) this.#readDoubleQuoted();
      else if (letter === "'" && !quoted) this.#readSingleQuoted(this.#at + 1);
      else this.#readQuotedPiece('"');
    }
    const fallback = this.#pieces;
    this.#fallbacks--;
    this.#at = outer.at;
    this.#limit = outer.limit;
    this.#pieces = outer.pieces;
    this.#quoted = outer.quoted;
    this.#pieces.push({ form: "variable", from: this.#at, to: end + 1, name, every: false, quoted, fallback });
    this.#at = end + 1;
  }

  #endOfBraces(from: number): number {
    let depth = 0;
    for (let at = from; at < this.#limit; at++) {
      const letter = this.#text[at];
      if (letter === "\\") at++;
      else if (letter === "{") depth++;
      else if (letter === "}" && depth-- === 0) return at;
      else if (letter === "\n" && depth === 0) break;
    }
    throw new Unclosed("The expansion ${ is never closed", this.#at);
  }

  #readParentheses(quoted: boolean): void {
    if (this.#dialect.macros) {
      const macro = /^\$\(([A-Za-z_][\w.-]*)\)/.exec(this.#text.slice(this.#at, this.#at + 80));
      if (macro) {
        this.#variable(this.#at + macro[0].length, `(${macro[1]!.toLowerCase()})`, quoted, false);
        return;
      }
    }
    const open = this.#at;
    if (this.#text[open + 2] === "(" && this.#readArithmetic(quoted)) return;
    const end = this.#nested(open + 2);
    this.#at = open;
    this.#opaque(end, "a command's output is not known", quoted, !quoted);
  }

  /** `$((…))`; false when the brackets do not close as a pair, as in `$((cd x; ls) | wc)`. */
  #readArithmetic(quoted: boolean): boolean {
    let depth = 0;
    for (let at = this.#at + 1; at < Math.min(this.#limit, this.#at + 1_000); at++) {
      const letter = this.#text[at];
      if (letter === "(") depth++;
      else if (letter === ")" && --depth === 0) {
        if (this.#text[at - 1] !== ")") return false;
        this.#opaque(at + 1, "arithmetic is not evaluated", quoted, false);
        return true;
      }
    }
    return false;
  }

  #readRuntimeExpression(quoted: boolean): void {
    const end = this.#text.indexOf("]", this.#at);
    if (end < 0 || end >= this.#limit) {
      this.#readName(quoted);
      return;
    }
    this.#opaque(end + 1, "an expression of the pipeline is not evaluated", quoted, false);
  }

  #readName(quoted: boolean): void {
    const text = this.#text;
    let end = this.#at + 1;
    const first = text[end];
    if (first !== undefined && /[A-Za-z_]/.test(first)) {
      while (end < this.#limit && isNamePart(text.charCodeAt(end))) end++;
      this.#variable(end, text.slice(this.#at + 1, end), quoted, false);
      return;
    }
    if (first !== undefined && "0123456789@*#?$!-".includes(first)) {
      const many = first === "@" || (!quoted && first !== "#" && first !== "?");
      this.#opaque(end + 1, `$${first} is an argument of the script`, quoted, many);
      return;
    }
    this.#push(this.#at, this.#at + 1);
    this.#at++;
  }
}

/** The offset after `\`, blanks and a line break at the offset; undefined when the backslash escapes something else. */
export function endOfContinuation(text: string, at: number): number | undefined {
  let end = at + 1;
  while (text[end] === " " || text[end] === "\t" || text[end] === "\r") end++;
  return text[end] === "\n" ? end + 1 : undefined;
}

function isNamePart(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

function shorten(content: string): string {
  return content.length > 40 ? `${content.slice(0, 39)}…` : content;
}
