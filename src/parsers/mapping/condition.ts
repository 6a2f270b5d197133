import { leafOf } from "./field.ts";
import { plainWord } from "./scalars.ts";
import { locate, pathOf, type Scope } from "./scope.ts";

/** Whether a declaration is meant; only what is known counts. */
export type Condition = (scope: Scope) => boolean;

/** The word at a path is one of these, compared without regard to case. */
export function equals(path: string, ...words: string[]): Condition {
  const steps = pathOf(path);
  const wanted = new Set(words.map(plainWord));
  return (scope) => {
    const word = wordAt(scope, steps);
    return word !== undefined && wanted.has(word);
  };
}

/** The word at a path is none of these, or not known. */
export function differs(path: string, ...words: string[]): Condition {
  const condition = equals(path, ...words);
  return (scope) => !condition(scope);
}

/** What is written at the path is not known. */
export function isOpen(path: string): Condition {
  const steps = pathOf(path);
  return (scope) => {
    const located = locate(scope, steps);
    return located.written && located.tree.form === "undecided";
  };
}

/** Nothing is written at the path. */
export function lacks(path: string): Condition {
  const steps = pathOf(path);
  return (scope) => !locate(scope, steps).written;
}

/** Something is written at the path. */
export function has(path: string): Condition {
  const lacking = lacks(path);
  return (scope) => !lacking(scope);
}

export function anyOf(...conditions: readonly Condition[]): Condition {
  return (scope) => conditions.some((condition) => condition(scope));
}

export function allOf(...conditions: readonly Condition[]): Condition {
  return (scope) => conditions.every((condition) => condition(scope));
}

function wordAt(scope: Scope, path: readonly string[]): string | undefined {
  const located = locate(scope, path);
  if (!located.written) return undefined;
  const content = leafOf(located.tree);
  return typeof content === "string" ? plainWord(content) : undefined;
}
