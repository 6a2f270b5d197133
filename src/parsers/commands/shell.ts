import type { SourceText } from "../../model/place.ts";
import { Blocks } from "./blocks.ts";
import { HereDocuments } from "./here-documents.ts";
import type { Dialect, Script, Word } from "./script.ts";
import { plainDialect } from "./script.ts";
import { recordSimpleCommand } from "./shell-statements.ts";
import { endOfContinuation, Unclosed, WordReader } from "./shell-words.ts";

/** Substitutions nested deeper are not looked into. */
const deepest = 40;

/** How much text may be read in vain, in lengths of the whole, before an opening quote must close on its line. */
const patience = 4;

/** Reads a shell script into its commands and assignments; never throws, and goes on after what it cannot read. */
export function readShell(source: SourceText, script: Script, dialect: Dialect = plainDialect): void {
  new ShellReader(source, script, dialect).read();
}

class ShellReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #script: Script;
  readonly #words: WordReader;
  readonly #documents: HereDocuments;
  #blocks = new Blocks();
  #at = 0;
  #depth = 0;
  #wasted = 0;

  constructor(source: SourceText, script: Script, dialect: Dialect) {
    this.#source = source;
    this.#text = source.text;
    this.#script = script;
    this.#words = new WordReader(this.#text, dialect, (from, end) => this.#readNested(from, end));
    this.#documents = new HereDocuments(source, script);
  }

  read(): void {
    while (this.#at < this.#text.length) {
      const before = this.#at;
      this.#readStatementSafely();
      if (this.#at <= before) this.#at = before + 1;
    }
  }

  /** Reads one statement; where something never closes, the statement is dropped up to the end of its line. */
  #readStatementSafely(): void {
    const start = this.#at;
    const mark = this.#script.mark();
    const blocks = this.#blocks;
    try {
      this.#readStatement();
    } catch (error) {
      if (!(error instanceof Unclosed)) throw error;
      this.#script.forget(mark);
      this.#documents.clear();
      this.#blocks = blocks;
      this.#depth = 0;
      this.#wasted += this.#words.limit - start;
      const end = this.#endOfLine(Math.max(start, Math.min(error.from, this.#words.limit - 1)));
      this.#script.breaks.push({ source: this.#source, from: error.from, to: end, message: error.message });
      this.#at = end;
    }
    this.#words.limit = this.#text.length;
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf("\n", from);
    return end < 0 ? this.#text.length : end;
  }

  /** Skips blanks, comments and operators, then reads a simple command. */
  #readStatement(): void {
    if (this.#wasted > patience * this.#text.length + 10_000) this.#words.limit = this.#endOfLine(this.#at);
    this.#skipBlanks();
    const letter = this.#text[this.#at];
    if (letter === undefined) return;
    if (letter === "#") {
      this.#readComment();
      return;
    }
    if (letter === "\n") {
      this.#readLineBreak();
      return;
    }
    if (this.#blocks.expectsPattern() && this.#readPattern()) return;
    if (letter === "(" && this.#text[this.#at + 1] === "(") {
      this.#skipArithmetic();
      return;
    }
    if (letter === "(") {
      this.#blocks.open("subshell");
      this.#at++;
      return;
    }
    if (this.#readOperator(letter)) return;
    this.#readCommand();
  }

  #skipBlanks(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      const letter = text[this.#at];
      if (letter === " " || letter === "\t" || letter === "\r") this.#at++;
      else {
        const end = letter === "\\" ? endOfContinuation(text, this.#at) : undefined;
        if (end === undefined) return;
        this.#at = end;
      }
    }
  }

  #readComment(): void {
    const from = this.#at;
    this.#at = this.#endOfLine(from);
    const text = this.#text.slice(from + 1, this.#at);
    if (!text.includes("ml-lint")) return;
    const lineStart = this.#text.lastIndexOf("\n", from - 1) + 1;
    const alone = this.#text.slice(lineStart, from).trim() === "";
    this.#script.comments.push({ source: this.#source, from, to: this.#at, text: text.trim(), alone });
  }

  #readLineBreak(): void {
    this.#at = this.#documents.read(this.#at + 1, this.#script.nextOrder(), this.#blocks.branch);
    this.#blocks.endList();
  }

  /** A pattern of `case`, up to its bracket; false where `esac` or something else stands. */
  #readPattern(): boolean {
    const end = this.#text.indexOf(")", this.#at);
    if (this.#text.startsWith("esac", this.#at) || end < 0 || end > this.#endOfLine(this.#at)) return false;
    this.#at = end + 1;
    this.#blocks.nextArm("case");
    return true;
  }

  #skipArithmetic(): void {
    const end = this.#text.indexOf("))", this.#at);
    this.#at = end < 0 ? this.#endOfLine(this.#at) : end + 2;
  }

  #readOperator(letter: string): boolean {
    const next = this.#text[this.#at + 1];
    if (letter === ")") {
      this.#blocks.close("subshell");
      this.#at++;
    } else if (letter === ";") {
      this.#at += next === ";" || next === "&" ? 2 : 1;
      if (next === ";") this.#blocks.endArm();
      this.#blocks.endList();
    } else if (letter === "|" || letter === "&") {
      this.#at += next === letter || (letter === "|" && next === "&") ? 2 : 1;
      if (next === letter) this.#blocks.chain(letter);
    } else if (letter === ">" || letter === "<") {
      this.#skipRedirection();
    } else return false;
    return true;
  }

  /** Reads the words of one command, up to an operator or the end of the line. */
  #readCommand(): void {
    const from = this.#at;
    const words: Word[] = [];
    while (this.#at < this.#words.limit) {
      this.#skipBlanks();
      const letter = this.#text[this.#at];
      if (letter === undefined || letter === "\n" || letter === ";" || letter === ")" || letter === "|") break;
      if (letter === "#") {
        this.#readComment();
        break;
      }
      if (letter === "&") {
        if (this.#text[this.#at + 1] !== ">") break;
        this.#at++;
        continue;
      }
      if (letter === "(") {
        this.#readArrayOrFunction(words);
        if (words.length === 0) return;
        continue;
      }
      const word = this.#words.read(this.#at);
      if (word) this.#takeWord(words, word);
      else if (!this.#skipRedirection()) break;
      if (words.length === 3 && this.#isCaseHead(words)) break;
    }
    this.#finishCommand(from, words);
  }

  /** Adds a word to a command; keywords at its front and the `2` of `2>` are no part of it. */
  #takeWord(words: Word[], word: Word): void {
    this.#at = word.to;
    const text = this.#text.slice(word.from, word.to);
    const next = this.#text[word.to];
    if ((next === ">" || next === "<") && text.length === 1 && text >= "0" && text <= "9") return;
    if (words.length === 0 && !word.quoted && this.#blocks.keyword(text)) return;
    words.push(word);
    if (
      words.length === 2 &&
      this.#text.startsWith("function", words[0]!.from) &&
      words[0]!.to - words[0]!.from === 8
    ) {
      this.#blocks.announceFunction(text);
      this.#at += /^[ \t]{0,20}\([ \t]{0,20}\)/.exec(this.#text.slice(word.to, word.to + 42))?.[0].length ?? 0;
      words.length = 0;
    }
  }

  /** `case … in`, after which patterns come. */
  #isCaseHead([head, , last]: readonly Word[]): boolean {
    const isCase = head!.to - head!.from === 4 && this.#text.startsWith("case", head!.from);
    return isCase && last!.to - last!.from === 2 && this.#text.startsWith("in", last!.from);
  }

  #finishCommand(from: number, words: readonly Word[]): void {
    if (words.length === 0) return;
    const to = words.at(-1)!.to;
    const place = { source: this.#source, from: words[0]!.from, to: Math.max(to, from) };
    const name = this.#text.slice(words[0]!.from, words[0]!.to);
    const branch = this.#blocks.branch;
    recordSimpleCommand(this.#script, { ...place, order: this.#script.nextOrder(), branch }, words, this.#text);
    if (name === "case") this.#blocks.open("case");
    this.#blocks.ran(name);
  }

  /** `name=(…)` becomes an assignment of words, `name() {` opens a function. */
  #readArrayOrFunction(words: Word[]): void {
    const last = words.at(-1);
    const text = last && this.#text.slice(last.from, last.to);
    if (last && last.to === this.#at && text!.endsWith("=")) {
      this.#readArray(words);
      return;
    }
    const close = /^\(\s*\)/.exec(this.#text.slice(this.#at, this.#at + 8));
    if (last && words.length <= 2 && close) {
      this.#blocks.announceFunction(text!);
      this.#at += close[0].length;
      words.length = 0;
      return;
    }
    this.#finishCommand(this.#at, words);
    words.length = 0;
    this.#blocks.open("subshell");
    this.#at++;
  }

  #readArray(words: Word[]): void {
    const name = words.pop()!;
    const items: Word[] = [];
    this.#at++;
    while (this.#at < this.#words.limit) {
      this.#skipBlanks();
      const letter = this.#text[this.#at];
      if (letter === ")") {
        this.#at++;
        this.#recordArray(name, items);
        return;
      }
      if (letter === "#") this.#at = this.#endOfLine(this.#at);
      else if (letter === "\n") this.#at++;
      else {
        const word = this.#words.read(this.#at);
        if (word) items.push(word);
        this.#at = word ? word.to : this.#at + 1;
      }
    }
    throw new Unclosed("The bracket of an array is never closed", name.to);
  }

  #recordArray(word: Word, value: readonly Word[]): void {
    const text = this.#text.slice(word.from, word.to);
    const append = text.endsWith("+=");
    const name = text.slice(0, append ? -2 : -1);
    if (!/^[A-Za-z_]\w*$/.test(name)) return;
    this.#script.assignments.push({
      source: this.#source,
      from: word.from,
      to: this.#at,
      order: this.#script.nextOrder(),
      branch: this.#blocks.branch,
      name,
      value,
      append,
      local: false,
    });
  }

  /** Skips `> file` and the like and takes note of here-documents; false when no redirection stands here. */
  #skipRedirection(): boolean {
    const text = this.#text;
    const letter = text[this.#at];
    if (letter !== "<" && letter !== ">") return false;
    if (text[this.#at + 1] === "(") {
      this.#at = this.#readNested(this.#at + 2);
      return true;
    }
    const document = this.#documents.announce(this.#at, this.#words);
    if (document !== undefined) {
      this.#at = document;
      return true;
    }
    while ("<>&|".includes(text[this.#at] ?? " ")) this.#at++;
    this.#skipBlanks();
    const target = this.#words.read(this.#at);
    if (target) this.#at = target.to;
    return true;
  }

  /** Reads the script inside `$(…)`, `<(…)` or backticks: its commands count, its output is not known. */
  #readNested(from: number, end?: number): number {
    if (this.#depth >= deepest) throw new Unclosed("Substitutions are nested too deeply to be read", from);
    const outer = { at: this.#at, blocks: this.#blocks, limit: this.#words.limit };
    this.#depth++;
    this.#at = from;
    this.#blocks = new Blocks(outer.blocks.branch);
    this.#blocks.open("subshell");
    if (end !== undefined) this.#words.limit = end;
    const after = this.#readUntilClosed(this.#blocks, end);
    this.#at = outer.at;
    this.#blocks = outer.blocks;
    this.#words.limit = outer.limit;
    this.#depth--;
    return after;
  }

  #readUntilClosed(floor: Blocks, end: number | undefined): number {
    const from = this.#at;
    while (this.#at < this.#words.limit) {
      const before = this.#at;
      this.#skipBlanks();
      if (end === undefined && this.#text[this.#at] === ")" && floor.depth === 1) return this.#at + 1;
      if (this.#at >= this.#words.limit) break;
      this.#readStatement();
      if (this.#at <= before) this.#at = before + 1;
    }
    if (end !== undefined) return end;
    throw new Unclosed("The bracket of a substitution is never closed", from - 2);
  }
}
