import type { Style } from "../../report/text/style.ts";
import { wrap } from "../../report/text/width.ts";

/** Shows our own rule pages in a terminal: headings, paragraphs, lists and code. */
export function renderMarkdown(text: string, style: Style, width: number): string {
  const lines = text.split("\n");
  let shown = "";
  let wasItem = false;
  for (let at = 0; at < lines.length; ) {
    const end = endOfBlock(lines, at);
    const block = renderBlock(lines.slice(at, end), style, width);
    const item = isItem(lines[at]!);
    if (block !== "") {
      shown += `${shown === "" ? "" : item && wasItem ? "\n" : "\n\n"}${block}`;
      wasItem = item;
    }
    at = end;
  }
  return shown;
}

/** A block is a fenced one with its fences, a heading, or the lines up to the next of these or an empty line. */
function endOfBlock(lines: readonly string[], from: number): number {
  const first = lines[from]!;
  if (isFence(first)) {
    const close = lines.findIndex((line, index) => index > from && line.trim() === "```");
    return close < 0 ? lines.length : close + 1;
  }
  if (first.trim() === "" || isHeading(first)) return from + 1;
  let end = from + 1;
  while (end < lines.length && !startsBlock(lines[end]!)) end += 1;
  return end;
}

function startsBlock(line: string): boolean {
  return line.trim() === "" || isFence(line) || isHeading(line) || isItem(line);
}

function isFence(line: string): boolean {
  return line.startsWith("```");
}

function isHeading(line: string): boolean {
  return /^#{1,6} /.test(line);
}

function isItem(line: string): boolean {
  return /^(?:[-*]|\d+\.) /.test(line);
}

function renderBlock(block: readonly string[], style: Style, width: number): string {
  const first = block[0]!;
  if (first.trim() === "") return "";
  if (isFence(first)) return renderCode(block, style);
  if (isHeading(first)) return renderHeading(first, style);
  const [marker, text] = isItem(first) ? splitItem(block) : ["", block.join(" ")];
  const indent = " ".repeat(marker.length);
  const wrapped = wrap(inline(text).replace(/ {2,}/g, " ").trim(), width - marker.length);
  return wrapped.map((line, index) => `${index === 0 ? marker : indent}${emphasize(line, style)}`).join("\n");
}

function renderHeading(line: string, style: Style): string {
  const [marks, ...words] = line.split(" ");
  const text = words.join(" ");
  return marks!.length <= 2 ? style.strong(text.toUpperCase()) : style.strong(text);
}

/** Code keeps its lines, indented; the fence may name the file it stands for. */
function renderCode(block: readonly string[], style: Style): string {
  const file = block[0]!.slice(3).split(" ").slice(1).join(" ");
  const isClosed = block.length > 1 && block.at(-1)!.trim() === "```";
  const code = block.slice(1, isClosed ? -1 : undefined).map((line) => (line === "" ? "" : `    ${line}`));
  return [...(file === "" ? [] : [`    ${style.faint(file)}`]), ...code].join("\n");
}

function splitItem(block: readonly string[]): [marker: string, text: string] {
  const [first, ...rest] = block;
  const space = first!.indexOf(" ");
  return [`${first!.slice(0, space)} `, [first!.slice(space + 1), ...rest].join(" ")];
}

/** Links keep their address behind the text. */
function inline(text: string): string {
  return text.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, (_, words: string, address: string) =>
    words === address ? address : `${words} <${address}>`,
  );
}

function emphasize(line: string, style: Style): string {
  return line.replace(/`([^`]*)`/g, (_, code: string) => style.strong(code)).replace(/\*\*([^*]+)\*\*/g, "$1");
}
