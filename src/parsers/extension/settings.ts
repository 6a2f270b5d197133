import type { Place } from "../../model/place.ts";
import type { Entry, Mapping, Tree } from "../../model/tree.ts";
import type { AzCommand } from "../commands/az.ts";
import type { OptionUse } from "../commands/az-arguments.ts";
import type { AnyMalformation } from "../commands/declare.ts";
import { leaf, list, mapping, undecided } from "../commands/trees.ts";
import {
  cutParts,
  isKnown,
  knownStartOf,
  knownTextOf,
  placeOfParts,
  type ResolvedWord,
  treeOfParts,
} from "../commands/values.ts";

export type SettingsRole = "settings" | "protected-settings" | "settings-file" | "protected-settings-file";

/** Every spelling, current and former, of the options that carry settings. */
const roles: ReadonlyMap<string, SettingsRole> = new Map([
  ["configuration-settings", "settings"],
  ["config-settings", "settings"],
  ["config-protected-settings", "protected-settings"],
  ["configuration-protected-settings", "protected-settings"],
  ["config-settings-file", "settings-file"],
  ["configuration-settings-file", "settings-file"],
  ["config-protected-settings-file", "protected-settings-file"],
  ["configuration-protected-settings-file", "protected-settings-file"],
]);

export function settingsRoleOf(option: string): SettingsRole | undefined {
  return roles.get(option);
}

interface Collected {
  readonly entries: Map<string, Entry>;
  readonly replaced: Tree[];
  flag: ResolvedWord | undefined;
  last: Place | undefined;
  unread: { readonly why: string; readonly at: Place } | undefined;
}

/** Adds the entries for the settings of a k8s-extension command; returns what is wrong with them. */
export function addSettings(
  entries: Map<string, Entry>,
  command: AzCommand,
  readFile: (path: string) => Mapping | undefined,
): AnyMalformation[] {
  const problems: AnyMalformation[] = [];
  const replaced: Tree[] = [];
  for (const role of ["settings", "protected-settings"] as const) {
    const collected: Collected = { entries: new Map(), replaced, flag: undefined, last: undefined, unread: undefined };
    for (const option of command.options) {
      const own = settingsRoleOf(option.name);
      if (own === `${role}-file`) collectFile(collected, option, entries, own, readFile);
    }
    for (const option of command.options) {
      if (settingsRoleOf(option.name) === role) problems.push(...collectWords(collected, option, role !== "settings"));
    }
    addCollected(entries, role, collected);
  }
  const [first] = replaced;
  if (first) entries.set("replaced-settings", { key: first.at, value: list(replaced, first.at) });
  return problems;
}

function addCollected(entries: Map<string, Entry>, role: SettingsRole, collected: Collected): void {
  const { flag, unread } = collected;
  if (!flag) return;
  const key = placeOfParts(flag.source, flag.parts, flag);
  if (unread && collected.entries.size === 0) {
    entries.set(role, { key, value: undecided(unread.why, unread.at) });
    return;
  }
  const at = collected.last ? { file: key.file, start: key.start, end: collected.last.end } : key;
  entries.set(role, { key, value: mapping(collected.entries, at, key) });
  if (unread) entries.set("settings-incomplete", { key, value: leaf(unread.why, unread.at) });
}

function collectFile(
  collected: Collected,
  option: OptionUse,
  entries: Map<string, Entry>,
  role: SettingsRole,
  readFile: (path: string) => Mapping | undefined,
): void {
  collected.flag ??= option.flag;
  const [word] = option.values;
  if (!word) return;
  const at = placeOfParts(word.source, word.parts, word);
  entries.set(role, {
    key: placeOfParts(option.flag.source, option.flag.parts, option.flag),
    value: treeOfParts(word.source, word.parts, word),
  });
  const path = knownTextOf(word.parts);
  const content = path === undefined ? undefined : readFile(path);
  if (!content) {
    collected.unread = {
      why: path === undefined ? "the settings file's path is not known" : `${path} cannot be read`,
      at,
    };
    return;
  }
  for (const [key, entry] of content.entries) collected.entries.set(key, entry);
}

function collectWords(collected: Collected, option: OptionUse, sensitive: boolean): AnyMalformation[] {
  collected.flag ??= option.flag;
  const problems: AnyMalformation[] = [];
  for (const word of option.values) {
    const problem = collectWord(collected, word, sensitive);
    if (problem) problems.push(problem);
  }
  return problems;
}

/** Reads one `key=value`; a word that cannot be one is a problem, unless it is not known. */
function collectWord(collected: Collected, word: ResolvedWord, sensitive: boolean): AnyMalformation | undefined {
  const equals = knownStartOf(word.parts).indexOf("=");
  if (equals < 0) {
    const unknown = word.parts.find((part) => !isKnown(part));
    const text = knownTextOf(word.parts);
    if (text === "\\") return undefined;
    if (text !== undefined) return { problem: "not-a-setting", word: text, span: { from: word.from, to: word.to } };
    if (unknown && !isKnown(unknown)) {
      collected.unread ??= { why: unknown.why, at: word.source.place(unknown.from, unknown.to) };
    }
    return undefined;
  }
  const [keyParts, rest] = cutParts(word.parts, equals);
  const [, valueParts] = cutParts(rest, 1);
  const key = knownTextOf(keyParts)!;
  const keyPlace = placeOfParts(word.source, keyParts, word);
  const valueEnd = { from: rest[0]!.to, to: rest[0]!.to };
  const end = "exact" in rest[0]! && rest[0].exact ? { from: rest[0].from + 1, to: rest[0].from + 1 } : valueEnd;
  const value = treeOfParts(word.source, valueParts, end, sensitive);
  const former = collected.entries.get(key);
  if (former) collected.replaced.push(leaf(key, former.key));
  collected.entries.set(key, { key: keyPlace, value });
  collected.last = word.source.place(word.from, word.to);
  return undefined;
}
