import { characterWidth, displayWidth, wrap } from "../../report/text/width.ts";

/** Breaks a text into lines of at most `width` columns: at spaces, and within words that are longer, behind a dot, slash or dash if there is one. */
export function breakText(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  return wrap(
    text
      .split(" ")
      .flatMap((word) => breakWord(word, width))
      .join(" "),
    width,
  );
}

function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  let columns = 0;
  for (const character of word) {
    const more = characterWidth(character);
    if (columns + more > width) {
      const joint = lastJoint(part);
      parts.push(part.slice(0, joint));
      part = part.slice(joint);
      columns = displayWidth(part);
    }
    part += character;
    columns += more;
  }
  return [...parts, part];
}

/** Behind the last character at which a name may be broken, if that leaves no stub. */
function lastJoint(text: string): number {
  for (let at = text.length - 1; at > text.length / 2; at--) {
    if ("./-_]".includes(text[at]!)) return at + 1;
  }
  return text.length;
}
