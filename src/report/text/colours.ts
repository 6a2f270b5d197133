import { Chalk, type ColorSupportLevel } from "chalk";
import type { Level } from "../../engine/level.ts";
import type { Marks, Style } from "./style.ts";

/** Colours of the given depth, and links where the terminal knows them. */
export function colouredStyle(depth: ColorSupportLevel, links: boolean, marks: Marks): Style {
  const chalk = new Chalk({ level: depth });
  const ofLevel: Record<Level, (text: string) => string> = {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    note: chalk.cyan.bold,
  };
  return {
    level: (level, text) => ofLevel[level](text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    link: (text, address) => (links ? `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` : text),
    marks,
  };
}
