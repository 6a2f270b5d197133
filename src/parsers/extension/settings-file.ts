import type { SourceText } from "../../model/place.ts";
import type { Problem } from "../../model/project.ts";
import type { Entry, Mapping, Tree } from "../../model/tree.ts";
import { leaf, list, mapping, undecided } from "../commands/trees.ts";
import { readJson } from "../json/reader.ts";
import { type JsonNode, type JsonObject, membersOf } from "../json/syntax.ts";
import { isOwnKey } from "./known-keys.ts";

const deepest = 50;

/** A file of settings: its keys and values, and what is wrong with it. */
export interface SettingsFile {
  readonly settings: Mapping;
  /** The keys that a later one with the same name replaces. */
  readonly replaced: readonly Tree[];
  readonly problems: readonly Problem[];
}

/** Reads the JSON file of settings that a command names; undefined when it holds no object. */
export function readSettingsFile(source: SourceText): SettingsFile | undefined {
  const { root, problems, replaced } = readJson(source.text);
  if (root?.type !== "object") return undefined;
  return {
    settings: objectTree(source, root, 0),
    replaced: replaced
      .filter((member) => root.members.includes(member))
      .map((member) => leaf(member.key, source.place(member.keyFrom, member.keyTo))),
    problems: problems.map(
      ({ message, from, to }): Problem => ({
        rule: "project/syntax-error",
        message: `${message}.`,
        at: source.place(from, to),
        language: "settings",
        environments: [],
      }),
    ),
  };
}

/** Whether a JSON file that no command names is one of settings: an object of plain values with a key of ours. */
export function isSettingsFile(file: SettingsFile): boolean {
  let own = false;
  for (const [key, entry] of file.settings.entries) {
    if (entry.value.form !== "leaf") return false;
    if (isOwnKey(key)) own = true;
  }
  return own;
}

function objectTree(source: SourceText, node: JsonObject, depth: number): Mapping {
  const entries = new Map<string, Entry>();
  for (const { key, keyFrom, keyTo, value } of membersOf(node)) {
    entries.set(key, { key: source.place(keyFrom, keyTo), value: treeOf(source, value, depth + 1) });
  }
  return mapping(entries, source.place(node.from, node.to), source.place(node.from, node.from + 1));
}

function treeOf(source: SourceText, node: JsonNode, depth: number): Tree {
  const at = source.place(node.from, node.to);
  if (depth > deepest) return undecided("the JSON is nested too deeply", at);
  if (node.type === "object") return objectTree(source, node, depth);
  if (node.type === "array")
    return list(
      node.items.map((item) => treeOf(source, item, depth + 1)),
      at,
    );
  return node.type === "broken" ? undecided("the JSON is broken here", at) : leaf(node.value, at);
}
