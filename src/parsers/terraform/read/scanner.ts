import { CR, HASH, identifierEnd, LF, SLASH, SPACE, STAR, TAB } from "./characters.ts";
import type { Comment, SyntaxProblem } from "./syntax.ts";

/** How deep brackets, blocks and templates may be nested. */
const maximumNesting = 200;
/** How high the tree of one expression may grow: long chains of operators lean to the left. */
const maximumHeight = 500;
/** After so many problems the rest of a file is left unread. */
export const maximumProblems = 100;

/**
 * How much of the file was read in vain: up to the problem, or beyond it to the end of the file, looking for the end of a
 * block, a heredoc or a comment.
 */
export type Reach = "problem" | "block" | "heredoc" | "comment";

/** Thrown where a text cannot be read any further; the outermost item that is being read catches it. */
export class SyntaxFailure {
  readonly problem: SyntaxProblem;
  readonly reach: Reach;

  constructor(problem: SyntaxProblem, reach: Reach) {
    this.problem = problem;
    this.reach = reach;
  }
}

/** The position in a text that is being read, and what was noticed on the way. */
export class Scanner {
  readonly text: string;
  /** Reading stops here. */
  readonly end: number;
  at: number;
  /** Whether a newline ends something here; within parentheses and brackets it does not. */
  newlineEnds = true;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Comment[] = [];
  /** Height of the expression that was read last. */
  height = 0;
  #nesting = 0;
  readonly #wantsComments: boolean;

  constructor(text: string, at: number, end: number, wantsComments: boolean) {
    this.text = text;
    this.at = at;
    this.end = end;
    this.#wantsComments = wantsComments;
  }

  /** The character code at the position; NaN at the end, which equals nothing. */
  code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : Number.NaN;
  }

  /** Moves over blanks and comments, and over newlines where they end nothing. */
  skip(): void {
    const { text, end } = this;
    while (this.at < end) {
      const code = text.charCodeAt(this.at);
      if (code === SPACE || code === TAB) this.at++;
      else if (code === LF) {
        if (this.newlineEnds) return;
        this.at++;
      } else if (code === CR) {
        if (this.newlineEnds || text.charCodeAt(this.at + 1) !== LF) return;
        this.at += 2;
      } else if ((code !== HASH && code !== SLASH) || !this.#skipComment(code)) return;
    }
  }

  /** Moves over blanks, comments and newlines. */
  skipLines(): void {
    const before = this.newlineEnds;
    this.newlineEnds = false;
    this.skip();
    this.newlineEnds = before;
  }

  /** Whether a line ends at the position, or the text. */
  atLineEnd(): boolean {
    const code = this.code();
    if (code === CR) return this.text.charCodeAt(this.at + 1) === LF;
    return code === LF || this.at >= this.end;
  }

  /** Goes one level down; every `nest` that returns is followed by an `unnest`. */
  nest(from: number): void {
    if (++this.#nesting > maximumNesting) {
      this.fail(`This is nested more than ${maximumNesting} levels deep`, from, from + 1);
    }
  }

  unnest(): void {
    this.#nesting--;
  }

  /** Starts again on the outermost level, after a failure. */
  surface(): void {
    this.#nesting = 0;
    this.height = 0;
    this.newlineEnds = true;
  }

  /** Records that an expression stands on top of others, the highest of which has the given height. */
  grow(height: number, from: number): void {
    this.height = height + 1;
    if (this.height > maximumHeight) {
      this.fail(`This expression is more than ${maximumHeight} operations deep`, from, from + 1);
    }
  }

  /** Records a problem that costs only what it covers; too many of them end the reading. */
  report(problem: SyntaxProblem): void {
    if (this.problems.length >= maximumProblems) throw new SyntaxFailure(problem, "problem");
    this.problems.push(problem);
  }

  fail(message: string, from: number = this.at, to: number = from, reach: Reach = "problem"): never {
    throw new SyntaxFailure({ message, from, to }, reach);
  }

  /** Fails at the position: `expected` says what should stand there. */
  expected(expected: string): never {
    const [what, length] = this.#describe();
    this.fail(`Expected ${expected}, found ${what}`, this.at, this.at + length);
  }

  #describe(): [string, number] {
    if (this.at >= this.end) return ["the end of the file", 0];
    if (this.atLineEnd()) return ["the end of the line", 0];
    const word = this.text.slice(this.at, Math.min(identifierEnd(this.text, this.at), this.end));
    if (word) return [`"${word.length > 40 ? `${word.slice(0, 40)}…` : word}"`, word.length];
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    if (character < " ") return ["a control character", 1];
    return [character === '"' ? "a quotation mark" : `"${character}"`, character.length];
  }

  /** Moves over the comment at the position; says whether there is one. */
  #skipComment(code: number): boolean {
    if (code === HASH) this.#skipLineComment(1);
    else {
      const next = this.text.charCodeAt(this.at + 1);
      if (next === SLASH) this.#skipLineComment(2);
      else if (next === STAR) this.#skipBlockComment();
      else return false;
    }
    return true;
  }

  #skipLineComment(marker: number): void {
    const from = this.at;
    let to = this.text.indexOf("\n", from);
    if (to < 0 || to > this.end) to = this.end;
    else if (this.text.charCodeAt(to - 1) === CR) to--;
    this.at = to;
    if (this.#wantsComments) this.#keep(from, to, from + marker, to);
  }

  #skipBlockComment(): void {
    const from = this.at;
    const close = this.text.indexOf("*/", from + 2);
    if (close < 0 || close + 2 > this.end) {
      this.fail('Expected "*/" to close the comment', from, from + 2, "comment");
    }
    this.at = close + 2;
    if (this.#wantsComments) this.#keep(from, close + 2, from + 2, close);
  }

  #keep(from: number, to: number, textFrom: number, textTo: number): void {
    const text = this.text.slice(textFrom, textTo);
    if (!text.includes("ml-lint")) return;
    this.comments.push({ from, to, text: text.trim(), alone: this.#isAlone(from, to) });
  }

  #isAlone(from: number, to: number): boolean {
    const { text } = this;
    let before = from - 1;
    while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
    if (before >= 0 && text.charCodeAt(before) !== LF) return false;
    let after = to;
    while (after < text.length && isBlank(text.charCodeAt(after))) after++;
    return after >= text.length || text.charCodeAt(after) === LF;
  }
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CR;
}
