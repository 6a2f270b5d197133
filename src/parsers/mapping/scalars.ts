import { type Duration, minutesOfIsoDuration } from "../../model/duration.ts";
import type { RawQuantity } from "../../model/kinds.ts";
import type { Place } from "../../model/place.ts";
import type { Tree } from "../../model/tree.ts";
import {
  type Encode,
  type Field,
  fieldAt,
  knownOf,
  leafOf,
  locateFirst,
  mapped,
  type Reading,
  unknownOf,
} from "./field.ts";
import { locate, type Path, pathOf, type Scope } from "./scope.ts";

const trueWords = new Set(["true", "yes", "y", "t", "1", "on", "enabled"]);
const falseWords = new Set(["false", "no", "n", "f", "0", "off", "disabled"]);

/** True or false, also as the words that Azure, its command line and Terraform take for them. */
export function boolean(...spellings: string[]): Field<boolean> {
  return fieldAt(spellings, "true or false", (tree) => {
    const content = leafOf(tree);
    if (typeof content === "boolean") return content;
    if (typeof content !== "string") return undefined;
    const word = content.toLowerCase();
    return trueWords.has(word) ? true : falseWords.has(word) ? false : undefined;
  });
}

/** An option of a command that is given or not. */
export function flag(path: string): Field<boolean> {
  return { ...boolean(path), isFlag: true };
}

/** The opposite of what is written: `disableLocalAuth` for local authentication. */
export function not(field: Field<boolean>): Field<boolean> {
  const encode: Encode = (value, path) => (field.encode ? field.encode(!value, path) : !value);
  return mapped(field, (content) => !content, encode);
}

/** A choice of words of which some mean yes and others no, compared without regard to case. */
export function booleanWord(path: string, words: Readonly<Record<string, boolean>>): Field<boolean> {
  const byWord = new Map(Object.entries(words).map(([word, meaning]) => [plainWord(word), meaning]));
  const field = fieldAt([path], `one of ${Object.keys(words).join(", ")}`, (tree) => {
    const content = leafOf(tree);
    if (typeof content === "boolean") return content;
    return typeof content === "string" ? byWord.get(plainWord(content)) : undefined;
  });
  const encode = (value: unknown) => Object.keys(words).find((word) => words[word] === value);
  const read = (scope: Scope): Reading<boolean> => {
    const reading = field.read(scope);
    const located = reading.state === "known" ? locateFirst(scope, field.paths) : undefined;
    const word = located?.written ? leafOf(located.tree) : undefined;
    return reading.state === "known" && typeof word === "string" ? { ...reading, word } : reading;
  };
  return { ...field, encode, read };
}

export function number(...spellings: string[]): Field<number> {
  return fieldAt(spellings, "a number", (tree) => {
    const content = leafOf(tree);
    if (typeof content === "number") return content;
    if (typeof content !== "string" || content.trim() === "") return undefined;
    const parsed = Number(content);
    return Number.isNaN(parsed) ? undefined : parsed;
  });
}

export function string(...spellings: string[]): Field<string> {
  return fieldAt(spellings, "a string", stringOf);
}

export function stringOf(tree: Tree): string | undefined {
  const content = leafOf(tree);
  return content === undefined || content === null ? undefined : String(content);
}

/** A string whose emptiness means the same as its absence. */
export function stringUnlessEmpty(...spellings: string[]): Field<string> {
  return fieldAt(spellings, "a string", stringOf, "blank-is-absent");
}

/** A cpu, memory or GPU amount as written. */
export function quantity(path: string | Path): Field<RawQuantity> {
  return fieldAt([path], "a quantity", (tree) => {
    const content = leafOf(tree);
    return typeof content === "string" || typeof content === "number" ? content : undefined;
  });
}

/** A word of a known list, spelt as the list spells it; another one stays as it is written. */
export function choice(words: readonly string[], ...spellings: string[]): Field<string> {
  const byWord = new Map(words.map((word) => [plainWord(word), word]));
  return mapped(string(...spellings), (content) => byWord.get(plainWord(content)) ?? content);
}

/** A choice that some sources write as a boolean. */
export function switchWord(path: string, whenTrue: string, whenFalse: string): Field<string> {
  const encode = (value: unknown) => (value === whenTrue ? true : value === whenFalse ? false : value);
  return mapped(boolean(path), (content) => (content ? whenTrue : whenFalse), encode);
}

/** Whether something is written at a path; that nothing is means no. */
export function presence(...spellings: string[]): Field<boolean> {
  const paths = spellings.map(pathOf);
  return {
    paths,
    read(scope) {
      let missing: Place | undefined;
      for (const path of paths) {
        const located = locate(scope, path);
        if (located.written && !isEmptyList(located.tree)) return presenceOf(located.tree, located.key);
        missing ??= located.header;
      }
      return { state: "absent", at: missing!, meaning: false };
    },
  };
}

function presenceOf(tree: Tree, key: Place | undefined): Reading<boolean> {
  return tree.form === "undecided" ? unknownOf(tree, key) : knownOf(tree, key, true);
}

function isEmptyList(tree: Tree): boolean {
  return tree.form === "list" && tree.items.length === 0;
}

/** A span of time in ISO 8601. */
export function isoDuration(...spellings: string[]): Field<Duration> {
  return mapped(string(...spellings), (text) => ({ text, minutes: minutesOfIsoDuration(text) }));
}

/** A span of time as a whole number of a unit. */
export function durationIn(unit: "seconds" | "minutes", ...spellings: string[]): Field<Duration> {
  return mapped(string(...spellings), (text) => {
    const amount = /^\d+$/.test(text) ? Number(text) : undefined;
    return { text, minutes: amount === undefined ? undefined : unit === "seconds" ? amount / 60 : amount };
  });
}

/** How many items a list holds. */
export function count(path: string): Field<number> {
  return fieldAt([path], "a list", (tree) => (tree.form === "list" ? tree.items.length : undefined));
}

/** A word without case, spaces, dashes and underscores: `system_assigned` is `SystemAssigned`. */
export function plainWord(word: string): string {
  return word.replace(/[\s_-]/g, "").toLowerCase();
}
