import type { Edit } from "./edit.ts";

type Replacement = Omit<Edit, "file">;

/** Writes an option behind the words that name a command of the Azure CLI, which begins at `from`. */
export function insertOption(text: string, from: number, words: readonly string[], option: string) {
  const at = endOfWords(text, from, ["az", ...words]);
  return at === undefined ? undefined : [insert(at, ` ${option}`)];
}

/** Writes one more `key=value` behind the last one of an option. */
export function insertSetting(text: string, to: number, setting: string): Replacement[] | undefined {
  const at = text[to] === '"' || text[to] === "'" ? to + 1 : to;
  return /[\s\\`|&;)]|^$/.test(text[at] ?? "") ? [insert(at, ` ${setting}`)] : undefined;
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
  let at = from;
  for (;;) {
    const character = text[at];
    if (character === " " || character === "\t") at++;
    else if ((character === "\\" || character === "`") && text[at + 1] === "\n") at += 2;
    else if ((character === "\\" || character === "`") && text.startsWith("\r\n", at + 1)) at += 3;
    else return at;
  }
}

/** Takes an option, or one `key=value` of it, away with the blanks before it. */
export function removeWords(text: string, from: number, to: number): Replacement[] {
  let start = from;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t")) start--;
  return [{ from: start, to, text: "" }];
}

function insert(at: number, text: string): Replacement {
  return { from: at, to: at, text };
}
