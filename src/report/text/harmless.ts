/**
 * Characters that act instead of showing: control characters, marks that turn the direction of text, invisible tag
 * characters, and halves of surrogate pairs.
 */
const harmful =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** What most texts consist of; the pattern above is slow to compile and not needed for them. */
const printable = /^[\x20-\x7e]*$/;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Text from an input on one line, with everything that acts written as an escape. */
export function harmless(text: string): string {
  if (printable.test(text)) return text;
  return text.replace(harmful, (character) => named[character] ?? escapeOf(character));
}

/** Text for a terminal or a log: besides, nothing in it reads as a command to the runners of GitHub and Azure Pipelines. */
export function harmlessInLog(text: string): string {
  return harmless(text)
    .replace(/##(?=\[|vso\[)/g, "# #")
    .replace(/(?<=^|\s)::/g, ": :");
}

/** Replaces each character that acts by another one, for code in which columns must stay. */
export function harmlessCode(text: string, replacement: string): string {
  const shown = printable.test(text) ? text : text.replace(harmful, replacement);
  return shown.replace(/##(?=\[|vso\[)/g, `#${replacement}`);
}

/** Any text within JSON, still the same once it is parsed, with nothing that acts in a terminal on the way. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(harmful, (character) =>
    character === "\n" ? character : jsonEscapeOf(character),
  );
}

/** The same text without halves of surrogate pairs, which neither URIs nor UTF-8 can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

function jsonEscapeOf(character: string): string {
  let escaped = "";
  for (let at = 0; at < character.length; at++) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
