import type { Edit } from "./edit.ts";
import type { Insertion } from "./hcl.ts";
import { indentAt, indentUnit, isSpace, lineBreakOf, lineEnd, lineStart, skipBlanks, wholeLines } from "./lines.ts";

type Replacement = Omit<Edit, "file">;

interface Member {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** Where the comma behind it stands, if there is one. */
  readonly comma: number | undefined;
}

interface JsonBody {
  readonly open: number;
  readonly close: number;
  readonly members: readonly Member[];
}

/** Writes a member at the end of the object whose brace is the first from `from` on. */
export function insertIntoJson(text: string, from: number, insertion: Insertion): Replacement[] | undefined {
  const body = scanObject(text, text.indexOf("{", from));
  if (!body || body.members.some((member) => member.name === insertion.names[0])) return undefined;
  return text.slice(body.open, body.close).includes("\n")
    ? intoLines(text, body, insertion)
    : [intoOneLine(text, body, insertion)];
}

function intoLines(text: string, { open, close, members }: JsonBody, insertion: Insertion): Replacement[] {
  const outer = indentAt(text, open);
  const first = members[0];
  const inner = first && lineStart(text, first.from) > open ? indentAt(text, first.from) : undefined;
  const unit = indentUnit(outer, inner);
  const end = lineBreakOf(text);
  const lines = end + linesOf(insertion, inner ?? outer + unit, unit).join(end);
  const last = members.at(-1);
  if (!last) return [insert(endWithRemark(text, open + 1), lines)];
  const at = last.comma === undefined ? last.to : last.comma + 1;
  const stop = endWithRemark(text, at);
  const isAtEnd = close > stop && lineEnd(text, stop) === stop;
  if (last.comma !== undefined) return [insert(isAtEnd ? stop : at, `${lines},`)];
  return isAtEnd && stop > at ? [insert(at, ","), insert(stop, lines)] : [insert(at, `,${lines}`)];
}

/** A remark up to the end of the line is about what stands before it. */
function endWithRemark(text: string, end: number): number {
  const next = skipBlanks(text, end);
  return text.startsWith("//", next) ? lineEnd(text, next) : end;
}

function intoOneLine(text: string, { open, close, members }: JsonBody, { names, value }: Insertion): Replacement {
  const written = names
    .toReversed()
    .reduce((inner, name, index) => `"${name}": ${index === 0 ? inner : `{ ${inner} }`}`, value);
  const last = members.at(-1);
  if (last) return insert(last.comma === undefined ? last.to : last.comma, `, ${written}`);
  if (text.slice(open + 1, close).trim() !== "") return insert(open + 1, ` ${written}`);
  return { from: open + 1, to: close, text: ` ${written} ` };
}

function linesOf({ names, value }: Insertion, indent: string, unit: string): string[] {
  const lines: string[] = [];
  const ends: string[] = [];
  let depth = indent;
  for (const [index, name] of names.entries()) {
    if (index === names.length - 1) lines.push(`${depth}"${name}": ${value}`);
    else {
      lines.push(`${depth}"${name}": {`);
      ends.unshift(`${depth}}`);
      depth += unit;
    }
  }
  return [...lines, ...ends];
}

/** Takes the member away whose key begins at `from`, with its remark and one of the commas beside it. */
export function removeFromJson(text: string, from: number): Replacement[] | undefined {
  const member = scanMember(text, from);
  if (!member) return undefined;
  const to = member.comma === undefined ? member.to : member.comma + 1;
  const lines = wholeLines(text, from, endWithRemark(text, to));
  const isAlone = lines.from !== from || lineStart(text, from) === from;
  if (member.comma !== undefined) {
    return isAlone ? [{ ...lines, text: "" }] : [{ from, to: skipBlanks(text, to), text: "" }];
  }
  const before = endBefore(text, from);
  if (before === undefined || text[before - 1] !== ",")
    return [{ ...(isAlone ? lines : onlyMember(text, from, to)), text: "" }];
  if (text.slice(before, from).trim() === "") {
    return [{ from: before - 1, to: isAlone ? endWithRemark(text, to) : to, text: "" }];
  }
  return [
    { from: before - 1, to: before, text: "" },
    { ...(isAlone ? lines : { from, to }), text: "" },
  ];
}

/** Between braces on one line nothing is left, no blanks either. */
function onlyMember(text: string, from: number, to: number) {
  let start = from;
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  const stop = skipBlanks(text, to);
  return text[start - 1] === "{" && text[stop] === "}" ? { from: start, to: stop } : { from, to };
}

/** The end of the last thing before an offset that is no white space or comment. */
function endBefore(text: string, from: number): number | undefined {
  let at = from;
  while (at > 0) {
    while (at > 0 && isSpace(text[at - 1])) at--;
    if (text.slice(at - 2, at) === "*/") {
      const start = text.lastIndexOf("/*", at - 2);
      if (start < 0) return undefined;
      at = start;
      continue;
    }
    const start = lineStart(text, at);
    const remark = commentStart(text, start, at);
    if (remark === undefined) return at;
    at = remark;
  }
  return undefined;
}

/** Where a `//` comment begins between two offsets of one line. */
function commentStart(text: string, from: number, to: number): number | undefined {
  let inText = false;
  for (let at = from; at < to; at++) {
    const character = text[at];
    if (inText && character === "\\") at++;
    else if (character === '"') inText = !inText;
    else if (!inText && character === "/" && text[at + 1] === "/") return at;
  }
  return undefined;
}

function scanObject(text: string, open: number): JsonBody | undefined {
  if (open < 0) return undefined;
  const members: Member[] = [];
  let at = skipTrivia(text, open + 1);
  while (at < text.length && text[at] !== "}") {
    const member = scanMember(text, at);
    if (!member) return undefined;
    members.push(member);
    at = skipTrivia(text, member.comma === undefined ? member.to : member.comma + 1);
    if (member.comma === undefined && text[at] !== "}") return undefined;
  }
  return at < text.length ? { open, close: at, members } : undefined;
}

function scanMember(text: string, from: number): Member | undefined {
  if (text[from] !== '"') return undefined;
  const keyEnd = endOfText(text, from);
  if (keyEnd === undefined) return undefined;
  const colon = skipTrivia(text, keyEnd);
  if (text[colon] !== ":") return undefined;
  const to = endOfValue(text, skipTrivia(text, colon + 1));
  if (to === undefined) return undefined;
  const next = skipTrivia(text, to);
  return { from, to, name: text.slice(from + 1, keyEnd - 1), comma: text[next] === "," ? next : undefined };
}

function endOfValue(text: string, from: number): number | undefined {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '"') {
      const end = endOfText(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (character === "{" || character === "[") {
      depth++;
      at++;
    } else if (character === "}" || character === "]") {
      if (depth === 0) return undefined;
      depth--;
      at++;
    } else if (character === "/" && depth > 0) at = skipTrivia(text, at);
    else if (depth > 0) at++;
    else return endOfWord(text, at);
    if (depth === 0) return at;
  }
  return undefined;
}

function endOfWord(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length && /[\w.+-]/.test(text[at]!)) at++;
  return at > from ? at : undefined;
}

function endOfText(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

function skipTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isSpace(text[at])) at++;
    else if (text.startsWith("//", at)) at = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    else if (text.startsWith("/*", at))
      at = text.indexOf("*/", at + 2) < 0 ? text.length : text.indexOf("*/", at + 2) + 2;
    else break;
  }
  return at > from || text[from] !== "/" ? at : from + 1;
}

function insert(at: number, text: string): Replacement {
  return { from: at, to: at, text };
}
