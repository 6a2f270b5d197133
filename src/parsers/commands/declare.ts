import type { Environment } from "../../model/environment.ts";
import type { Place } from "../../model/place.ts";
import type { Declaration, Existence } from "../../model/resource.ts";
import type { Entry, Mapping, Tree } from "../../model/tree.ts";
import { addSettings, settingsRoleOf } from "../extension/settings.ts";
import type { AzCommand } from "./az.ts";
import type { Malformation, OptionUse } from "./az-arguments.ts";
import { leaf, list, mapping, undecided } from "./trees.ts";
import { cutParts, isKnown, type Part, placeOfParts, type ResolvedWord, spanOfParts, treeOfParts } from "./values.ts";

/*
 * The body of a command's declaration. Its type is the words after `az`, such as `k8s-extension create`; its entries are:
 *
 *   <option>                 under the longest of its names (`cluster-type`, also when `-t` is written), key at the flag:
 *                            a leaf with the text; `true` for a flag that stands alone; a list where several values stand,
 *                            and always for tags and identities (which commas separate as well)
 *   settings                 of k8s-extension: a mapping from key to value, from `--config key=value …` in all spellings
 *                            and from the file that `--config-file` names; key and value at their part of the word; its
 *                            header is the first `--config`; undecided when nothing of it can be read
 *   protected-settings       likewise, its values sensitive
 *   settings-file,
 *   protected-settings-file  the file as written, a leaf
 *   replaced-settings        a list of the keys, as written, that a later one with the same name replaces
 *   settings-incomplete      a leaf with the reason why there may be more settings than can be seen
 *   malformed                a list of mappings: `problem` (unknown-flag, not-a-dash, glued-flag, single-dash, missing-flag,
 *                            not-a-setting), `word` (as written; for missing-flag the flag), `replacement` where it is
 *                            clear; each stands at the text to replace, a missing flag at `az`
 *   incomplete               a leaf with the reason why there may be more options than can be seen; options that are not
 *                            written are then undecided instead of absent
 */

/** Where a declaration comes from and what surrounds it. */
export interface CommandContext {
  readonly environment: Environment;
  readonly existence: Existence;
  readonly address: string;
  /** Reads a file that the command names; undefined when it cannot be found. */
  readonly settingsFile: (path: string) => Mapping | undefined;
}

const separatedByCommas = new Set(["user-assigned-identities", "identities"]);

/** Makes a declaration of a command of the Azure CLI. */
export function declareCommand(command: AzCommand, context: CommandContext): Declaration {
  const { source, to } = command.line;
  const from = command.words[0]!.from;
  const end = Math.max(from, spanOfParts(command.words.at(-1)!.parts, command.words.at(-1)!).to, to);
  const lineEnd = source.text.indexOf("\n", from);
  const header = source.place(from, lineEnd < 0 || lineEnd > end ? end : lineEnd);
  const at = source.place(from, end);
  const { environment, existence, address } = context;
  return {
    source: "command",
    type: command.name,
    versions: [],
    identity: { root: source.file, module: "", address, block: address },
    environment,
    existence,
    existing: false,
    at,
    header,
    body: mapping(entriesOf(command, context), at, header),
    calls: [],
  };
}

function entriesOf(command: AzCommand, context: CommandContext): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const isExtension = command.name.startsWith("k8s-extension ");
  for (const option of command.options) {
    if (isExtension && settingsRoleOf(option.name)) continue;
    entries.set(option.name, { key: placeOf(option.flag), value: optionTree(option) });
  }
  const problems: AnyMalformation[] = [...command.malformations];
  if (isExtension) problems.push(...addSettings(entries, command, context.settingsFile));
  const az = placeOf(command.words[0]!);
  if (command.incomplete) {
    const { why, word } = command.incomplete;
    fillUnseen(entries, command, why, placeOf(word));
    entries.set("incomplete", { key: placeOf(word), value: leaf(why, placeOf(word)) });
  }
  if (problems.length > 0) entries.set("malformed", { key: az, value: malformed(command, problems) });
  return entries;
}

/** Options that may be among those which cannot be seen are undecided. */
export function fillUnseen(entries: Map<string, Entry>, command: AzCommand, why: string, at: Place): void {
  const isExtension = command.name.startsWith("k8s-extension ");
  for (const option of command.reference?.options ?? []) {
    const name = (isExtension && settingsRoleOf(option.name)) || option.name;
    if (name === "settings" || name === "protected-settings") {
      if (entries.has(name)) entries.set("settings-incomplete", { key: at, value: leaf(why, at) });
    }
    if (!entries.has(name)) entries.set(name, { key: at, value: undecided(why, at) });
  }
}

function placeOf(word: ResolvedWord): Place {
  return placeOfParts(word.source, word.parts, word);
}

/** What an option says. */
export function optionTree(option: OptionUse): Tree {
  const { values, flag, name, takes } = option;
  const trees = values.flatMap((word) => (separatedByCommas.has(name) ? itemsOf(word) : [treeOfWord(word)]));
  if (values.length === 0) return leaf(true, placeOf(flag));
  if (takes !== "list" && values.length === 1 && !separatedByCommas.has(name)) return trees[0]!;
  const [first, last] = [values[0]!, values.at(-1)!];
  return list(trees, first.source.place(spanOfParts(first.parts, first).from, spanOfParts(last.parts, last).to));
}

function treeOfWord(word: ResolvedWord): Tree {
  return treeOfParts(word.source, word.parts, word);
}

/** The items of `a,b` and `"$A,$B"`, each at its place where the word stands there letter by letter. */
function itemsOf(word: ResolvedWord): Tree[] {
  const items: Part[][] = [[]];
  for (const part of word.parts) {
    let left: Part | undefined = part;
    for (let comma = commaIn(left); left && comma >= 0; comma = commaIn(left)) {
      const [before, after] = cutParts([left], comma);
      items.at(-1)!.push(...before);
      items.push([]);
      left = cutParts(after, 1)[1][0];
    }
    if (left) items.at(-1)!.push(left);
  }
  if (items.length === 1) return [treeOfWord(word)];
  return items.flatMap((parts): Tree[] => {
    const tree = treeOfParts(word.source, parts, word);
    if (tree.form !== "leaf") return [tree];
    const text = String(tree.value).trim();
    return text === "" ? [] : [{ ...tree, value: text }];
  });
}

function commaIn(part: Part | undefined): number {
  return part && isKnown(part) ? part.text.indexOf(",") : -1;
}

/** A problem of the settings, beside those of the command line itself. */
export type AnyMalformation = Omit<Malformation, "problem"> & {
  readonly problem: Malformation["problem"] | "not-a-setting";
};

function malformed(command: AzCommand, problems: readonly AnyMalformation[]): Tree {
  const { source } = command.line;
  const items = problems.map((problem) => {
    const at = source.place(problem.span.from, problem.span.to);
    const entries = new Map<string, Entry>([
      ["problem", { key: at, value: leaf(problem.problem, at) }],
      ["word", { key: at, value: leaf(problem.word, at) }],
    ]);
    if (problem.replacement !== undefined)
      entries.set("replacement", { key: at, value: leaf(problem.replacement, at) });
    return mapping(entries, at, at);
  });
  return list(items, placeOf(command.words[0]!));
}
