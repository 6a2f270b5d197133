import type { LineRange } from "../../engine/narrowing/changes.ts";

/** What a diff says of one file, as it is now. */
export interface FileDiff {
  readonly file: string;
  /** Lines that were added or changed. */
  readonly ranges: readonly LineRange[];
  /** The lines behind which others were taken away; 0 is the top of the file. */
  readonly removals: readonly number[];
  /** Its name before, and the lines of then that were changed or taken away. */
  readonly former: { readonly file: string; readonly ranges: readonly LineRange[] };
  /** It is no text, so that nobody can say which lines. */
  readonly isBinary: boolean;
}

/** Reads what `git diff --unified=0` prints. */
export function readDiff(text: string): FileDiff[] {
  const files: Draft[] = [];
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + mostHeader));
    at = end + 1;
    const current = files.at(-1);
    if (line.startsWith("diff --git ")) files.push(draft(fileOfHeader(line)));
    else if (!current) continue;
    else if (line.startsWith("--- ")) current.former.file = nameIn(line.slice(4), "a/") ?? current.file;
    else if (line.startsWith("+++ ")) current.file = nameIn(line.slice(4), "b/") ?? current.file;
    else if (line.startsWith("rename to ")) current.file = unquote(line.slice("rename to ".length));
    else if (line.startsWith("Binary files ")) current.isBinary = true;
    else if (line.startsWith("@@ ")) {
      const hunk = hunkOf(line);
      if (hunk === undefined) continue;
      addHunk(current, hunk);
      at = skipLines(text, at, hunk.removed + hunk.added);
    }
  }
  return files;
}

interface Draft extends FileDiff {
  file: string;
  ranges: LineRange[];
  removals: number[];
  former: { file: string; ranges: LineRange[] };
  isBinary: boolean;
}

function draft(file: string): Draft {
  return { file, ranges: [], removals: [], former: { file, ranges: [] }, isBinary: false };
}

function addHunk(file: Draft, { start, added, formerStart, removed }: Hunk): void {
  if (added > 0) file.ranges.push({ from: start, to: start + added - 1 });
  else file.removals.push(start);
  if (removed > 0) file.former.ranges.push({ from: formerStart, to: formerStart + removed - 1 });
}

/** Headers are short; what is longer is a line of a file. */
const mostHeader = 10_000;

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}

/** The lines of a hunk are no headers, whatever they hold. */
function skipLines(text: string, from: number, amount: number): number {
  let at = from;
  for (let left = amount; left > 0 && at < text.length; left--) {
    at = lineEnd(text, at) + 1;
    while (text[at] === "\\") at = lineEnd(text, at) + 1;
  }
  return at;
}

interface Hunk {
  readonly formerStart: number;
  readonly removed: number;
  readonly start: number;
  readonly added: number;
}

function hunkOf(line: string): Hunk | undefined {
  const numbers = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
  if (!numbers) return undefined;
  const [formerStart, removed, start, added] = numbers.slice(1).map((text) => Number(text ?? 1));
  return { formerStart: formerStart!, removed: removed!, start: start!, added: added! };
}

/** The file in `diff --git a/FILE b/FILE`, where it is the same one twice. */
function fileOfHeader(line: string): string {
  const names = line.slice("diff --git ".length);
  const second = names.slice((names.length + 1) / 2);
  return unquote(second, "b/");
}

function nameIn(name: string, prefix: string): string | undefined {
  return name === "/dev/null" ? undefined : unquote(name.replace(/\t$/, ""), prefix);
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** A name as git writes it: between quotes, where it holds characters that would confuse. */
export function unquote(name: string, prefix = ""): string {
  const plain = name.startsWith('"') && name.endsWith('"') ? withoutEscapes(name.slice(1, -1)) : name;
  return plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
}

function withoutEscapes(text: string): string {
  const bytes: number[] = [];
  for (const [part, escaped] of text.matchAll(/\\([0-7]{3}|.)|[^\\]+/gs)) {
    if (escaped === undefined) bytes.push(...new TextEncoder().encode(part));
    else if (escaped.length === 3) bytes.push(Number.parseInt(escaped, 8) & 0xff);
    else bytes.push(escapes[escaped] ?? escaped.codePointAt(0)!);
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
