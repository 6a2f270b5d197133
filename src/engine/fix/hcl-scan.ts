import { isSpace } from "./lines.ts";

/** An attribute or block between braces of HCL. */
export interface HclItem {
  readonly form: "attribute" | "block";
  readonly name: string;
  readonly from: number;
  /** Where the sign between name and value stands. */
  readonly sign: number;
  readonly valueFrom: number;
  readonly to: number;
  /** A comma follows, as it may in an object. */
  readonly hasComma: boolean;
}

export interface HclBody {
  readonly open: number;
  readonly close: number;
  readonly items: readonly HclItem[];
}

/** Reads what stands between the brace at `open` and its twin; undefined where it is not understood. */
export function scanHclBody(text: string, open: number): HclBody | undefined {
  if (text[open] !== "{") return undefined;
  const items: HclItem[] = [];
  let at = skipTrivia(text, open + 1);
  while (at < text.length && text[at] !== "}") {
    const item = scanHclItem(text, at);
    if (!item || item.to <= at) return undefined;
    items.push(item);
    at = skipTrivia(text, item.hasComma ? text.indexOf(",", item.to) + 1 : item.to);
  }
  return at < text.length ? { open, close: at, items } : undefined;
}

/** Reads the attribute or block that begins at `from`. */
export function scanHclItem(text: string, from: number): HclItem | undefined {
  const nameEnd = endOfName(text, from);
  if (nameEnd === undefined) return undefined;
  const name = text.slice(from, nameEnd).replace(/^"|"$/g, "");
  const sign = skipBlank(text, nameEnd);
  if ((text[sign] === "=" && text[sign + 1] !== "=") || text[sign] === ":") {
    const valueFrom = skipTrivia(text, sign + 1);
    const to = endOfValue(text, valueFrom);
    if (to === undefined) return undefined;
    const next = skipBlank(text, to);
    return { form: "attribute", name, from, sign, valueFrom, to, hasComma: text[next] === "," };
  }
  let at = sign;
  while (text[at] !== "{") {
    const end = endOfName(text, at);
    if (end === undefined) return undefined;
    at = skipBlank(text, end);
  }
  const close = endOfNested(text, at);
  return close === undefined
    ? undefined
    : { form: "block", name, from, sign: at, valueFrom: at, to: close, hasComma: false };
}

/** A bare name, or a text without templates. */
function endOfName(text: string, from: number): number | undefined {
  if (text[from] === '"') return endOfNested(text, from);
  let at = from;
  while (at < text.length && /[\w-]/.test(text[at]!)) at++;
  return at > from ? at : undefined;
}

/** Where an expression ends: at a line break or comma outside of brackets, or at the bracket that closes its holder. */
function endOfValue(text: string, from: number): number | undefined {
  let at = from;
  let end = from;
  while (at < text.length) {
    const character = text[at]!;
    if (character === "\n" || character === "," || character === "}" || character === ")" || character === "]") break;
    if (isComment(text, at)) {
      if (text[at + 1] !== "*") break;
      at = endOfComment(text, at);
      continue;
    }
    const next = endOfToken(text, at);
    if (next === undefined) return undefined;
    if (!isSpace(character)) end = next;
    at = next;
  }
  return end > from ? end : undefined;
}

/** The end of what begins at `at`: a text, a heredoc, a bracket with all it holds, or one character. */
function endOfToken(text: string, at: number): number | undefined {
  const character = text[at]!;
  if (character === '"') return endOfNested(text, at);
  if (character === "<" && text[at + 1] === "<") return endOfHeredoc(text, at);
  return character === "{" || character === "[" || character === "(" ? endOfNested(text, at) : at + 1;
}

/** Brackets and texts nest in each other through templates: what is open is kept on a stack, not in calls. */
export function endOfNested(text: string, from: number): number | undefined {
  const open: string[] = [];
  let at: number | undefined = from;
  do {
    if (at >= text.length) return undefined;
    at = open.at(-1) === '"' ? stepInText(text, at, open) : stepInCode(text, at, open);
  } while (at !== undefined && open.length > 0);
  return at;
}

function stepInText(text: string, at: number, open: string[]): number {
  if (text[at] === "\\") return at + 2;
  if (text[at] === '"') open.pop();
  else if (isTemplate(text, at)) {
    open.push("}");
    return at + 2;
  }
  return at + 1;
}

function stepInCode(text: string, at: number, open: string[]): number | undefined {
  const character = text[at]!;
  if (isComment(text, at)) return endOfComment(text, at);
  if (character === "<" && text[at + 1] === "<") return endOfHeredoc(text, at);
  if (character === '"') open.push('"');
  else if (character === "{" || character === "[" || character === "(") open.push(twin[character]);
  else if (character === "}" || character === "]" || character === ")") {
    if (open.pop() !== character) return undefined;
  }
  return at + 1;
}

const twin = { "{": "}", "[": "]", "(": ")" } as const;

function isTemplate(text: string, at: number): boolean {
  const character = text[at];
  return (character === "$" || character === "%") && text[at + 1] === "{" && text[at - 1] !== character;
}

/** The end of a heredoc without the line break behind it; undefined where it does not end, or `<<` begins none. */
function endOfHeredoc(text: string, from: number): number | undefined {
  const line = text.indexOf("\n", from);
  if (line < 0) return undefined;
  const label = /^<<-?([A-Za-z_][\w-]*)\r?$/.exec(text.slice(from, line))?.[1];
  if (label === undefined) return undefined;
  for (let at = line + 1; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    if (text.slice(at, end).trim() === label) return text[end - 1] === "\r" ? end - 1 : end;
    at = end + 1;
  }
  return undefined;
}

function isComment(text: string, at: number): boolean {
  return text[at] === "#" || (text[at] === "/" && (text[at + 1] === "/" || text[at + 1] === "*"));
}

/** Where a comment ends; one that ends with its line ends before the line break. */
function endOfComment(text: string, at: number): number {
  const isLong = text[at] === "/" && text[at + 1] === "*";
  const end = isLong ? text.indexOf("*/", at + 2) : text.indexOf("\n", at);
  if (end < 0) return text.length;
  return isLong ? end + 2 : end;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || (text[at] === "/" && text[at + 1] === "*")) {
    at = text[at] === "/" ? endOfComment(text, at) : at + 1;
  }
  return at;
}

/** White space, line breaks and comments. */
function skipTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isSpace(text[at])) at++;
    else if (isComment(text, at)) at = endOfComment(text, at);
    else break;
  }
  return at;
}
