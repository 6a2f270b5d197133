import { cutParts, isKnown, knownStartOf, knownTextOf, type Part, type ResolvedWord } from "../commands/values.ts";

/** `terraform plan` or `terraform apply`, taken apart. */
export interface TerraformCommand {
  /** `-chdir`. */
  readonly directory: readonly Part[] | undefined;
  readonly options: readonly TerraformOption[];
  /** Words that only the run tells may hold further options. */
  readonly isIncomplete: boolean;
}

export interface TerraformOption {
  readonly name: "var" | "var-file";
  readonly word: ResolvedWord;
  readonly value: readonly Part[];
}

const programs = new Set(["terraform", "tofu"]);
const runners = new Set(["sudo", "command", "exec", "env", "nohup", "timeout", "retry", "time", "eval", "&", "!"]);
const mostWords = 6;

/** Options whose value may be the next word. */
const withValue = new Set([
  "out",
  "lock-timeout",
  "parallelism",
  "state",
  "state-out",
  "backup",
  "generate-config-out",
]);

/** What does not deploy a whole environment. */
const partial = new Set(["destroy", "target", "exclude", "refresh-only", "help"]);

/** Reads a command line; undefined when it gives no variables to a whole plan. */
export function readTerraform(words: readonly ResolvedWord[]): TerraformCommand | undefined {
  const start = startOf(words);
  if (start === undefined) return undefined;
  let directory: readonly Part[] | undefined;
  let at = start + 1;
  for (; at < words.length && knownStartOf(words[at]!.parts).startsWith("-"); at++) {
    const [name, value] = optionIn(words[at]!);
    if (name === "chdir") directory = value ?? words[++at]?.parts;
  }
  const command = at < words.length ? knownTextOf(words[at]!.parts) : undefined;
  if (command !== "plan" && command !== "apply") return undefined;
  const read = readOptions(words.slice(at + 1), command);
  return read && { directory, ...read };
}

/** Reads words that are the options of a plan or apply. */
export function readOptions(
  words: readonly ResolvedWord[],
  command: "plan" | "apply",
): Omit<TerraformCommand, "directory"> | undefined {
  const options: TerraformOption[] = [];
  let isIncomplete = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [name, value] = optionIn(word);
    if (name === undefined) {
      if (!word.parts.every(isKnown)) isIncomplete = true;
      else if (command === "apply") return undefined;
    } else if (partial.has(name)) return undefined;
    else if (name === "var" || name === "var-file") {
      const owner = value ? word : words[++at];
      if (owner) options.push({ name, word: owner, value: value ?? owner.parts });
    } else if (withValue.has(name) && !value) at++;
  }
  return { options, isIncomplete };
}

/** The name of an option without its dashes, and the value behind its sign. */
function optionIn(word: ResolvedWord): [string | undefined, readonly Part[] | undefined] {
  const match = /^--?([a-z][a-z-]*)(=?)/.exec(knownStartOf(word.parts));
  if (!match) return [undefined, undefined];
  if (match[2] === "") return [match[1], undefined];
  return [match[1], cutParts(word.parts, match[0].length)[1]];
}

function startOf(words: readonly ResolvedWord[]): number | undefined {
  for (const [index, word] of words.slice(0, mostWords).entries()) {
    const text = knownTextOf(word.parts);
    if (text === undefined) return undefined;
    const name = text.slice(Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")) + 1).replace(/\.exe$/i, "");
    if (programs.has(name)) return index;
    if (!runners.has(text) && !(index > 0 && /^(?:-.*|\d+[smh]?|\w+=.*)$/.test(text))) return undefined;
  }
  return undefined;
}
