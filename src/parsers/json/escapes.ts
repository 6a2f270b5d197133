import { Excerpt, type Place, type SourceText, type Stretch } from "../../model/place.ts";
import type { JsonString } from "./syntax.ts";

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The content of a string between its quotes, unescaped; `wrong` is the offset of the first invalid escape. */
export function readEscaped(text: string, from: number, to: number): { value: string; wrong?: number } {
  const written = text.slice(from, to);
  const parts: string[] = [];
  let wrong: number | undefined;
  let at = 0;
  for (let next = written.indexOf("\\"); next >= 0; next = written.indexOf("\\", at)) {
    const length = escapeLength(written, next);
    const meant = escapeMeaning(written, next, length);
    if (meant === undefined) wrong ??= from + next;
    parts.push(written.slice(at, next), meant ?? written.slice(next, next + length));
    at = next + length;
  }
  parts.push(written.slice(at));
  const value = parts.join("");
  return wrong === undefined ? { value } : { value, wrong };
}

/** Where in the text each stretch of a string's value stands; one stretch when nothing is escaped. */
export function stretchesOf(text: string, node: JsonString): Stretch[] {
  const from = node.from + 1;
  const stretches: Stretch[] = [{ inner: 0, outer: from }];
  if (node.to - from - 1 === node.value.length) return stretches;
  const written = text.slice(from, node.to - 1);
  let inner = 0;
  let at = 0;
  for (let next = written.indexOf("\\"); next >= 0; next = written.indexOf("\\", at)) {
    const length = escapeLength(written, next);
    inner += next - at + (escapeMeaning(written, next, length)?.length ?? length);
    at = next + length;
    stretches.push({ inner, outer: from + at });
  }
  return stretches;
}

function escapeLength(written: string, at: number): number {
  return isUnicodeEscape(written, at) ? 6 : Math.min(2, written.length - at);
}

function isUnicodeEscape(written: string, at: number): boolean {
  return written[at + 1] === "u" && /^[0-9a-fA-F]{4}$/.test(written.slice(at + 2, at + 6));
}

function escapeMeaning(written: string, at: number, length: number): string | undefined {
  if (length === 6) return String.fromCharCode(Number.parseInt(written.slice(at + 2, at + 6), 16));
  return simple[written[at + 1] ?? ""];
}

/** The value of a string as a text whose places are those of the file it stands in. */
export function excerptOf(source: SourceText, node: JsonString): SourceText {
  return new StringText(source, node.value, stretchesOf(source.text, node));
}

/** Unlike other excerpts it has no gaps: a stretch ends where the next one begins, behind the escape between them. */
class StringText extends Excerpt {
  readonly #outer: SourceText;
  readonly #stretches: readonly Stretch[];

  constructor(outer: SourceText, value: string, stretches: readonly Stretch[]) {
    super(outer, value, stretches);
    this.#outer = outer;
    this.#stretches = stretches;
  }

  override place(from: number, to: number): Place {
    return this.#outer.place(this.#outward(from), this.#outward(to));
  }

  #outward(offset: number): number {
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#stretches[middle]!.inner <= offset) low = middle;
      else high = middle - 1;
    }
    const { inner, outer } = this.#stretches[low]!;
    return outer + offset - inner;
  }
}
