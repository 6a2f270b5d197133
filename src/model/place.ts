/** Lines and columns count from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where something is written: a half-open range of a file, its path relative to the project root with `/`. */
export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/**
 * A text that knows its file and where its lines begin. Parsers work on offsets and ask for places;
 * a place computes its lines only when it is shown, so that places cost little.
 */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The place between two offsets of the text. */
  place(from: number, to: number): Place {
    return new LazyPlace(this, from, to);
  }

  /** Line and column of an offset. */
  position(offset: number): Position {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** The offset of a position, the inverse of {@link position}. */
  offset(position: Position): number {
    const starts = this.#starts();
    const line = starts[Math.min(position.line, starts.length) - 1] ?? 0;
    return Math.min(line + position.column - 1, this.text.length);
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

/** One stretch of an excerpt: from `inner` on, the excerpt's text stands at `outer` in the enclosing text. */
export interface Stretch {
  readonly inner: number;
  readonly outer: number;
}

/**
 * A text taken out of another one (a script in a YAML scalar, a command in a heredoc): its places are those of the
 * enclosing file. Stretches are sorted by `inner` and cover the excerpt from 0 on.
 */
export class Excerpt extends SourceText {
  readonly #outer: SourceText;
  readonly #stretches: readonly Stretch[];

  constructor(outer: SourceText, text: string, stretches: readonly Stretch[]) {
    super(outer.file, text);
    this.#outer = outer;
    this.#stretches = stretches;
  }

  override place(from: number, to: number): Place {
    const start = this.#outward(from);
    const end = to > from ? this.#outward(to - 1) + 1 : start;
    return this.#outer.place(start, end);
  }

  override position(offset: number): Position {
    return this.#outer.position(this.#outward(offset));
  }

  #outward(offset: number): number {
    const stretches = this.#stretches;
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stretches[middle]!.inner <= offset) low = middle;
      else high = middle - 1;
    }
    const stretch = stretches[low];
    return stretch ? stretch.outer + offset - stretch.inner : offset;
  }
}

class LazyPlace implements Place {
  readonly #text: SourceText;
  readonly #from: number;
  readonly #to: number;

  constructor(text: SourceText, from: number, to: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
  }

  get file(): string {
    return this.#text.file;
  }

  get start(): Position {
    return this.#text.position(this.#from);
  }

  get end(): Position {
    return this.#text.position(this.#to);
  }

  toJSON(): Place {
    return { file: this.file, start: this.start, end: this.end };
  }
}

/** Order of places: by file, then start, then end. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return comparePositions(a.start, b.start) || comparePositions(a.end, b.end);
}

/** Order of positions within one file. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** A key under which equal places are equal strings. */
export function placeKey(place: Place): string {
  const { start, end } = place;
  return `${place.file}:${start.line}:${start.column}-${end.line}:${end.column}`;
}
