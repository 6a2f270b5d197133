import type { Report } from "../engine/report.ts";
import type { Texts } from "../model/files.ts";
import type { Place } from "../model/place.ts";
import type { Span } from "../model/secret-text.ts";
import { harmlessCode } from "./text/harmless.ts";
import { maskedText, secretsBetween } from "./text/mask.ts";
import type { Marks } from "./text/style.ts";
import { characterWidth, displayWidth } from "./text/width.ts";

/** One line of code with a mark below its value. */
export interface Frame {
  readonly line: number;
  readonly code: string;
  readonly underline: string;
}

export interface FrameOptions {
  readonly width: number;
  readonly marks: Marks;
  /** Hides the value and what follows it on its line. */
  readonly masked: boolean;
  /** Where secrets are written; they are hidden in any line. */
  readonly secrets?: Report["secrets"];
}

/** Looked at on either side of a value; what lies farther is cut anyway. */
const reach = 2000;
const tab = 4;

/** The first line of a place with the place underlined; undefined when its file cannot be read. */
export function frameOf(place: Place, texts: Texts, options: FrameOptions): Frame | undefined {
  const source = texts.get(place.file);
  if (!source) return undefined;
  const { line, column } = place.start;
  const begin = source.offset({ line, column: 1 });
  const at = begin + column - 1;
  const from = Math.max(begin, at - reach);
  const rest = source.text.slice(from, at + reach);
  const end = lineEnd(rest, Math.min(at - from, rest.length));
  const code = rest.slice(0, end);
  const isMultiLine = place.end.line > line;
  const stop = isMultiLine ? code.trimEnd().length : begin + place.end.column - 1 - from;
  const secrets = secretsBetween(source, from, from + code.length, options.secrets).map((span) => ({
    from: span.from - from,
    to: span.to - from,
  }));
  const [isCutBefore, isCutAfter] = [from > begin, end === 2 * reach];
  const window: Window = { code, start: at - from, stop, isCutBefore, isCutAfter, secrets };
  const isMasked = options.masked && !(isTerraform.test(place.file) && isReference(window));
  const drawn = draw(isMasked ? masked(window, options.marks) : window, options);
  const note = isMultiLine ? ` to line ${place.end.line}` : "";
  return { line, code: drawn.code, underline: drawn.underline + note };
}

interface Window {
  readonly code: string;
  /** Offsets of the value in `code`. */
  readonly start: number;
  readonly stop: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** Offsets of secrets in `code`. */
  readonly secrets: readonly Span[];
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  const end = at < 0 ? text.length : at;
  return text[end - 1] === "\r" ? end - 1 : end;
}

/** The name of a value, such as `var.certificate.key`: it leads to a secret and does not show one. */
const reference = /^[a-z_][\w-]*(?:\.[\w-]+|\[\w+\])+$/i;

const isTerraform = /\.(?:tf|tofu)$/;

function isReference({ code, start, stop }: Window): boolean {
  return reference.test(code.slice(start, stop));
}

function masked(window: Window, marks: Marks): Window {
  const code = window.code.slice(0, window.start) + marks.masked;
  const secrets = window.secrets.filter((span) => span.to <= window.start);
  return { ...window, code, stop: code.length, isCutAfter: false, secrets };
}

function draw(window: Window, { width, marks }: FrameOptions): { code: string; underline: string } {
  const stop = Math.max(window.stop, window.start);
  const { code, secrets } = window;
  const open = (from: number, to: number) => maskedText(code, from, to, secrets, marks.masked);
  const before = show(open(0, window.start), 0, marks);
  const value = show(open(window.start, stop), displayWidth(before), marks);
  const after = show(open(stop, code.length), displayWidth(before + value), marks).trimEnd();
  const whole = displayWidth(before) + displayWidth(value) + displayWidth(after);
  if (whole <= width && !window.isCutBefore && !window.isCutAfter) {
    return { code: before + value + after, underline: underline(before, value, marks) };
  }
  return cut(before, value, after, window, width, marks);
}

/** Keeps the value, and of its surroundings as much as fits. */
function cut(before: string, value: string, after: string, window: Window, width: number, marks: Marks) {
  const room = Math.max(width - 2 * displayWidth(marks.cut), 20);
  const shownValue = takeStart(value, room);
  const left = room - displayWidth(shownValue);
  const indent = before.length - before.trimStart().length;
  const wanted = Math.min(displayWidth(after), left >> 1);
  const shownBefore = takeEnd(before, left - wanted);
  const isWhole = shownBefore.length === before.length && !window.isCutBefore;
  const prefix = isWhole ? before : `${marks.cut}${shownBefore.length > before.length - indent ? "" : shownBefore}`;
  const shownAfter = shownValue === value ? takeStart(after, room - displayWidth(shownBefore + shownValue)) : "";
  const isCut = window.isCutAfter || shownAfter.length < after.length || shownValue.length < value.length;
  return {
    code: `${prefix}${shownValue}${shownAfter}${isCut ? marks.cut : ""}`,
    underline: underline(prefix, shownValue, marks),
  };
}

function underline(before: string, value: string, marks: Marks): string {
  return " ".repeat(displayWidth(before)) + marks.underline.repeat(Math.max(displayWidth(value), 1));
}

/** Code as it is shown: tabs to their stops, nothing that acts. */
function show(code: string, column: number, marks: Marks): string {
  if (!code.includes("\t")) return harmlessCode(code, marks.harmful);
  let shown = "";
  let at = column;
  for (const [index, part] of code.split("\t").entries()) {
    if (index > 0) {
      const spaces = tab - (at % tab);
      shown += " ".repeat(spaces);
      at += spaces;
    }
    const visible = harmlessCode(part, marks.harmful);
    shown += visible;
    at += displayWidth(visible);
  }
  return shown;
}

function takeStart(text: string, columns: number): string {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += characterWidth(character);
    if (taken > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function takeEnd(text: string, columns: number): string {
  const characters = [...text];
  let taken = 0;
  let from = characters.length;
  while (from > 0) {
    taken += characterWidth(characters[from - 1]!);
    if (taken > columns) break;
    from -= 1;
  }
  return characters.slice(from).join("");
}
