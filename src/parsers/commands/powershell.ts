import type { SourceText } from "../../model/place.ts";
import { PowerShellWords } from "./powershell-words.ts";
import type { Block, Branch, Dialect, Script, Word } from "./script.ts";
import { plainDialect } from "./script.ts";
import { Unclosed } from "./shell-words.ts";

const patience = 4;

/** Reads a PowerShell script into its commands and assignments; never throws, and goes on after what it cannot read. */
export function readPowerShell(source: SourceText, script: Script, dialect: Dialect = plainDialect): void {
  new PowerShellReader(source, script, dialect).read();
}

const blockKinds: ReadonlyMap<string, Block["kind"]> = new Map([
  ["if", "if"],
  ["elseif", "if"],
  ["else", "if"],
  ["switch", "if"],
  ["catch", "if"],
  ["foreach", "loop"],
  ["for", "loop"],
  ["while", "loop"],
  ["do", "loop"],
  ["until", "loop"],
  ["function", "function"],
]);

class PowerShellReader {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #script: Script;
  readonly #words: PowerShellWords;
  readonly #open: (Branch | undefined)[] = [];
  #branch: Branch | undefined;
  #announced: Block = { kind: "group" };
  #at = 0;
  #wasted = 0;

  constructor(source: SourceText, script: Script, dialect: Dialect) {
    this.#source = source;
    this.#text = source.text;
    this.#script = script;
    this.#words = new PowerShellWords(this.#text, dialect);
  }

  read(): void {
    while (this.#at < this.#text.length) {
      const before = this.#at;
      try {
        if (this.#wasted > patience * this.#text.length) this.#words.limit = this.#endOfLine(this.#at);
        this.#readStatement();
      } catch (error) {
        if (!(error instanceof Unclosed)) throw error;
        this.#recover(before, error);
      }
      this.#words.limit = this.#text.length;
      if (this.#at <= before) this.#at = before + 1;
    }
  }

  /** Drops the statement up to the end of the line on which something opens and never closes. */
  #recover(start: number, error: Unclosed): void {
    this.#wasted += this.#words.limit - start;
    const end = this.#endOfLine(Math.max(start, Math.min(error.from, this.#words.limit - 1)));
    this.#script.breaks.push({ source: this.#source, from: error.from, to: end, message: error.message });
    this.#at = end;
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf("\n", from);
    return end < 0 ? this.#text.length : end;
  }

  #readStatement(): void {
    this.#at = this.#words.skipBlanks(this.#at);
    const letter = this.#text[this.#at];
    if (letter === undefined) return;
    if (letter === "#" || this.#text.startsWith("<#", this.#at)) {
      this.#readComment();
      return;
    }
    if (letter === "{") this.#openBlock();
    else if (letter === "}") this.#branch = this.#open.pop();
    else if (!"\n;|&()[],=".includes(letter) || this.#isTyped()) {
      this.#readCommand();
      return;
    }
    this.#at++;
    if (letter === ")") this.#at += /^(?:\.\w{1,60})*/.exec(this.#text.slice(this.#at, this.#at + 200))![0].length;
  }

  /** `[string]$name`: a variable with a type in front. */
  #isTyped(): boolean {
    if (this.#text[this.#at] !== "[") return false;
    const type = /^\[[\w.]{1,60}(?:\[\])?\]\s?(?=\$)/.exec(this.#text.slice(this.#at, this.#at + 70));
    if (type) this.#at += type[0].length;
    return type !== null;
  }

  #readComment(): void {
    const from = this.#at;
    const block = this.#text[from] === "<";
    const close = block ? this.#text.indexOf("#>", from) : this.#endOfLine(from);
    this.#at = close < 0 ? this.#text.length : close + (block ? 2 : 0);
    const text = this.#text.slice(from + (block ? 2 : 1), close < 0 ? this.#at : close);
    if (!text.includes("ml-lint")) return;
    const alone = this.#text.slice(this.#text.lastIndexOf("\n", from - 1) + 1, from).trim() === "";
    this.#script.comments.push({ source: this.#source, from, to: this.#at, text: text.trim(), alone });
  }

  #openBlock(): void {
    this.#open.push(this.#branch);
    this.#branch = { block: this.#announced, parent: this.#branch };
    this.#announced = { kind: "group" };
  }

  #readCommand(): void {
    const words: Word[] = [];
    while (this.#at < this.#words.limit) {
      this.#at = this.#words.skipBlanks(this.#at);
      const letter = this.#text[this.#at];
      if (letter === undefined || "\n;|{}".includes(letter)) break;
      if (letter === ")" || (letter === "&" && words.length > 0)) break;
      if (letter === "#") break;
      if (letter === "," && words.length < 2) break;
      if (letter === "=" && this.#readAssignment(words)) return;
      if (letter === ">" || letter === "<") {
        this.#skipRedirection(letter, words);
        continue;
      }
      const word = this.#words.read(this.#at);
      if (!word) this.#at++;
      else {
        this.#at = word.to;
        words.push(word);
      }
    }
    this.#finish(words);
  }

  #skipRedirection(letter: string, words: Word[]): void {
    const placeholder = letter === "<" ? this.#words.readPlaceholder(this.#at) : undefined;
    if (placeholder) {
      words.push(placeholder);
      this.#at = placeholder.to;
      return;
    }
    while (this.#text[this.#at] === ">" || this.#text[this.#at] === "<" || this.#text[this.#at] === "&") this.#at++;
  }

  #finish(words: readonly Word[]): void {
    const [first] = words;
    if (!first) return;
    const name = this.#text.slice(first.from, first.to).toLowerCase();
    const kind = blockKinds.get(name);
    if (kind) {
      const title = kind === "function" && words[1] ? this.#text.slice(words[1].from, words[1].to) : undefined;
      this.#announced = { kind, ...(title && { name: title }) };
      return;
    }
    if (name.startsWith("$") && words.length === 1) return;
    this.#script.commands.push({ ...this.#statement(first.from, words.at(-1)!.to), words });
  }

  #statement(from: number, to: number) {
    return { source: this.#source, from, to, order: this.#script.nextOrder(), branch: this.#branch };
  }

  /** `$name = …`: a value, an array, or a command whose output is not known. */
  #readAssignment(words: readonly Word[]): boolean {
    const [target] = words;
    const [variable] = target?.pieces ?? [];
    const append = this.#text[this.#at - 1] === "+";
    if (words.length > 2 || variable?.form !== "variable") return false;
    this.#at = this.#words.skipBlanks(this.#at + 1);
    const value = this.#readValue();
    const to = Math.max(this.#at, variable.to);
    const { name } = variable;
    const statement = this.#statement(variable.from, to);
    this.#script.assignments.push({ ...statement, name, value, append, local: false });
    return true;
  }

  #readValue(): Word | readonly Word[] | undefined {
    if (this.#text.startsWith("@(", this.#at)) return this.#readArray();
    if (this.#text[this.#at] === "(") return undefined;
    if (this.#text.startsWith("$(", this.#at)) {
      this.#at += 2;
      return undefined;
    }
    const first = this.#words.read(this.#at);
    if (!first) return undefined;
    const after = this.#words.skipBlanks(first.to);
    const next = this.#text[after];
    const simple =
      first.quoted || first.pieces.every((piece) => piece.form !== "literal") || isNumber(this.#text, first);
    if (simple && (next === undefined || "\n;})#,".includes(next))) {
      this.#at = first.to;
      if (next === ",") return this.#readList(first);
      return first;
    }
    return undefined;
  }

  #readList(first: Word): readonly Word[] {
    const items = [first];
    while (this.#text[this.#words.skipBlanks(this.#at)] === ",") {
      let from = this.#words.skipBlanks(this.#at) + 1;
      while (this.#text[from] === "\n" || this.#text[from] === " " || this.#text[from] === "\r") from++;
      const word = this.#words.read(from);
      if (!word) break;
      items.push(word);
      this.#at = word.to;
    }
    return items;
  }

  #readArray(): readonly Word[] {
    const items: Word[] = [];
    this.#at += 2;
    while (this.#at < this.#words.limit) {
      this.#at = this.#words.skipBlanks(this.#at);
      const letter = this.#text[this.#at];
      if (letter === ")") {
        this.#at++;
        return items;
      }
      if (letter === "#") this.#at = this.#endOfLine(this.#at);
      const word = letter === "," || letter === "\n" ? undefined : this.#words.read(this.#at);
      if (word) items.push(word);
      this.#at = word ? word.to : this.#at + 1;
    }
    throw new Unclosed("The bracket of an array is never closed", this.#at - 1);
  }
}

function isNumber(text: string, word: Word): boolean {
  return /^-?\d+$/.test(text.slice(word.from, word.to));
}
