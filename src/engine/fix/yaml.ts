import type { Edit } from "./edit.ts";
import type { Insertion } from "./hcl.ts";
import { lineBreakOf, lineEnd, lineStart, skipBlanks, skipSpace, wholeLines } from "./lines.ts";

type Replacement = Omit<Edit, "file">;

/** Writes an entry at the end of a mapping, which stretches from its first key, or from its brace, to its last value. */
export function insertIntoYaml(text: string, from: number, to: number, { names, value }: Insertion) {
  if (text[from] === "{") return [intoFlow(text, from, names, value)];
  const column = from - lineStart(text, from);
  const end = lineBreakOf(text);
  const unit = indentOf(text);
  const lines = names.map((name, index) => {
    const indent = " ".repeat(column + unit * index);
    return index === names.length - 1 ? `${indent}${name}: ${value}` : `${indent}${name}:`;
  });
  const at = lineEnd(text, to);
  return [{ from: at, to: at, text: end + lines.join(end) }];
}

/** How many spaces a text indents by, as its first indented line has it. */
function indentOf(text: string): number {
  const spaces = /\n( {1,8})[^\s#-]/.exec(text.slice(0, 10_000))?.[1];
  return spaces?.length ?? 2;
}

function intoFlow(text: string, open: number, names: readonly string[], value: string): Replacement {
  const written = names
    .toReversed()
    .reduce((inner, name, index) => `${name}: ${index === 0 ? inner : `{ ${inner} }`}`, value);
  const next = skipSpace(text, open + 1);
  if (text[next] === "}") return { from: open + 1, to: next, text: ` ${written} ` };
  return { from: next, to: next, text: `${written}, ` };
}

/** Takes an entry of a block mapping away, from its key to the end of its value; it must have its lines to itself. */
export function removeFromYaml(text: string, from: number, to: number): Replacement[] | undefined {
  const stop = endWithRemark(text, to);
  const lines = wholeLines(text, from, stop);
  const isAlone = lines.from !== from || lines.to !== stop || lineStart(text, from) === from;
  return isAlone ? [{ ...lines, text: "" }] : undefined;
}

/** A remark behind what goes was about that. */
function endWithRemark(text: string, end: number): number {
  const next = skipBlanks(text, end);
  return text[next] === "#" && next > end ? lineEnd(text, next) : end;
}
