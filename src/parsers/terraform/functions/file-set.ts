import type { ProjectFiles } from "../../../model/files.ts";

const mostVisited = 20_000;

/** The files below a directory whose path matches a pattern with `*`, `**`, `?`, `[…]` and `{…,…}`; else what is wrong. */
export function filesMatching(files: ProjectFiles, directory: string, pattern: string): string[] | string {
  if (!isWellFormed(pattern)) return `the pattern ${pattern} cannot be read`;
  const alternatives = expandBraces(pattern);
  if (!alternatives) return "the pattern has too many alternatives";
  const patterns = alternatives.map((alternative) =>
    alternative.split("/").filter((part) => part !== "." && part !== ""),
  );
  const found: string[] = [];
  const pending = [""];
  let visited = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const name of files.list(joined(directory, next))) {
      if (++visited > mostVisited) return "the directory holds too many files";
      const path = joined(next, name.endsWith("/") ? name.slice(0, -1) : name);
      if (name.endsWith("/")) {
        if (patterns.some((parts) => mayLieBelow(parts, path))) pending.push(path);
      } else if (patterns.some((parts) => matches(parts, path.split("/")))) found.push(path);
    }
  }
  return found;
}

/** Whether brackets and braces are closed, and braces hold no slash. */
function isWellFormed(pattern: string): boolean {
  let open = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (character === "[") {
      at = pattern.indexOf("]", at + 2);
      if (at < 0) return false;
    } else if (character === "{") open++;
    else if (character === "}") open = Math.max(0, open - 1);
    if (open > 0 && character === "/") return false;
  }
  return open === 0;
}

function joined(directory: string, name: string): string {
  return directory === "" ? name : name === "" ? directory : `${directory}/${name}`;
}

function mayLieBelow(parts: readonly string[], path: string): boolean {
  return parts.includes("**") || path.split("/").length < parts.length;
}

/** `**` stands for any number of directories; the table keeps the work at parts times names. */
function matches(parts: readonly string[], names: readonly string[]): boolean {
  let reachable = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (part === "**") for (let to = at; to <= names.length; to++) next.add(to);
      else if (at < names.length && matchesName(part, names[at]!)) next.add(at + 1);
    }
    reachable = next;
  }
  return reachable.has(names.length);
}

function matchesName(pattern: string, name: string): boolean {
  let reachable = new Set([0]);
  for (let at = 0; at < pattern.length; ) {
    const token = tokenAt(pattern, at);
    const next = new Set<number>();
    for (const from of reachable) {
      if (token.any) for (let to = from; to <= name.length; to++) next.add(to);
      else if (from < name.length && token.takes(name[from]!)) next.add(from + 1);
    }
    reachable = next;
    at += token.length;
  }
  return reachable.has(name.length);
}

interface Token {
  readonly length: number;
  readonly any: boolean;
  readonly takes: (character: string) => boolean;
}

function tokenAt(pattern: string, at: number): Token {
  const character = pattern[at]!;
  if (character === "*") return { length: 1, any: true, takes: () => true };
  if (character === "?") return { length: 1, any: false, takes: () => true };
  if (character === "\\" && at + 1 < pattern.length) {
    return { length: 2, any: false, takes: (found) => found === pattern[at + 1] };
  }
  const end = character === "[" ? pattern.indexOf("]", at + 2) : -1;
  if (end < 0) return { length: 1, any: false, takes: (found) => found === character };
  return { length: end + 1 - at, any: false, takes: classOf(pattern.slice(at + 1, end)) };
}

function classOf(content: string): (character: string) => boolean {
  const negated = content.startsWith("^");
  const set = negated ? content.slice(1) : content;
  return (character) => {
    for (let at = 0; at < set.length; at++) {
      const isRange = set[at + 1] === "-" && at + 2 < set.length;
      const last = isRange ? set[at + 2]! : set[at]!;
      if (character >= set[at]! && character <= last) return !negated;
      if (isRange) at += 2;
    }
    return negated;
  };
}

const mostAlternatives = 200;

function expandBraces(pattern: string): string[] | undefined {
  const pending = [pattern];
  const done: string[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (pending.length + done.length > mostAlternatives) return undefined;
    const close = next.indexOf("}");
    const open = close < 0 ? -1 : next.lastIndexOf("{", close);
    if (open < 0) {
      done.push(next);
      continue;
    }
    for (const choice of next.slice(open + 1, close).split(",")) {
      pending.push(next.slice(0, open) + choice + next.slice(close + 1));
    }
  }
  return done;
}
