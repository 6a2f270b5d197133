import type { Place } from "../../model/place.ts";
import type { Leaf, Tree, Undecided } from "../../model/tree.ts";
import type { Known, Unknown } from "../../model/value.ts";
import { type Located, locate, type Path, pathOf, type Scope } from "./scope.ts";

/** Not written; what that means is looked up later, once, by kind and attribute. */
export interface Missing<T = unknown> {
  readonly state: "absent";
  readonly at: Place;
  /** What it means by itself that nothing is written, unless the resource keeps what was written elsewhere. */
  readonly meaning?: T;
  /** What the provider puts in its place, as a plan tells. */
  readonly filled?: T;
  /** Why the source has no such attribute at all. */
  readonly inexpressible?: string;
}

export type Reading<T> = Known<T> | Unknown | Missing<T>;

/** How one attribute of a kind is read from one source. */
export interface Field<T> {
  /** Where it may be written: every former and later spelling. */
  readonly paths: readonly Path[];
  /** Set when the source has no such attribute. */
  readonly inexpressible?: string;
  /** What is written to say a value, where it is not the value itself: "Disabled" for false. */
  readonly encode?: Encode;
  /** Written by being there, without a value: `--disable-rbac`. */
  readonly isFlag?: true;
  read(scope: Scope): Reading<T>;
}

/** What is written at a path to say a value; spellings of one attribute may mean opposite things. */
export type Encode = (value: unknown, path?: Path) => unknown;

/** Turns what is written at a path into a value; undefined when it does not fit. */
export type Converter<T> = (tree: Tree, scope: Scope) => T | undefined;

/** A field that is written at one of several paths, the first that is written counts. */
export function fieldAt<T>(
  spellings: readonly (string | Path)[],
  expected: string,
  convert: Converter<T>,
  blank?: "blank-is-absent",
): Field<T> {
  const paths = spellings.map(pathOf);
  return {
    paths,
    read(scope) {
      const found = locateFirst(scope, paths);
      if (!found.written) return missingOf(found, scope, convert);
      const { tree, key } = found;
      if (blank && tree.form === "leaf" && tree.value === "") return { state: "absent", at: found.header };
      const content = convert(tree, scope);
      if (content !== undefined) return knownOf(tree, key, content);
      if (tree.form === "undecided") return unknownOf(tree, key);
      return unfit(tree, key, `${paths[0]!.at(-1) ?? "the file"} is not ${expected}`);
    },
  };
}

function missingOf<T>(found: NotWritten, scope: Scope, convert: Converter<T>): Missing<T> {
  const content = found.filled && convert(found.filled, scope);
  return { state: "absent", at: found.header, ...(content !== undefined && content !== "" && { filled: content }) };
}

type NotWritten = Extract<Located, { readonly written: false }>;

/** The first of several paths that is written; else where the first one is missing, or filled in. */
export function locateFirst(scope: Scope, paths: readonly Path[]): Located {
  let missing: NotWritten | undefined;
  for (const path of paths) {
    const located = locate(scope, path);
    if (located.written) return located;
    if (missing === undefined || (located.filled && !missing.filled)) missing = located;
  }
  return missing!;
}

/** A value while it is put together. */
type Draft<V> = { -readonly [Key in keyof V]: V[Key] };

export function knownOf<T>(tree: Tree, key: Place | undefined, value: T): Known<T> {
  const known: Draft<Known<T>> = { state: "known", value, at: tree.at, trail: tree.trail };
  if (key) known.key = key;
  if (tree.sensitive) known.sensitive = tree.sensitive;
  return known;
}

export function unknownOf(tree: Undecided, key?: Place): Unknown {
  const unknown: Draft<Unknown> = { state: "unknown", why: tree.why, at: tree.at, trail: tree.trail };
  if (key) unknown.key = key;
  if (tree.pieces) unknown.pieces = tree.pieces;
  return unknown;
}

export function unfit(tree: Tree, key: Place | undefined, why: string): Unknown {
  const unknown: Draft<Unknown> = { state: "unknown", why, at: tree.at, trail: tree.trail };
  if (key) unknown.key = key;
  return unknown;
}

/** The content of a leaf; undefined for anything else. */
export function leafOf(tree: Tree): Leaf["value"] | undefined {
  return tree.form === "leaf" ? tree.value : undefined;
}

/** The first of several fields that is written. */
export function either<T>(...fields: readonly Field<T>[]): Field<T> {
  const encode: Encode = (value, path) => {
    const field = fields.find(({ paths }) => path !== undefined && paths.includes(path)) ?? fields[0];
    return field?.encode ? field.encode(value, path) : value;
  };
  return {
    paths: fields.flatMap((field) => field.paths),
    encode,
    read(scope) {
      let missing: Missing<T> | undefined;
      for (const field of fields) {
        const reading = field.read(scope);
        if (reading.state !== "absent") return reading;
        if (missing === undefined || (reading.filled !== undefined && missing.filled === undefined)) missing = reading;
      }
      return missing!;
    },
  };
}

/** A field whose content is converted further. */
export function mapped<T, U>(
  field: Field<T>,
  convert: (content: T) => U,
  encode: Encode | undefined = field.encode,
): Field<U> {
  return {
    paths: field.paths,
    ...(encode && { encode }),
    ...(field.isFlag && { isFlag: true as const }),
    ...(field.inexpressible !== undefined && { inexpressible: field.inexpressible }),
    read(scope) {
      const reading = field.read(scope);
      if (reading.state === "known") return { ...reading, value: convert(reading.value) };
      if (reading.state === "unknown") return reading;
      const { meaning, filled, ...missing } = reading;
      return {
        ...missing,
        ...(meaning !== undefined && { meaning: convert(meaning) }),
        ...(filled !== undefined && { filled: convert(filled) }),
      };
    },
  };
}

/** A content that stands for nothing, such as the client id `msi`, counts as not written. */
export function absentWhen<T>(field: Field<T>, standsForNothing: (content: T) => boolean): Field<T> {
  return {
    paths: field.paths,
    read(scope) {
      const reading = field.read(scope);
      if (reading.state !== "known" || !standsForNothing(reading.value)) return reading;
      return { state: "absent", at: reading.at };
    },
  };
}

/** The source has no such attribute; a rule treats it as undecidable, for this reason. */
export function notExpressible(why: string): Field<never> {
  return {
    paths: [],
    inexpressible: why,
    read: (scope) => ({ state: "absent", at: outermostHeader(scope), inexpressible: why }),
  };
}

/** Nothing can be written here, and nothing is meant by that: a cluster that is no Arc cluster has no Arc settings. */
export function nothing(): Field<never> {
  return { paths: [], read: (scope) => ({ state: "absent", at: outermostHeader(scope) }) };
}

/** A command has no option for it, but the file has that it names, or an entry of `--set`. */
export function onlyInFile(why: string): Field<never> {
  return {
    paths: [],
    read(scope) {
      const at = outermostHeader(scope);
      const entries = scope.tree.form === "mapping" ? scope.tree.entries : undefined;
      const told = entries?.get("file") ?? entries?.get("set");
      return told ? { state: "unknown", why, at: told.key, trail: [] } : { state: "absent", at };
    },
  };
}

/** What follows from the source itself. */
export function constant<T>(value: T): Field<T> {
  return {
    paths: [],
    read: (scope) => ({ state: "known", value, at: outermostHeader(scope), trail: [], implied: true }),
  };
}

/** The type of the declaration, such as the words of a command. */
export function typeName(): Field<string> {
  return {
    paths: [],
    read: ({ declaration }) => ({ state: "known", value: declaration.type, at: declaration.header, trail: [] }),
  };
}

/** The key in a map under which a part stands. */
export function partName(): Field<string> {
  return {
    paths: [],
    read(scope) {
      const at = scope.partKey ?? outermostHeader(scope);
      if (scope.partName === undefined)
        return { state: "unknown", why: "the keys of the map are not known", at, trail: [] };
      return { state: "known", value: scope.partName, at, trail: [] };
    },
  };
}

export function outermostHeader(scope: Scope): Place {
  return scope.tree.form === "mapping" ? scope.tree.header : scope.declaration.header;
}
