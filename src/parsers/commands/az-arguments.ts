import { allNearest } from "../../model/nearest.ts";
import type { AzOption, AzReference } from "./az-reference.ts";
import type { Span } from "./script.ts";
import { cutParts, isKnown, knownStartOf, knownTextOf, type ResolvedWord } from "./values.ts";

/** One use of an option: the flag and the words that belong to it. */
export interface OptionUse {
  readonly name: string;
  readonly takes: AzOption["takes"];
  /** The flag itself, without a value after `=`. */
  readonly flag: ResolvedWord;
  readonly values: readonly ResolvedWord[];
}

/** Something that the command line cannot mean; see `declare.ts` for how rules see it. */
export interface Malformation {
  readonly problem: "unknown-flag" | "not-a-dash" | "glued-flag" | "single-dash" | "missing-flag";
  /** The word as written, or the flag that is missing. */
  readonly word: string;
  /** What to write in place of the span, where that is clear. */
  readonly replacement?: string;
  readonly span: Span;
}

export interface ReadArguments {
  readonly options: readonly OptionUse[];
  readonly malformations: readonly Malformation[];
  readonly incomplete: { readonly why: string; readonly word: ResolvedWord } | undefined;
}

interface OpenOption {
  readonly name: string;
  readonly takes: AzOption["takes"];
  readonly flag: ResolvedWord;
  readonly values: ResolvedWord[];
}

const onlyDashes = /^[-‐-―−]+$/;
const wrongDash = /^-?[‐-―−]/;

/** Reads the words after a command's name as options. */
export class AzArguments {
  readonly #reference: AzReference | undefined;
  readonly #strict: boolean;
  readonly #words: readonly ResolvedWord[];
  readonly #options: OpenOption[] = [];
  readonly #malformations: Malformation[] = [];
  #incomplete: ReadArguments["incomplete"];
  #open: OpenOption | undefined;
  #at: number;

  /** `strict` where an option that the reference does not know is an error, and one that it requires is missed. */
  constructor(reference: AzReference | undefined, words: readonly ResolvedWord[], from: number, strict: boolean) {
    this.#reference = reference;
    this.#strict = strict;
    this.#words = words;
    this.#at = from;
  }

  /** The arguments; undefined for a synopsis or a call for help, which run nothing. */
  read(): ReadArguments | undefined {
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at++]!;
      if (knownStartOf(word.parts).startsWith("[-")) return undefined;
      this.#readWord(word);
    }
    if (this.#options.some((option) => option.name === "help")) return undefined;
    if (this.#strict && !this.#incomplete) this.#findMissing();
    return { options: this.#options, malformations: this.#malformations, incomplete: this.#incomplete };
  }

  #readWord(word: ResolvedWord): void {
    const start = knownStartOf(word.parts);
    const text = knownTextOf(word.parts);
    if (text === "..." || text === "…" || text === "[...]") this.#note(word, "the command is abridged");
    else if (wrongDash.test(start)) this.#readWrongDash(word, start);
    else if (start.startsWith("--") && start.length > 2) this.#readLong(word, start);
    else if (/^-[A-Za-z]/.test(start)) this.#readShort(word, start);
    else this.#readValue(word);
  }

  #note(word: ResolvedWord, why: string): void {
    this.#incomplete ??= { why, word };
  }

  #start(option: Pick<AzOption, "name" | "takes">, flag: ResolvedWord): void {
    this.#open = { name: option.name, takes: option.takes, flag, values: [] };
    this.#options.push(this.#open);
  }

  /** A value of the open option; a word that may be anything leaves the command incomplete. */
  #readValue(word: ResolvedWord): void {
    const unknown = word.parts.find((part) => !isKnown(part));
    const open = this.#open;
    const wanted = open && (open.takes === "list" || (open.takes === "value" && open.values.length === 0));
    if (unknown && !isKnown(unknown) && unknown.many && word.parts.length === 1 && !wanted) {
      this.#note(word, unknown.why);
      return;
    }
    if (!open) return;
    if (open.takes === "none" && !/^(?:true|false)$/i.test(knownTextOf(word.parts) ?? "")) {
      this.#open = undefined;
      return;
    }
    const tail = this.#gluedTail(word);
    if (tail === undefined) {
      open.values.push(word);
      return;
    }
    const [value, flag] = cutWord(word, tail);
    if (value.parts.length > 0) open.values.push(value);
    this.#report("glued-flag", knownTextOf(flag.parts)!, flag, ` ${knownTextOf(flag.parts)}`);
    this.#readLong(flag, knownTextOf(flag.parts)!);
  }

  /** Where a known flag is stuck to the end of a value, as in `<path>--resource-group`. */
  #gluedTail(word: ResolvedWord): number | undefined {
    const last = word.parts.at(-1);
    if (!last || !isKnown(last) || !this.#reference) return undefined;
    const at = last.text.lastIndexOf("--");
    if (at < 0 || (at === 0 && word.parts.length === 1)) return undefined;
    return this.#reference.exact(last.text.slice(at)) ? at : undefined;
  }

  #readLong(word: ResolvedWord, start: string): void {
    const equals = start.indexOf("=");
    const flag = equals < 0 ? start : start.slice(0, equals);
    const found = this.#reference?.find(flag);
    if (!this.#reference) {
      this.#startWith({ name: flag.slice(2), takes: "value" }, word, flag.length, equals >= 0);
    } else if (found === "ambiguous") {
      this.#open = undefined;
      this.#note(word, `${flag} is the start of several options`);
    } else if (found) {
      this.#startWith(found.option, word, flag.length, equals >= 0);
    } else this.#readUnknown(word, start, flag);
  }

  /** Opens an option whose flag is the first letters of a word; the rest, after `=`, is its value. */
  #startWith(option: Pick<AzOption, "name" | "takes">, word: ResolvedWord, length: number, hasValue: boolean): void {
    const [flag, rest] = cutFront(word, length);
    this.#start(option, flag);
    if (!hasValue) {
      if (rest.parts.length > 0) this.#readGlued(word, flag, rest);
      return;
    }
    const [, value] = cutFront(rest, 1);
    this.#readValue(value);
  }

  /** A value without blank or sign behind a long flag; behind a short one, as in `-gmygroup`, that is how it is done. */
  #readGlued(word: ResolvedWord, flag: ResolvedWord, rest: ResolvedWord): void {
    const name = knownTextOf(flag.parts)!;
    const first = rest.parts[0]!;
    if (name.startsWith("--") && (isKnown(first) || !first.many)) {
      const value = knownTextOf(rest.parts);
      this.#report("glued-flag", name, word, value === undefined ? undefined : `${name} ${value}`);
    }
    this.#readValue(rest);
  }

  #readUnknown(word: ResolvedWord, start: string, flag: string): void {
    const glued = this.#gluedHead(start);
    if (glued) {
      this.#startWith(glued.option, word, glued.flag.length, false);
      return;
    }
    const near = allNearest(
      flag,
      [...this.#reference!.flags].filter((name) => name.startsWith("--")),
    );
    const suggestion = near.length === 1 ? near[0] : undefined;
    const [written] = cutFront(word, flag.length);
    if (this.#strict) this.#report("unknown-flag", flag, written, suggestion);
    const meant = suggestion === undefined ? undefined : this.#reference!.exact(suggestion);
    this.#startWith(meant ?? { name: flag.slice(2), takes: "list" }, word, flag.length, start[flag.length] === "=");
  }

  /** The known flag at the front of a word that goes on with something no flag holds, as `--resource-group/foo`. */
  #gluedHead(start: string): { flag: string; option: AzOption } | undefined {
    const length = /^--[A-Za-z0-9_-]+/.exec(start)?.[0].length ?? 0;
    if (length >= start.length || start[length] === "=") return undefined;
    const flag = start.slice(0, length);
    const option = this.#reference!.exact(flag);
    return option && { flag, option };
  }

  #readShort(word: ResolvedWord, start: string): void {
    const long = this.#reference?.exact(`-${/^-[A-Za-z0-9_-]*/.exec(start)![0]}`);
    if (long && start.length > 2) {
      const flag = /^-[A-Za-z0-9_-]*/.exec(start)![0];
      this.#report("single-dash", flag, cutFront(word, flag.length)[0], `-${flag}`);
      this.#startWith(long, word, flag.length, start[flag.length] === "=");
      return;
    }
    const flag = start.slice(0, 2);
    const option = this.#reference ? this.#reference.exact(flag) : { name: flag.slice(1), takes: "value" as const };
    if (option) {
      this.#startWith(option, word, 2, start[2] === "=");
      return;
    }
    if (this.#strict) this.#report("unknown-flag", flag, word);
    this.#start({ name: flag.slice(1), takes: "list" }, word);
  }

  /** An en-dash or the like, which word processors make of hyphens: read as the flag that was meant. */
  #readWrongDash(word: ResolvedWord, start: string): void {
    if (!onlyDashes.test(start)) {
      const letters = /^[^A-Za-z0-9]*/.exec(start)![0].length;
      const name = /^[A-Za-z0-9_-]*/.exec(start.slice(letters))![0];
      const flag = name.length === 1 ? `-${name}` : `--${name}`;
      const [written] = cutFront(word, letters + name.length);
      this.#report("not-a-dash", start.slice(0, letters + name.length), written, flag);
      const option = this.#reference?.exact(flag) ?? { name, takes: "list" as const };
      this.#startWith(option, word, letters + name.length, start[letters + name.length] === "=");
      return;
    }
    const next = this.#words[this.#at];
    const name = next && knownTextOf(next.parts);
    const option =
      name === undefined ? undefined : this.#reference?.exact(name.length === 1 ? `-${name}` : `--${name}`);
    if (!next || !option) {
      this.#report("not-a-dash", start, word);
      return;
    }
    this.#at++;
    const flag = { ...next, from: word.from, to: next.to };
    this.#report("not-a-dash", start, flag, `--${name}`);
    this.#start(option, flag);
  }

  #report(problem: Malformation["problem"], word: string, span: Span, replacement?: string): void {
    const place = { from: span.from, to: span.to };
    this.#malformations.push({ problem, word, span: place, ...(replacement !== undefined && { replacement }) });
  }

  #findMissing(): void {
    const written = new Set(this.#options.map((option) => option.name));
    const az = this.#words[0]!;
    for (const option of this.#reference?.options ?? []) {
      if (option.required && !written.has(option.name)) this.#report("missing-flag", `--${option.name}`, az);
    }
  }
}

/** The first letters of a word and what follows. */
function cutFront(word: ResolvedWord, length: number): [ResolvedWord, ResolvedWord] {
  const [before, after] = cutParts(word.parts, length);
  return [withParts(word, before), withParts(word, after)];
}

/** Cuts the last known part of a word at an offset. */
function cutWord(word: ResolvedWord, at: number): [ResolvedWord, ResolvedWord] {
  const last = word.parts.at(-1)!;
  const [before, after] = cutParts([last], at);
  return [withParts(word, [...word.parts.slice(0, -1), ...before]), withParts(word, after)];
}

function withParts(word: ResolvedWord, parts: ResolvedWord["parts"]): ResolvedWord {
  const first = parts[0];
  return { ...word, parts, from: first?.from ?? word.to, to: parts.at(-1)?.to ?? word.to };
}
