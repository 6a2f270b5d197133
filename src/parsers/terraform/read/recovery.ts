import { CLOSE_BRACE, EQUALS, HASH, identifierEnd, MINUS, OPEN_BRACE, QUOTE, SPACE, TAB } from "./characters.ts";
import { maximumProblems, type Scanner, type SyntaxFailure } from "./scanner.ts";

/** How many searches to the end of the file may be in vain: more would make reading quadratic. */
const maximumFarSearches = 10;

/** Finds where reading goes on after an item of the file that could not be read. */
export class Recovery {
  readonly #scanner: Scanner;
  #farSearches = 0;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /**
   * Sets the position behind the broken item that starts at the offset: behind the closing brace that stands no further
   * right than the item, or before the next item that does.
   */
  resume(item: number, failure: SyntaxFailure): void {
    const scanner = this.#scanner;
    scanner.at = Math.max(this.#resumeAt(item, failure), item + 1);
    scanner.surface();
    while ((scanner.comments.at(-1)?.from ?? -1) >= scanner.at) scanner.comments.pop();
    while ((scanner.problems.at(-1)?.from ?? -1) >= scanner.at) scanner.problems.pop();
    scanner.problems.push(failure.problem);
    if (scanner.problems.length >= maximumProblems) scanner.at = scanner.end;
  }

  #resumeAt(item: number, { problem, reach }: SyntaxFailure): number {
    const { text, end } = this.#scanner;
    if (reach === "comment") return end;
    if (reach !== "problem" && ++this.#farSearches > maximumFarSearches) return end;
    const itemLine = lineStart(text, item);
    const indentation = firstOfLine(text, itemLine) - itemLine;
    let line = reach === "block" ? itemLine : lineStart(text, Math.min(problem.from, end));
    if (line <= item) line = lineAfter(text, itemLine);
    let comments = -1;
    while (line < end) {
      const first = firstOfLine(text, line);
      if (startsComment(text, first)) {
        if (comments < 0) comments = first;
        line = lineAfter(text, line);
        continue;
      }
      if (first - line <= indentation) {
        if (text.charCodeAt(first) === CLOSE_BRACE) return lineAfter(text, first) - 1;
        if (startsItem(text, first)) return comments < 0 ? first : comments;
      }
      comments = -1;
      line = this.#lineAfterHeredoc(line);
    }
    return end;
  }

  /** The start of the next line that is not the text of a heredoc begun on this one. */
  #lineAfterHeredoc(line: number): number {
    const { text } = this.#scanner;
    const next = lineAfter(text, line);
    const opened = text.slice(line, next).lastIndexOf("<<");
    if (opened < 0) return next;
    const open = line + opened;
    const from = text.charCodeAt(open + 2) === MINUS ? open + 3 : open + 2;
    const to = identifierEnd(text, from);
    if (to === from || text.slice(to, next).trim() !== "" || this.#farSearches > maximumFarSearches) return next;
    const marker = text.slice(from, to);
    for (let at = next; at < text.length; at = lineAfter(text, at)) {
      const first = firstOfLine(text, at);
      if (text.startsWith(marker, first) && text.slice(first + marker.length, lineAfter(text, at)).trim() === "") {
        return lineAfter(text, at);
      }
    }
    this.#farSearches++;
    return next;
  }
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** The start of the next line; beyond the end if there is none. */
function lineAfter(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length + 1 : end + 1;
}

function firstOfLine(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
  return at;
}

function startsComment(text: string, at: number): boolean {
  return text.charCodeAt(at) === HASH || text.startsWith("//", at);
}

/** Whether a line looks like the first one of an attribute or a block. */
function startsItem(text: string, from: number): boolean {
  const end = identifierEnd(text, from);
  if (end === from) return false;
  const next = firstOfLine(text, end);
  const code = text.charCodeAt(next);
  if (code === EQUALS) return text.charCodeAt(next + 1) !== EQUALS;
  return code === OPEN_BRACE || code === QUOTE;
}
