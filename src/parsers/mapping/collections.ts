import type { Items, Settings } from "../../model/kinds.ts";
import type { Tree } from "../../model/tree.ts";
import type { Value } from "../../model/value.ts";
import { type Field, fieldAt, knownOf, unfit, unknownOf } from "./field.ts";
import { stringOf } from "./scalars.ts";

/** A list of strings; a single string counts as its words, separated by commas or blanks. */
export function strings(...spellings: string[]): Field<Items<string>> {
  return fieldAt(spellings, "a list of strings", (tree) => {
    if (tree.form === "list") return tree.items.map(stringItem);
    if (tree.form !== "leaf" || tree.value === null) return undefined;
    return wordsOf(String(tree.value)).map((word) => knownOf(tree, undefined, word));
  });
}

/** One string where several could be written. */
export function singleString(...spellings: string[]): Field<Items<string>> {
  return fieldAt(spellings, "a string", (tree) => {
    if (tree.form === "list") return tree.items.map(stringItem);
    return tree.form === "leaf" ? [stringItem(tree)] : undefined;
  });
}

/** The strings under both a list and its singular twin: `sourceAddressPrefixes` and `sourceAddressPrefix`. */
export function joined(...fields: readonly Field<Items<string>>[]): Field<Items<string>> {
  return {
    paths: fields.flatMap((field) => field.paths),
    read(scope) {
      const readings = fields.map((field) => field.read(scope));
      const undecided = readings.find((reading) => reading.state === "unknown");
      if (undecided) return undecided;
      const written = readings.filter((reading) => reading.state === "known");
      const first = written[0];
      return first ? { ...first, value: written.flatMap((reading) => reading.value) } : readings[0]!;
    },
  };
}

/** The keys of a map. */
export function keys(path: string): Field<Items<string>> {
  return fieldAt([path], "an object", (tree) => {
    if (tree.form !== "mapping") return undefined;
    return [...tree.entries].map(([key, entry]): Value<string> => {
      const { key: at, pieces } = entry;
      if (pieces) return { state: "unknown", why: "the keys of the map are not known", at, trail: [], pieces };
      return { state: "known", value: key, at, trail: [] };
    });
  });
}

/** A map of strings; what is written as a number or boolean reads as Azure will see it, as text. */
export function settings(...spellings: string[]): Field<Settings> {
  return fieldAt(spellings, "an object", (tree) => entriesOf(tree, stringEntry));
}

/** A map of numbers. */
export function numbersByKey(path: string): Field<ReadonlyMap<string, Value<number>>> {
  return fieldAt([path], "an object whose keys are known", (tree) => {
    if (tree.form === "mapping" && [...tree.entries.values()].some(({ pieces }) => pieces)) return undefined;
    return entriesOf(tree, numberEntry);
  });
}

/** A map written as words of the form `key=value`, as commands take tags. */
export function pairs(path: string): Field<Settings> {
  return fieldAt([path], "pairs of the form key=value", (tree) => {
    const whole = entriesOf(tree, stringEntry);
    if (whole) return whole;
    const items = tree.form === "list" ? tree.items : tree.form === "leaf" ? [tree] : undefined;
    if (!items) return undefined;
    const map = new Map<string, Value<string>>();
    for (const item of items) {
      const [key, value] = splitPair(stringOf(item) ?? "");
      if (key !== "") map.set(key, knownOf(item, undefined, value));
    }
    return map;
  });
}

function splitPair(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function entriesOf<T>(tree: Tree, convert: (tree: Tree, name: string) => Value<T> | undefined) {
  if (tree.form === "leaf" && tree.value === "") return new Map<string, Value<T>>();
  const block = tree.form === "list" && tree.items.length === 1 ? tree.items[0]! : tree;
  if (block.form !== "mapping") return undefined;
  const map = new Map<string, Value<T>>();
  for (const [name, entry] of block.entries) {
    const value = convert(entry.value, name);
    if (value) map.set(name, value.state === "absent" ? value : { ...value, key: entry.key });
  }
  return map;
}

function stringEntry(tree: Tree, name: string): Value<string> | undefined {
  if (tree.form === "leaf") return tree.value === null ? undefined : knownOf(tree, undefined, String(tree.value));
  return tree.form === "undecided" ? unknownOf(tree) : unfit(tree, undefined, `${name} is not a string`);
}

function numberEntry(tree: Tree, name: string): Value<number> | undefined {
  if (tree.form === "undecided") return unknownOf(tree);
  const parsed = tree.form === "leaf" && tree.value !== "" ? Number(tree.value) : Number.NaN;
  return Number.isNaN(parsed) ? unfit(tree, undefined, `${name} is not a number`) : knownOf(tree, undefined, parsed);
}

function stringItem(tree: Tree): Value<string> {
  const content = stringOf(tree);
  if (content !== undefined) return knownOf(tree, undefined, content);
  return tree.form === "undecided" ? unknownOf(tree) : unfit(tree, undefined, "an item is not a string");
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
