import { Lexer } from "yaml";
import type { SourceText } from "../../model/place.ts";
import type { Directive } from "../parser.ts";
import type { YamlDocument } from "./documents.ts";

/** Marks that the lexer puts between tokens and that stand for no text. */
const marks = new Set(["\x02", "\x18", "\x1f"]);

/** The comments of a YAML file that speak to ml-lint, each with the line or the next entry that it covers. */
export function yamlDirectives(source: SourceText, documents: readonly YamlDocument[]): Directive[] {
  if (!source.text.includes("ml-lint")) return [];
  const entries = documents.flatMap((document) => document.entries).sort((a, b) => a.from - b.from || b.to - a.to);
  const directives: Directive[] = [];
  for (const { from, to } of comments(source.text)) {
    const text = source.text.slice(from + 1, to).trim();
    if (!text.includes("ml-lint")) continue;
    const line = source.text.lastIndexOf("\n", from - 1) + 1;
    const alone = source.text.slice(line, from).trim() === "";
    const next = alone ? entries.find((entry) => entry.from >= to) : undefined;
    const covers = next ? source.place(next.from, next.to) : source.place(line, to);
    directives.push({ at: source.place(from, to), text, covers });
  }
  return directives;
}

function comments(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue;
    if (token.startsWith("#")) found.push({ from: at, to: at + token.length });
    at += token.length;
  }
  return found;
}
