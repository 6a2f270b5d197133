import type { Report } from "../../engine/report.ts";
import type { SourceText } from "../../model/place.ts";
import { type Span, secretSpans, united } from "../../model/secret-text.ts";

/** Read on either side of what is shown, because what names a secret can stand before it. */
const margin = 4000;

/** The secrets between two offsets of a file: those the model knows, and those that the code itself gives away. */
export function secretsBetween(
  source: SourceText,
  from: number,
  to: number,
  secrets: Report["secrets"],
): readonly Span[] {
  const { start, end } = surroundings(source.text, from, to);
  const written = secretSpans(source.text.slice(start, end)).map((span) => ({
    from: span.from + start,
    to: span.to + start,
  }));
  const known = (secrets?.in(source.file) ?? []).map((place) => ({
    from: source.offset(place.start),
    to: source.offset(place.end),
  }));
  return united([...written, ...known].filter((span) => span.from < to && span.to > from));
}

/** The lines of what is shown, as far as they are not endless. */
function surroundings(text: string, from: number, to: number): { start: number; end: number } {
  const begin = Math.max(0, from - margin);
  const lineBreak = text.slice(to, to + margin).indexOf("\n");
  return {
    start: begin + text.slice(begin, from).lastIndexOf("\n") + 1,
    end: lineBreak < 0 ? Math.min(text.length, to + margin) : to + lineBreak,
  };
}

/** The text between two offsets, each secret in it replaced by a mask. */
export function maskedText(text: string, from: number, to: number, spans: readonly Span[], mask: string): string {
  let shown = "";
  let at = from;
  for (const span of spans) {
    if (span.to <= at || span.from >= to) continue;
    shown += text.slice(at, Math.max(at, span.from)) + mask;
    at = Math.min(to, span.to);
  }
  return shown + text.slice(at, to);
}
