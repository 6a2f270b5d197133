import { Excerpt, type SourceText, type Stretch } from "../../model/place.ts";
import type { Comment } from "./script.ts";

/** A fenced block of a Markdown file that holds commands. */
export interface CodeBlock {
  readonly shell: "bash" | "powershell";
  readonly text: SourceText;
}

const shells: ReadonlyMap<string, CodeBlock["shell"]> = new Map([
  ...["bash", "sh", "shell", "zsh", "ksh", "console", "shell-session", "terminal", "bash-session"].map(
    (tag): [string, "bash"] => [tag, "bash"],
  ),
  ...["azurecli", "azurecli-interactive", "azure-cli", "azcli", "cli", "az"].map((tag): [string, "bash"] => [
    tag,
    "bash",
  ]),
  ...[
    "powershell",
    "powershell-interactive",
    "pwsh",
    "ps1",
    "ps",
    "azurepowershell",
    "azurepowershell-interactive",
  ].map((tag): [string, "powershell"] => [tag, "powershell"]),
]);

/** Tags that say nothing about the language. */
const plainTags = new Set(["", "text", "txt", "plaintext", "plain", "none"]);

interface Fence {
  readonly marker: string;
  readonly length: number;
  readonly indent: number;
  readonly quoted: boolean;
  readonly tag: string;
}

interface Line {
  readonly from: number;
  readonly to: number;
}

/** The blocks of a Markdown file that hold commands; blocks without a tag count when they start with `az `. */
export function readMarkdown(source: SourceText): { blocks: CodeBlock[]; comments: Comment[] } {
  const blocks: CodeBlock[] = [];
  const comments: Comment[] = [];
  let fence: Fence | undefined;
  let lines: Line[] = [];
  for (const line of linesOf(source.text)) {
    if (!fence) {
      fence = openingFence(source.text, line);
      lines = [];
      if (!fence) collectComment(source, line, comments);
    } else if (closes(source.text, line, fence)) {
      const block = blockOf(source, fence, lines);
      if (block) blocks.push(block);
      fence = undefined;
    } else lines.push(line);
  }
  const last = fence && blockOf(source, fence, lines);
  if (last) blocks.push(last);
  return { blocks, comments };
}

function* linesOf(text: string): Generator<Line> {
  for (let from = 0; from < text.length; ) {
    const lineFeed = text.indexOf("\n", from);
    const to = lineFeed < 0 ? text.length : lineFeed;
    yield { from, to };
    from = to + 1;
  }
}

/** Past the blanks, list markers and quote signs that may stand before a fence. */
function startOfContent(text: string, line: Line): { at: number; quoted: boolean } {
  let at = line.from;
  let quoted = false;
  while (at < line.to) {
    const letter = text[at];
    if (letter === ">") quoted = true;
    else if (letter !== " " && letter !== "\t") break;
    at++;
  }
  return { at, quoted };
}

function openingFence(text: string, line: Line): Fence | undefined {
  let { at, quoted } = startOfContent(text, line);
  if (text[at + 1] === " " && (text[at] === "-" || text[at] === "*" || text[at] === "+")) at += 2;
  const marker = text[at];
  if (marker !== "`" && marker !== "~") return undefined;
  let end = at;
  while (text[end] === marker) end++;
  if (end - at < 3) return undefined;
  const info = text.slice(end, line.to);
  if (marker === "`" && info.includes("`")) return undefined;
  const tag = /^[\s{.]*([A-Za-z0-9_-]*)/.exec(info)![1]!.toLowerCase();
  return { marker, length: end - at, indent: at - line.from, quoted, tag };
}

function closes(text: string, line: Line, fence: Fence): boolean {
  let { at } = startOfContent(text, line);
  const from = at;
  while (text[at] === fence.marker) at++;
  return at - from >= fence.length && text.slice(at, line.to).trim() === "";
}

function blockOf(source: SourceText, fence: Fence, lines: readonly Line[]): CodeBlock | undefined {
  const shell = plainTags.has(fence.tag) ? untaggedShell(source.text, lines) : shells.get(fence.tag);
  if (!shell) return undefined;
  const contents = lines.map((line) => (fence.quoted ? withoutQuoteSigns(source.text, line) : line));
  return { shell, text: excerpt(source, withoutPrompts(source.text, contents)) };
}

function untaggedShell(text: string, lines: readonly Line[]): "bash" | undefined {
  const first = lines.find((line) => text.slice(line.from, line.to).trim() !== "");
  const start = first && text.slice(first.from, Math.min(first.to, first.from + 80)).trimStart();
  return start?.startsWith("az ") || start?.startsWith("$ az ") ? "bash" : undefined;
}

function withoutQuoteSigns(text: string, line: Line): Line {
  const { at } = startOfContent(text, line);
  return { from: Math.min(at, line.to), to: line.to };
}

const prompt = /^[ \t]*(?:PS(?: [^>\n]{0,80})?> ?|[\w.-]{1,40}@[\w.-]{1,40}[:~][^$#\n]{0,60}[$#] |\$ )/;
const continues = /[\\`]\s*$/;

/** Where lines start with a prompt, only those and their continuations are typed; the others are output. */
function withoutPrompts(text: string, lines: readonly Line[]): readonly Line[] {
  const prompts = lines.map(
    (line) => prompt.exec(text.slice(line.from, Math.min(line.to, line.from + 240)))?.[0].length,
  );
  if (prompts.every((length) => length === undefined)) return lines;
  const typed: Line[] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const length = prompts[index];
    if (length === undefined && !open) continue;
    const from = line.from + (length ?? 0);
    typed.push({ from, to: line.to });
    open = continues.test(text.slice(Math.max(from, line.to - 20), line.to));
  }
  return typed;
}

function excerpt(source: SourceText, lines: readonly Line[]): SourceText {
  const stretches: Stretch[] = [];
  const parts: string[] = [];
  let inner = 0;
  for (const { from, to } of lines) {
    const text = `${source.text.slice(from, to)}\n`;
    stretches.push({ inner, outer: from });
    parts.push(text);
    inner += text.length;
  }
  if (stretches.length === 0) stretches.push({ inner: 0, outer: 0 });
  return new Excerpt(source, parts.join(""), stretches);
}

/** A comment of HTML that speaks to ml-lint, on one line. */
function collectComment(source: SourceText, line: Line, comments: Comment[]): void {
  const content = source.text.slice(line.from, line.to);
  const from = content.indexOf("<!--");
  const to = from < 0 ? -1 : content.indexOf("-->", from);
  if (to < 0) return;
  const text = content.slice(from + 4, to).trim();
  if (!text.includes("ml-lint")) return;
  const span = { from: line.from + from, to: line.from + to + 3 };
  comments.push({ source, ...span, text, alone: content.trim().length === span.to - span.from });
}
