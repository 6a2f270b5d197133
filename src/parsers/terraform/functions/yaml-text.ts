import { entriesOf } from "../values/element.ts";
import { numberText } from "../values/number-text.ts";
import { isMapping, isSequence, type TerraformValue } from "../values/value.ts";

const step = 2;
/** A text in quotes is broken at the first space behind this column. */
const widest = 80;
const longestSimpleKey = 128;

/** A wholly known value in YAML, as Terraform writes it: block style, texts in quotes or as literal blocks. */
export function yamlText(value: TerraformValue): string {
  const isPlain = value.form === "number" || value.form === "bool" || value.form === "null";
  return isPlain ? `${plainText(value)}\n...\n` : node(value, 0, step);
}

/** What stands behind `- `, or at the start of a line; `indent` is its own column, `inner` that of lines it goes on in. */
function node(value: TerraformValue, indent: number, inner: number): string {
  if (isSequence(value) && value.items.length > 0) {
    return value.items.map((item) => `- ${node(item, indent + step, indent + step)}`).join(" ".repeat(indent));
  }
  if (isMapping(value) && value.entries.size > 0) {
    return entriesOf(value)
      .map(([name, item]) => keyText(name, indent) + afterKey(item, indent))
      .join(" ".repeat(indent));
  }
  return `${scalar(value, inner, indent)}\n`;
}

function keyText(name: string, indent: number): string {
  if (!name.includes("\n") && name.length <= longestSimpleKey) return `${quoted(name, indent + step, indent, false)}:`;
  return `? ${text(name, indent + step, indent + step)}\n${" ".repeat(indent)}:`;
}

function afterKey(value: TerraformValue, indent: number): string {
  const pad = (width: number) => " ".repeat(width);
  if (isSequence(value) && value.items.length > 0) return `\n${pad(indent)}${node(value, indent, indent)}`;
  if (isMapping(value) && value.entries.size > 0) return `\n${pad(indent + step)}${node(value, indent + step, indent)}`;
  return ` ${scalar(value, indent + step, indent + step)}\n`;
}

function scalar(value: TerraformValue, inner: number, column: number): string {
  if (isSequence(value)) return "[]";
  if (isMapping(value)) return "{}";
  return value.form === "string" ? text(value.value, inner, column) : plainText(value);
}

function plainText(value: TerraformValue): string {
  if (value.form === "number") return numberText(value.value);
  return value.form === "bool" ? String(value.value) : "null";
}

function text(value: string, inner: number, column: number): string {
  return value.includes("\n") && fitsBlock(value) ? block(value, inner) : quoted(value, inner, column, true);
}

function fitsBlock(value: string): boolean {
  if (value.endsWith(" ") || value.includes(" \n")) return false;
  for (const character of value) if (character !== "\n" && !isPrintable(character.codePointAt(0)!)) return false;
  return true;
}

function block(value: string, inner: number): string {
  const hint = value.startsWith(" ") || value.startsWith("\n") ? String(step) : "";
  const keep = value === "\n" || value.endsWith("\n\n");
  const chomp = keep ? "+" : value.endsWith("\n") ? "" : "-";
  const lines = (value.endsWith("\n") ? value.slice(0, -1) : value).split("\n");
  const pad = " ".repeat(inner);
  return `|${hint}${chomp}\n${lines.map((line) => (line === "" ? "" : pad + line)).join("\n")}`;
}

const escapes: Readonly<Record<string, string>> = {
  "\0": "0",
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  "\x1b": "e",
  '"': '"',
  "\\": "\\",
  "\x85": "N",
  "\u2028": "L",
  "\u2029": "P",
};

function quoted(value: string, inner: number, column: number, mayBreak: boolean): string {
  const parts = ['"'];
  const characters = [...value];
  let at = column + 1;
  let afterSpace = false;
  for (const [index, character] of characters.entries()) {
    const isLast = index === characters.length - 1;
    if (character === " " && mayBreak && !afterSpace && at > widest && index > 0 && !isLast) {
      parts.push(`\n${" ".repeat(inner)}`, characters[index + 1] === " " ? "\\" : "");
      at = inner;
      afterSpace = true;
      continue;
    }
    const written = isPlainInQuotes(character) ? character : escaped(character);
    parts.push(written);
    at += written.length;
    afterSpace = character === " ";
  }
  return `${parts.join("")}"`;
}

function isPlainInQuotes(character: string): boolean {
  return isPrintable(character.codePointAt(0)!) && !(character in escapes);
}

function escaped(character: string): string {
  const short = escapes[character];
  if (short) return `\\${short}`;
  const code = character.codePointAt(0)!;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

function isPrintable(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  return code === 0x85 || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff);
}
