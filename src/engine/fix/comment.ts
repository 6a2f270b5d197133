import type { Texts } from "../../model/files.ts";
import type { Place } from "../../model/place.ts";
import type { Edit } from "./edit.ts";
import { lineEnd, wholeLines } from "./lines.ts";
import { originOf } from "./origin.ts";

/** Takes a comment away: its line where it stands alone, else what is left of it and of the blanks before it. */
export function withoutComment(at: Place, texts: Texts): Edit | undefined {
  const source = texts.get(at.file);
  if (!source || originOf(at.file, source.text)) return undefined;
  const { text } = source;
  const [from, to] = [source.offset(at.start), source.offset(at.end)];
  const lines = wholeLines(text, from, to);
  if (lines.from !== from || lines.to !== to) return { file: at.file, ...lines, text: "" };
  if (lineEnd(text, to) !== to) return undefined;
  return { file: at.file, from: text.slice(0, from).trimEnd().length, to, text: "" };
}
