import type { Level } from "../../engine/level.ts";

/** How a terminal shows things: colours, links and the characters that draw frames. */
export interface Style {
  level(level: Level, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  link(text: string, address: string): string;
  readonly marks: Marks;
}

/** The characters that draw a finding. */
export interface Marks {
  readonly bar: string;
  readonly first: string;
  readonly next: string;
  readonly last: string;
  readonly underline: string;
  readonly cut: string;
  readonly dot: string;
  readonly dash: string;
  /** Where environments differ, where a rule objects, where a value comes from, and to which resource it leads. */
  readonly differs: string;
  readonly objects: string;
  readonly from: string;
  readonly to: string;
  /** Stands for a character that must not reach a terminal. */
  readonly harmful: string;
  readonly masked: string;
}

export const unicodeMarks: Marks = {
  bar: "│",
  first: "╭─",
  next: "├─",
  last: "╰─",
  underline: "━",
  cut: "…",
  dot: "·",
  dash: "–",
  differs: "≠",
  objects: "✗",
  from: "←",
  to: "→",
  harmful: "\ufffd",
  masked: "••••••••",
};

export const asciiMarks: Marks = {
  bar: "|",
  first: "-->",
  next: "=",
  last: "=",
  underline: "^",
  cut: "...",
  dot: "-",
  dash: "-",
  differs: "*",
  objects: "x",
  from: "<-",
  to: "->",
  harmful: "?",
  masked: "********",
};

const same = (text: string): string => text;

/** No colours and no links. */
export function plainStyle(marks: Marks): Style {
  return { level: (_level, text) => text, strong: same, faint: same, good: same, link: same, marks };
}
