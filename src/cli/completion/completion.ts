import { commandForms, type Shell } from "../arguments/commands.ts";
import type { OptionForm } from "../arguments/options.ts";
import { exitCodes } from "../exit-code.ts";
import { usage } from "../usage.ts";
import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { zshCompletion } from "./zsh.ts";

const writers: Readonly<Record<Shell, (vocabulary: Vocabulary) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints a script that completes the command's words in a shell. */
export async function completionCommand(shell: Shell): Promise<number> {
  const { rules } = await import("../../../rules/index.ts");
  process.stdout.write(writers[shell](vocabularyOf(rules.map((rule) => rule.id))));
  return exitCodes.fine;
}

/** The words from the tables that read the command line, explained by the help. */
export function vocabularyOf(rules: readonly string[]): Vocabulary {
  const commands = Object.entries(commandForms).map(([command, { options, words }]) => ({
    name: command === "lint" ? "" : command,
    says: command === "help" ? "show the help" : explanationOf(`ml-lint ${command}`),
    options: options.map((form) => ({ ...form, says: saysOf(form) })),
    words,
  }));
  return { commands, rules, severities: ["error", "warning", "note", "off"] };
}

/** A list of choices differs from command to command; for the rest the help speaks. */
function saysOf({ name, value, choices }: OptionForm): string {
  return typeof choices === "object" ? (value ?? "") : explanationOf(`--${name}`);
}

/** Where the help's explanations begin. */
const column = 28;

/** The first clause that the help says of an option or a command. */
export function explanationOf(subject: string): string {
  const lines = usage.split("\n");
  const first = lines.findIndex((line) => subjectOf(line) === subject);
  if (first < 0) return "";
  const following = lines.slice(first + 1);
  const end = following.findIndex((line) => line.slice(0, column).trim() !== "" || line.trim() === "");
  const text = [lines[first]!, ...following.slice(0, end)].map((line) => line.slice(column).trim()).join(" ");
  return text.trim().replace(/(?:[;:.]| \().*$/, "");
}

function subjectOf(line: string): string | undefined {
  return /^ {2}(?:-\w, | {4})?(ml-lint [a-z]+|--[a-z-]+)\b/.exec(line)?.[1];
}
