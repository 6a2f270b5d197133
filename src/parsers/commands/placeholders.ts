/** Longer text in angle brackets is prose or a redirection. */
const longestPlaceholder = 120;

const refusedInAngles = new Set(["<", "\n", "|", "&", ";", '"', "'", "`", "$"]);

/**
 * The end of a placeholder such as `<resource group>` that starts at `from`, or undefined when the bracket redirects
 * input: a placeholder hugs its text on both sides.
 */
export function endOfAnglePlaceholder(text: string, from: number): number | undefined {
  const first = text[from + 1];
  if (first === undefined || !isNameStart(first)) return undefined;
  const last = Math.min(text.length, from + longestPlaceholder);
  for (let at = from + 1; at < last; at++) {
    const letter = text[at]!;
    if (letter === ">") return text[at - 1] === " " ? undefined : at + 1;
    if (refusedInAngles.has(letter)) return undefined;
  }
  return undefined;
}

/** The end of `{name}` or `[name]` that starts at `from`; JSON, globs and brace lists are none. */
export function endOfBracketPlaceholder(text: string, from: number): number | undefined {
  const close = text[from] === "{" ? "}" : "]";
  if (!isLetter(text[from + 1])) return undefined;
  const last = Math.min(text.length, from + longestPlaceholder);
  for (let at = from + 2; at < last; at++) {
    const letter = text[at]!;
    if (letter === close) return at - from > 2 ? at + 1 : undefined;
    if (!isNameStart(letter) && letter !== " " && letter !== "-") return undefined;
  }
  return undefined;
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && ((letter >= "a" && letter <= "z") || (letter >= "A" && letter <= "Z"));
}

function isNameStart(letter: string): boolean {
  return isLetter(letter) || letter === "_" || (letter >= "0" && letter <= "9") || letter > "\x7f";
}
