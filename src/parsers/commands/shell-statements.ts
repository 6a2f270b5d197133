import type { Assignment, Script, Word } from "./script.ts";

type Statement = Pick<Assignment, "source" | "from" | "to" | "order" | "branch">;

const declarers = new Set(["export", "declare", "typeset", "readonly", "local"]);

/** Sorts the words of one command line into assignments and a command. */
export function recordSimpleCommand(script: Script, at: Statement, words: readonly Word[], text: string): void {
  const first = textOf(words[0]!, text);
  if (declarers.has(first)) {
    for (const word of words.slice(1)) recordAssignment(script, at, word, text, first === "local");
    return;
  }
  if (first === "read" || first === "for" || first === "select" || first === "mapfile" || first === "readarray") {
    recordOutside(script, at, words, text);
    return;
  }
  const command = words.findIndex((word) => !isAssignment(word, text));
  if (command >= 0) {
    const rest = words.slice(command);
    const before = words.slice(0, command);
    script.commands.push({ ...at, from: rest[0]!.from, words: rest, ...(before.length > 0 && { before }) });
    return;
  }
  for (const word of words) recordAssignment(script, at, word, text, false);
}

function textOf(word: Word, text: string): string {
  return text.slice(word.from, word.to);
}

/** The start of a word that is `name=`, `name+=`; escapes and quotes before the sign make it none. */
function isAssignment(word: Word, text: string): boolean {
  return assignedName(word, text) !== undefined;
}

function assignedName(word: Word, text: string): { name: string; append: boolean; to: number } | undefined {
  const first = word.pieces[0];
  if (first?.form !== "literal" || first.from !== word.from) return undefined;
  const match = /^([A-Za-z_]\w*)(?:\[[^\]]{0,60}\])?(\+?)=/.exec(text.slice(first.from, first.to));
  return match ? { name: match[1]!, append: match[2] === "+", to: first.from + match[0].length } : undefined;
}

function recordAssignment(script: Script, at: Statement, word: Word, text: string, local: boolean): void {
  const assigned = assignedName(word, text);
  if (!assigned) return;
  const { name, append } = assigned;
  const element = text[assigned.to - (append ? 3 : 2)] === "]";
  const value = element ? undefined : valueFrom(word, assigned.to);
  script.assignments.push({ ...at, from: word.from, to: word.to, name, value, append, local });
}

/** What a word says after the sign of an assignment. */
function valueFrom(word: Word, from: number): Word {
  const [first, ...rest] = word.pieces;
  const literal = first as { from: number; to: number; text: string };
  const left = literal.text.slice(from - literal.from);
  const pieces = left === "" ? rest : [{ form: "literal" as const, from, to: literal.to, text: left }, ...rest];
  return { from, to: word.to, pieces, quoted: true };
}

/** Variables that `read` and `for` set: their values come from outside, or are several. */
function recordOutside(script: Script, at: Statement, words: readonly Word[], text: string): void {
  for (const word of words.slice(1)) {
    const name = textOf(word, text);
    if (name === "in") return;
    if (!/^[A-Za-z_]\w*$/.test(name)) continue;
    script.assignments.push({
      ...at,
      from: word.from,
      to: word.to,
      name,
      value: undefined,
      append: false,
      local: false,
    });
  }
}
