import { endOfAnglePlaceholder, endOfBracketPlaceholder } from "./placeholders.ts";
import type { Dialect, Piece, Word } from "./script.ts";
import { nextInSingleQuotes, Unclosed } from "./shell-words.ts";

const endsWord = new Set([" ", "\t", "\n", "\r", ";", "|", "(", ")", "{", "}", ">", "<", "#", "&"]);

/** Reads the words of PowerShell: backticks escape, two quotes in a row are one, `$` is expanded in double quotes. */
export class PowerShellWords {
  readonly #text: string;
  readonly #dialect: Dialect;
  limit: number;
  #at = 0;
  #pieces: Piece[] = [];
  #quoted = false;

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
    this.limit = text.length;
  }

  /** Past blanks and line breaks that a backtick continues. */
  skipBlanks(from: number): number {
    const text = this.#text;
    let at = from;
    while (at < text.length) {
      const letter = text[at];
      if (letter === " " || letter === "\t" || letter === "\r") at++;
      else if (letter === "`") {
        let end = at + 1;
        while (text[end] === " " || text[end] === "\t" || text[end] === "\r") end++;
        if (text[end] !== "\n") return at;
        at = end + 1;
      } else return at;
    }
    return at;
  }

  read(from: number): Word | undefined {
    this.#pieces = [];
    this.#quoted = false;
    this.#at = from;
    while (this.#at < this.limit && this.#readPiece()) {}
    if (this.#at === from) return undefined;
    return { from, to: this.#at, pieces: this.#pieces, quoted: this.#quoted };
  }

  readPlaceholder(from: number): Word | undefined {
    if (endOfAnglePlaceholder(this.#text, from) === undefined) return undefined;
    return this.read(from);
  }

  #readPiece(): boolean {
    const text = this.#text;
    const letter = text[this.#at]!;
    if (letter === "'") this.#readSingleQuoted();
    else if (letter === '"') this.#readDoubleQuoted();
    else if (letter === "@" && (text[this.#at + 1] === '"' || text[this.#at + 1] === "'")) this.#readHereString();
    else if (letter === "@" && text[this.#at + 1] === "{") this.#skipBraces("a hashtable is not evaluated", 2);
    else if (letter === "@" && /[A-Za-z_]/.test(text[this.#at + 1] ?? "")) this.#readSplat();
    else if (letter === "$") this.#readDollar(false);
    else if (letter === "`") return this.#readEscape();
    else if (letter === "(") this.#readParentheses(1, false);
    else if (letter === "<") return this.#readPlaceholderPiece(endOfAnglePlaceholder(text, this.#at));
    else if (letter === "{") return this.#readPlaceholderPiece(endOfBracketPlaceholder(text, this.#at));
    else if (letter === "#" && this.#pieces.length > 0) this.#readLiteral();
    else if (endsWord.has(letter)) return false;
    else if (letter === "=" && this.#pieces.length > 0 && this.#pieces[0]!.form === "variable") return false;
    else if (letter === ",") return this.#pieces.length > 0 && !this.#quoted ? this.#readLiteral() : false;
    else this.#readLiteral();
    return true;
  }

  #readLiteral(): true {
    const from = this.#at++;
    const text = this.#text;
    while (this.#at < this.limit && !endsWord.has(text[this.#at]!) && !"'\"`$<@".includes(text[this.#at]!)) this.#at++;
    this.#push(from, this.#at);
    return true;
  }

  #push(from: number, to: number): void {
    if (to > from) this.#pieces.push({ form: "literal", from, to, text: this.#text.slice(from, to) });
  }

  #readPlaceholderPiece(end: number | undefined): boolean {
    if (end === undefined || end > this.limit) return false;
    this.#opaque(end, `${this.#text.slice(this.#at, end)} is a placeholder`, false);
    return true;
  }

  #opaque(to: number, why: string, many: boolean): void {
    this.#pieces.push({ form: "opaque", from: this.#at, to, why, quoted: !many, many });
    this.#at = to;
  }

  #readEscape(): boolean {
    const next = this.#text[this.#at + 1];
    if (next === undefined || this.skipBlanks(this.#at) > this.#at) return false;
    this.#pieces.push({ form: "literal", from: this.#at, to: this.#at + 2, text: next });
    this.#at += 2;
    return true;
  }

  #readSingleQuoted(): void {
    const open = this.#at++;
    this.#quoted = true;
    while (true) {
      const found = nextInSingleQuotes(this.#text, this.#at, this.#dialect);
      if (!found || found.index >= this.limit) throw new Unclosed("A single quote is never closed", open);
      if (found[0] === "'" || found.index > this.#at) this.#push(this.#at, found.index);
      this.#at = found.index;
      if (found[0] !== "'") {
        this.#readDollar(true);
        continue;
      }
      const end = this.#at++;
      if (this.#text[this.#at] !== "'") return;
      this.#pieces.push({ form: "literal", from: end, to: end + 2, text: "'" });
      this.#at++;
    }
  }

  #readDoubleQuoted(): void {
    const open = this.#at++;
    const text = this.#text;
    this.#quoted = true;
    while (this.#at < this.limit) {
      const letter = text[this.#at]!;
      if (letter === '"') {
        if (text[this.#at + 1] !== '"') {
          this.#at++;
          return;
        }
        this.#pieces.push({ form: "literal", from: this.#at, to: this.#at + 2, text: '"' });
        this.#at += 2;
      } else if (letter === "$") this.#readDollar(true);
      else if (letter === "`" && this.#at + 1 < text.length) {
        this.#pieces.push({ form: "literal", from: this.#at, to: this.#at + 2, text: text[this.#at + 1]! });
        this.#at += 2;
      } else if (letter === "<" && this.#readPlaceholderPiece(endOfAnglePlaceholder(text, this.#at))) {
        // The placeholder is a piece of its own.
      } else this.#readQuotedLiteral();
    }
    throw new Unclosed("A double quote is never closed", open);
  }

  #readQuotedLiteral(): void {
    const from = this.#at++;
    while (this.#at < this.limit && !'"$`<'.includes(this.#text[this.#at]!)) this.#at++;
    this.#push(from, this.#at);
  }

  /** A here-string is text, never a command. */
  #readHereString(): void {
    const close = `\n${this.#text[this.#at + 1]}@`;
    const end = this.#text.indexOf(close, this.#at);
    if (end < 0 || end >= this.limit) throw new Unclosed("A here-string is never closed", this.#at);
    this.#quoted = true;
    this.#opaque(end + close.length, "a here-string is not read", false);
  }

  #readSplat(): void {
    const name = /^@\w{1,100}/.exec(this.#text.slice(this.#at, this.#at + 102))![0];
    this.#variable(this.#at + name.length, name.slice(1).toLowerCase(), false, true);
  }

  #variable(to: number, name: string, quoted: boolean, every: boolean): void {
    this.#pieces.push({ form: "variable", from: this.#at, to, name, every, quoted });
    this.#at = to;
  }

  #readDollar(quoted: boolean): void {
    const rest = this.#text.slice(this.#at, this.#at + 220);
    const template = /^\$\{\{([^\n]{0,200}?)\}\}/.exec(rest);
    if (template) {
      this.#variable(this.#at + template[0].length, `{{${template[1]!.trim()}}}`, quoted, false);
      return;
    }
    const macro = this.#dialect.macros ? /^\$\(([A-Za-z_][\w.-]{0,80})\)/.exec(rest) : null;
    if (macro) {
      this.#variable(this.#at + macro[0].length, `(${macro[1]!.toLowerCase()})`, quoted, false);
      return;
    }
    if (rest.startsWith("$(")) {
      this.#readParentheses(2, quoted);
      return;
    }
    const name = /^\$(?:\{([^}\n]{1,100})\}|((?:(?:env|script|global|local|using):)?\w{1,100}))/i.exec(rest);
    if (!name) {
      this.#push(this.#at, this.#at + 1);
      this.#at++;
      return;
    }
    const to = this.#at + name[0].length;
    const plain = (name[1] ?? name[2]!).toLowerCase().replace(/^(?:script|global|local|using):/, "");
    const member = quoted ? null : /^(?:\.\w{1,60}|\[[^\]\n]{0,60}\])+/.exec(this.#text.slice(to, to + 200));
    if (member) this.#opaque(to + member[0].length, "a member of a variable is not evaluated", true);
    else this.#variable(to, plain, quoted, !quoted);
  }

  #readParentheses(length: number, quoted: boolean): void {
    const end = this.#endOfBrackets(this.#at + length, "(", ")");
    this.#opaque(end, "a command's output is not known", !quoted);
  }

  #skipBraces(why: string, length: number): void {
    this.#opaque(this.#endOfBrackets(this.#at + length, "{", "}"), why, false);
  }

  #endOfBrackets(from: number, open: string, close: string): number {
    let depth = 0;
    for (let at = from; at < this.limit; at++) {
      const letter = this.#text[at];
      if (letter === "`") at++;
      else if (letter === open) depth++;
      else if (letter === close && depth-- === 0) return at + 1;
      else if (letter === "'" || letter === '"') {
        const end = this.#text.indexOf(letter, at + 1);
        if (end < 0 || end >= this.limit) break;
        at = end;
      }
    }
    throw new Unclosed("A bracket is never closed", this.#at);
  }
}
