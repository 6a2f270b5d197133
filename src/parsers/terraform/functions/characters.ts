/** What Unicode calls white space. */
const spaces = new Set(
  "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them: a letter with its accents is one. */
export function graphemesOf(text: string): string[] {
  if (isPlain(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Whether every unit is a character of its own: ASCII without carriage returns, which join line feeds. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7e || unit === 0x0d) return false;
  }
  return true;
}

/** Changes letters one by one: what would become several letters stays as it is. */
export function changeCase(text: string, to: "lower" | "upper"): string {
  if (isPlain(text)) return to === "lower" ? text.toLowerCase() : text.toUpperCase();
  let result = "";
  for (const character of text) {
    const changed = to === "lower" ? character.toLowerCase() : character.toUpperCase();
    result += [...changed].length === 1 ? changed : simpleCase(character, to);
  }
  return result;
}

/** İ has a small letter of its own beside the pair of characters that JavaScript gives. */
function simpleCase(character: string, to: "lower" | "upper"): string {
  return character === "\u0130" && to === "lower" ? "i" : character;
}

/** Every letter that follows a separator becomes a capital one. */
export function titleCase(text: string): string {
  let result = "";
  let before = " ";
  for (const character of text) {
    result += isSeparator(before) ? changeCase(character, "upper") : character;
    before = character;
  }
  return result;
}

function isSeparator(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code >= 0x80) return spaces.has(character);
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return !isLetter && !(code >= 0x30 && code <= 0x39) && character !== "_";
}

export function trimSpace(text: string): string {
  return trimWhile(text, (character) => spaces.has(character));
}

export function trimCharacters(text: string, characters: string): string {
  const cut = new Set(characters);
  return trimWhile(text, (character) => cut.has(character));
}

function trimWhile(text: string, isCut: (character: string) => boolean): string {
  const characters = isPlain(text) ? text : [...text];
  let from = 0;
  let to = characters.length;
  while (from < to && isCut(characters[from]!)) from++;
  while (to > from && isCut(characters[to - 1]!)) to--;
  const kept = characters.slice(from, to);
  return typeof kept === "string" ? kept : kept.join("");
}

export function withoutLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return text.slice(0, end);
}
