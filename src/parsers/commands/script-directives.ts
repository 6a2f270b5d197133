import { comparePositions, type Place } from "../../model/place.ts";
import type { Directive } from "../parser.ts";
import type { Comment } from "./script.ts";
import type { ScriptUnit } from "./unit.ts";

/** The comments of a unit that speak to ml-lint: beside a line they cover it, above a command they cover that. */
export function scriptDirectives(unit: ScriptUnit): Directive[] {
  const comments = [...unit.script.comments, ...unit.comments];
  if (comments.length === 0) return [];
  const statements = [...unit.script.commands, ...unit.script.assignments]
    .map(({ source, from, to }) => source.place(from, to))
    .sort((a, b) => comparePositions(a.start, b.start));
  return comments.map((comment) => directiveOf(comment, statements));
}

function directiveOf(comment: Comment, statements: readonly Place[]): Directive {
  const { source, from, to, text, alone } = comment;
  const at = source.place(from, to);
  const next = alone ? statements.find((place) => comparePositions(place.start, at.end) >= 0) : undefined;
  if (next) return { at, text, covers: next };
  const line = source.text.lastIndexOf("\n", from - 1) + 1;
  const end = source.text.indexOf("\n", to);
  return { at, text, covers: source.place(line, end < 0 ? source.text.length : end) };
}
