import type { Edit } from "./edit.ts";
import { type HclBody, type HclItem, scanHclBody, scanHclItem } from "./hcl-scan.ts";
import { indentAt, indentUnit, lineBreakOf, lineEnd, lineStart, skipBlanks, skipSpace, wholeLines } from "./lines.ts";

type Replacement = Omit<Edit, "file">;

/** What is to be written: names from the outside in, of which all but the last hold the next one. */
export interface Insertion {
  readonly names: readonly string[];
  /** The value, in the language of the text. */
  readonly value: string;
  /** How many of the names that hold others are blocks; the rest are objects. */
  readonly blocks: number;
}

/** Writes what a block or an object lacks. `header` is where either begins: its type, or its brace. */
export function insertIntoHcl(text: string, header: { from: number; to: number }, insertion: Insertion) {
  const isObject = text[header.from] === "{";
  const open = isObject ? header.from : openingBrace(text, header.to);
  if (open === undefined) return undefined;
  const body = scanHclBody(text, open);
  if (!body || body.items.some((item) => item.name === insertion.names[0])) return undefined;
  const isOnOneLine = !text.slice(open, body.close).includes("\n");
  if (isObject && isOnOneLine) return [intoObjectOnOneLine(text, body, insertion)];
  return isOnOneLine ? openBlock(text, body, insertion) : [intoLines(text, body, insertion, isObject)];
}

/** A header ends before or with the brace that opens its block. */
function openingBrace(text: string, headerTo: number): number | undefined {
  const open = skipBlanks(text, text[headerTo - 1] === "{" ? headerTo - 1 : headerTo);
  return text[open] === "{" ? open : undefined;
}

function intoObjectOnOneLine(text: string, { open, close, items }: HclBody, insertion: Insertion): Replacement {
  const written = onOneLine(insertion);
  const last = items.at(-1);
  if (last) return insert(last.to, `, ${written}`);
  const inner = text.slice(open + 1, close);
  if (inner.trim() !== "") return insert(open + 1, ` ${written}`);
  return { from: open + 1, to: close, text: inner === "" ? written : ` ${written} ` };
}

function onOneLine({ names, value }: Insertion): string {
  return names
    .toReversed()
    .reduce((inner, name, index) => `${key(name)} = ${index === 0 ? inner : `{ ${inner} }`}`, value);
}

/** A block on one line holds one attribute at most: it is opened over several. */
function openBlock(text: string, { open, close, items }: HclBody, insertion: Insertion): Replacement[] | undefined {
  if (items.length > 1) return undefined;
  const outer = indentAt(text, open);
  const inner = outer + indentUnit(outer, undefined);
  const end = lineBreakOf(text);
  const lines = linesOf(insertion, inner, indentUnit(outer, undefined));
  const [only] = items;
  const own = only ? [`${inner}${text.slice(only.from, only.to)}`] : [];
  const whole = [...own, ...lines].join(end);
  const rest = text.slice(only ? only.to : open + 1, close).trim();
  if (rest !== "") return undefined;
  return [{ from: open + 1, to: close, text: `${end}${whole}${end}${outer}` }];
}

/** Below the attributes that stand first, so that nested blocks stay behind. */
function intoLines(text: string, body: HclBody, insertion: Insertion, isObject: boolean): Replacement {
  const { open, items } = body;
  const outer = indentAt(text, open);
  const end = lineBreakOf(text);
  const firstBlock = items.findIndex((item) => item.form === "block");
  const leading = isObject || firstBlock < 0 ? items : items.slice(0, firstBlock);
  const last = leading.at(-1);
  const inner = items[0] && lineStart(text, items[0].from) > open ? indentAt(text, items[0].from) : undefined;
  const unit = indentUnit(outer, inner);
  const lines = linesOf(
    insertion,
    inner ?? outer + unit,
    unit,
    last && alignment(text, leading),
    isQuoted(text, items),
  );
  const isBlock = !isObject && insertion.names.length > 1;
  if (last && body.close < lineEnd(text, last.to)) return insert(last.to, `${end}${lines.join(end)}`);
  if (last?.hasComma) {
    return insert(lineEnd(text, text.indexOf(",", last.to)), `${end}${lines.join(end)},`);
  }
  if (last) return insert(lineEnd(text, last.to), `${end}${isBlock ? end : ""}${lines.join(end)}`);
  const follows = items.length > 0 && insertion.names.length >= 1 ? end : "";
  return insert(lineEnd(text, open + 1), `${end}${lines.join(end)}${follows}`);
}

/** The lines of an insertion; the first key is padded so that its sign stands where those above stand. */
function linesOf(
  { names, value, blocks }: Insertion,
  indent: string,
  unit: string,
  signAt?: number,
  quoted = false,
): string[] {
  const lines: string[] = [];
  const ends: string[] = [];
  let depth = indent;
  for (const [index, name] of names.entries()) {
    const shown = key(name, quoted && index === 0);
    if (index === names.length - 1) {
      const padded = index === 0 && signAt !== undefined ? shown.padEnd(signAt - 1 - depth.length) : shown;
      lines.push(`${depth}${padded} = ${value}`);
      break;
    }
    lines.push(index < blocks ? `${depth}${name} {` : `${depth}${shown} = {`);
    ends.unshift(`${depth}}`);
    depth += unit;
  }
  return [...lines, ...ends];
}

/** The column of the equals signs of the lines directly above, where they stand below each other. */
function alignment(text: string, items: readonly HclItem[]): number | undefined {
  const columns = new Set<number>();
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]!;
    const next = items[index + 1];
    if (next && /\n[ \t\r]*\n/.test(text.slice(item.to, next.from))) break;
    if (text.slice(item.from, item.to).includes("\n")) break;
    columns.add(item.sign - lineStart(text, item.from));
  }
  return columns.size === 1 ? [...columns][0] : undefined;
}

function isQuoted(text: string, items: readonly HclItem[]): boolean {
  return items.length > 0 && items.every((item) => text[item.from] === '"');
}

function key(name: string, quoted = false): string {
  return !quoted && /^[A-Za-z_][\w-]*$/.test(name) ? name : `"${name}"`;
}

/** Takes the attribute, entry or block that begins at `from` away, with its line and its comma. */
export function removeFromHcl(text: string, from: number): Replacement | undefined {
  const item = scanHclItem(text, from);
  if (!item) return undefined;
  const end = item.hasComma ? text.indexOf(",", item.to) + 1 : item.to;
  const lines = wholeLines(text, from, endWithRemark(text, end));
  if (lines.from !== from) return { ...lines, text: "" };
  if (item.hasComma) return { from, to: skipSpace(text, end), text: "" };
  const before = text.slice(0, from).trimEnd();
  return { from: before.endsWith(",") ? before.length - 1 : from, to: item.to, text: "" };
}

/** A remark behind what goes was about that. */
function endWithRemark(text: string, end: number): number {
  const next = skipBlanks(text, end);
  return text[next] === "#" || text.startsWith("//", next) ? lineEnd(text, next) : end;
}

function insert(at: number, text: string): Replacement {
  return { from: at, to: at, text };
}
