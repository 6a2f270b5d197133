import { Excerpt, type SourceText, type Stretch } from "../../model/place.ts";
import type { Span } from "./tree-builder.ts";

/**
 * The content of a scalar as a text whose places are those of the file. Whatever the style (block, folded, quoted), the
 * letters of the content stand in the source in the same order; between them come indentation, quotes and escapes.
 */
export function textOfScalar(source: SourceText, content: string, span: Span): SourceText {
  const stretches: Stretch[] = [];
  let outer = startOfContent(source.text, span);
  let expected = -1;
  for (let inner = 0; inner < content.length; inner++) {
    outer = seek(source.text, outer, span.to, content.charCodeAt(inner));
    if (outer !== expected) stretches.push({ inner, outer });
    outer++;
    expected = outer;
  }
  if (stretches.length === 0) stretches.push({ inner: 0, outer: span.from });
  return new Excerpt(source, content, stretches);
}

/** Past the `|-` of a block or the opening quote. */
function startOfContent(text: string, { from, to }: Span): number {
  const first = text[from];
  if (first === "|" || first === ">") {
    const lineFeed = text.indexOf("\n", from);
    return lineFeed < 0 ? to : lineFeed + 1;
  }
  return first === '"' || first === "'" ? from + 1 : from;
}

/** The offset at which a letter of the content stands, at or after `from`. */
function seek(text: string, from: number, to: number, code: number): number {
  let at = from;
  while (at < to) {
    const found = text.charCodeAt(at);
    if (found === code) return at;
    if (isBlank(code) && isBlank(found)) return at;
    if (!isBlank(found) && found !== backslash && found !== singleQuote) return from;
    if (found === backslash && isBlank(code)) return at;
    at++;
  }
  return from;
}

const backslash = 92;
const singleQuote = 39;

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}
