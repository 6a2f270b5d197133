import { AzArguments, type Malformation, type OptionUse } from "./az-arguments.ts";
import { type AzReference, referenceOf } from "./az-reference.ts";
import type { CommandLine } from "./script.ts";
import { knownTextOf, type ResolvedWord } from "./values.ts";

/** A command of the Azure CLI, taken apart. */
export interface AzCommand {
  readonly line: CommandLine;
  /** Such as `k8s-extension create`. */
  readonly name: string;
  readonly reference: AzReference | undefined;
  /** From the word `az` on. */
  readonly words: readonly ResolvedWord[];
  readonly options: readonly OptionUse[];
  readonly malformations: readonly Malformation[];
  /** Why the command may hold more options than can be seen, and which word says so. */
  readonly incomplete: { readonly why: string; readonly word: ResolvedWord } | undefined;
}

/** Words that run the command which follows them. */
const runners = new Set([
  "sudo",
  "command",
  "exec",
  "nohup",
  "env",
  "timeout",
  "retry",
  "xargs",
  "eval",
  "call",
  "&",
  "time",
]);

/** The groups that are read whole, whether or not a command has a reference. */
const groups = new Set(["ml", "k8s-extension"]);

/**
 * Commands whose options are settled. Others (jobs, connections, AKS) gain and lose options with every preview, so that
 * one which the reference does not know proves nothing.
 */
const strict = new Set([
  ...[
    "k8s-extension create",
    "k8s-extension update",
    "k8s-extension show",
    "k8s-extension delete",
    "k8s-extension list",
  ],
  ...["ml compute attach", "ml compute create", "ml compute update", "ml workspace create", "provider register"],
  ...["feature register", "ml computetarget attach aks"],
]);

const mostWords = 5;

/** Reads a command line as a command of the Azure CLI that concerns machine learning; undefined when it is none. */
export function readAz(line: CommandLine, words: readonly ResolvedWord[]): AzCommand | undefined {
  const start = startOfAz(words);
  if (start === undefined) return undefined;
  const own = words.slice(start);
  const name = commandName(own);
  if (name === undefined) return undefined;
  const reference = referenceOf(name);
  const read = new AzArguments(reference, own, name.split(" ").length + 1, strict.has(name)).read();
  return read && { line, name, reference, words: own, ...read };
}

/** Whether the line may be a command of az at all, seen before its words are resolved. */
export function mayBeAz(line: CommandLine): boolean {
  const text = line.source.text;
  for (const word of line.words.slice(0, mostWords)) {
    const [first] = word.pieces;
    if (first?.form === "variable") return true;
    if (isAzWord(text.slice(word.from, word.to).replace(/["']/g, ""))) return true;
  }
  return false;
}

function isAzWord(text: string): boolean {
  return text === "az" || text === "az.cmd" || text === "az.exe" || text.endsWith("/az");
}

function startOfAz(words: readonly ResolvedWord[]): number | undefined {
  for (const [index, word] of words.slice(0, mostWords).entries()) {
    const text = knownTextOf(word.parts);
    if (text === undefined) return undefined;
    if (isAzWord(text)) return index;
    const passes = runners.has(text) || (index > 0 && /^(?:-.*|\d+[smh]?|\w+=.*)$/.test(text));
    if (!passes) return undefined;
  }
  return undefined;
}

/** The longest known command that the words after `az` spell; in our own groups, whatever they spell. */
function commandName(words: readonly ResolvedWord[]): string | undefined {
  const names: string[] = [];
  for (const word of words.slice(1, 1 + mostWords)) {
    const text = knownTextOf(word.parts);
    if (text === undefined || !/^[a-z][a-z0-9-]*$/.test(text)) break;
    names.push(text);
  }
  for (let length = names.length; length > 0; length--) {
    const name = names.slice(0, length).join(" ");
    if (referenceOf(name)) return name;
  }
  return groups.has(names[0] ?? "") && names.length > 1 ? names.join(" ") : undefined;
}
