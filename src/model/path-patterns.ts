import { matchesSegment, type Piece, segmentPattern } from "./segment-pattern.ts";

/** A pattern as in `.gitignore`, taken apart at its slashes; `any` stands for `**`. */
interface PathPattern {
  readonly isNegated: boolean;
  /** Ends with a slash: it names a folder and what is in it. */
  readonly isFolder: boolean;
  readonly segments: readonly ("any" | readonly Piece[])[];
}

/**
 * Patterns of files, written as in `.gitignore` and relative to a folder. A pattern also covers what lies in a folder
 * that it names. The last pattern that covers a file decides; one that starts with `!` takes it out again.
 */
export class PathPatterns {
  readonly #patterns: readonly PathPattern[];
  readonly #base: string;

  /** `base` is relative to the project root, "" being the root; files outside of it are never covered. */
  constructor(patterns: readonly string[], base: string) {
    this.#patterns = patterns.map(pathPattern);
    this.#base = base === "" ? "" : `${base}/`;
  }

  /** Whether the patterns choose a file, by its path relative to the project root. */
  cover(path: string): boolean {
    const decisive = this.#patterns.findLast((pattern) => this.#fits(pattern, path));
    return decisive !== undefined && !decisive.isNegated;
  }

  /** The indices of the patterns that cover none of the files. */
  idleAmong(paths: readonly string[]): number[] {
    return [...this.#patterns.keys()].filter(
      (index) => !paths.some((path) => this.#fits(this.#patterns[index]!, path)),
    );
  }

  #fits(pattern: PathPattern, path: string): boolean {
    if (!path.startsWith(this.#base)) return false;
    return coversPath(pattern, path.slice(this.#base.length).split("/"));
  }
}

function pathPattern(text: string): PathPattern {
  const isNegated = text.startsWith("!");
  const body = (isNegated ? text.slice(1) : text).replace(/^\.\//, "");
  const isFolder = body.endsWith("/");
  const bare = isFolder ? body.slice(0, -1) : body;
  const names = bare.replace(/^\//, "").split("/");
  const anchored = bare.includes("/") ? names : ["**", ...names];
  return { isNegated, isFolder, segments: anchored.map((name) => (name === "**" ? "any" : segmentPattern(name))) };
}

/** Whether a pattern names a file or one of the folders that hold it. */
function coversPath({ segments, isFolder }: PathPattern, names: readonly string[]): boolean {
  const longest = isFolder ? names.length - 1 : names.length;
  for (let length = longest; length > 0; length--) {
    if (matchesNames(segments, names.slice(0, length))) return true;
  }
  return false;
}

/** The same walk as within a segment; `**` at the end stands for at least one name. */
function matchesNames(segments: PathPattern["segments"], names: readonly string[]): boolean {
  let [at, segment] = [0, 0];
  let [starSegment, starAt] = [-1, 0];
  while (at < names.length) {
    const current = segments[segment];
    if (current === "any") {
      if (segment === segments.length - 1) return true;
      [starSegment, starAt] = [segment, at];
      segment += 1;
    } else if (current && matchesSegment(current, names[at]!)) {
      at += 1;
      segment += 1;
    } else if (starSegment >= 0) {
      starAt += 1;
      [at, segment] = [starAt, starSegment + 1];
    } else return false;
  }
  return segment === segments.length;
}
