import type { Edit } from "./edit.ts";
import { skipBlanks } from "./lines.ts";

type Replacement = Omit<Edit, "file">;

/** Writes an option behind the words that name a command of the Azure CLI, which begins at `from`. */
export function insertOption(text: string, from: number, words: readonly string[], option: string) {
  const at = endOfWords(text, from, ["az", ...words]);
  return at === undefined ? undefined : [insert(at, ` ${option}`)];
}

/** Writes one more `key=value` behind the last one of an option, which ends at `to`. */
export function insertSetting(text: string, to: number, setting: string): Replacement[] | undefined {
  const at = isOwnQuote(text, to) ? to + 1 : to;
  return /[\s\\`"'|&;)]|^$/.test(text[at] ?? "") ? [insert(at, ` ${setting}`)] : undefined;
}

/** A quote behind a word ends it where it also began in it; else it ends what holds the whole command. */
function isOwnQuote(text: string, to: number): boolean {
  const quote = text[to];
  if (quote !== '"' && quote !== "'") return false;
  let at = to;
  while (at > 0 && !/\s/.test(text[at - 1]!) && text[at - 1] !== quote) at--;
  return text[at - 1] === quote;
}

/** A quote may begin a word, or only the value in it. */
function quoteBefore(text: string, at: number, quote: string): number {
  return text[at - 1] === quote ? at - 1 : at;
}

function endOfWords(text: string, from: number, words: readonly string[]): number | undefined {
  let at = from;
  for (const [index, word] of words.entries()) {
    if (index > 0) at = skipToNextWord(text, at);
    if (!text.startsWith(word, at)) return undefined;
    at += word.length;
    if (!/[\s\\`]|^$/.test(text[at] ?? "")) return undefined;
  }
  return at;
}

/** Blanks, and line breaks that a backslash or a backtick takes back. */
function skipToNextWord(text: string, from: number): number {
  for (let at = from; ; ) {
    at = skipBlanks(text, at);
    const next = endOfContinuation(text, at);
    if (next === undefined) return at;
    at = next;
  }
}

/** Takes an option, or one `key=value` of it, away with the blanks before it, or with its line where that holds no more. */
export function removeWords(text: string, first: number, last: number): Replacement[] {
  const [from, to] = isOwnQuote(text, last) ? [quoteBefore(text, first, text[last]!), last + 1] : [first, last];
  let start = from;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t")) start--;
  const behind = skipBlanks(text, to);
  const isFirst = start > 0 && text[start - 1] === "\n";
  if (!isFirst) return [{ from: start, to, text: "" }];
  const next = endOfContinuation(text, behind);
  if (next !== undefined) return [{ from: start, to: next, text: "" }];
  const isLast = behind === text.length || text[behind] === "\n" || text[behind] === "\r";
  if (!isLast) return [{ from, to: behind, text: "" }];
  return [{ from: startOfContinuation(text, start) ?? start, to, text: "" }];
}

/** Where the next line begins, if a sign at `at` takes the line break before it back. */
function endOfContinuation(text: string, at: number): number | undefined {
  if (text[at] !== "\\" && text[at] !== "`") return undefined;
  if (text[at + 1] === "\n") return at + 2;
  return text.startsWith("\r\n", at + 1) ? at + 3 : undefined;
}

/** Where the blanks and the sign begin that take back the line break before a line. */
function startOfContinuation(text: string, line: number): number | undefined {
  let at = text[line - 2] === "\r" ? line - 2 : line - 1;
  if (text[at - 1] !== "\\" && text[at - 1] !== "`") return undefined;
  at--;
  while (text[at - 1] === " " || text[at - 1] === "\t") at--;
  return at;
}

function insert(at: number, text: string): Replacement {
  return { from: at, to: at, text };
}
