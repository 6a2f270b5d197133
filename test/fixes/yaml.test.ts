import { describe, expect, test } from "vitest";
import type { Insertion } from "../../src/engine/fix/hcl.ts";
import { insertIntoYaml, removeFromYaml } from "../../src/engine/fix/yaml.ts";
import { SourceText } from "../../src/model/place.ts";
import type { Tree } from "../../src/model/tree.ts";
import { readYaml } from "../../src/parsers/yaml/documents.ts";
import { appliedTo } from "./applied.ts";

const entry: Insertion = { names: ["key"], value: "true", blocks: 0 };
const nested: Insertion = { names: ["identity", "type"], value: "system_assigned", blocks: 0 };

/** What stands at a way in one of the documents of a text, as the parser reads it. */
function treeAt(source: SourceText, way: readonly string[], document = 0): Tree {
  let tree: Tree = readYaml(source).documents[document]!.root;
  for (const name of way) {
    if (tree.form === "list") tree = tree.items[Number(name)]!;
    else if (tree.form === "mapping") tree = tree.entries.get(name)!.value;
  }
  return tree;
}

function insert(text: string, way: readonly string[], insertion = entry, document = 0): string | undefined {
  const source = new SourceText("a.yml", text);
  const { at } = treeAt(source, way, document);
  return appliedTo(text, insertIntoYaml(text, source.offset(at.start), source.offset(at.end), insertion));
}

function remove(text: string, way: readonly string[], document = 0): string | undefined {
  const source = new SourceText("a.yml", text);
  const holder = treeAt(source, way.slice(0, -1), document);
  if (holder.form !== "mapping") throw new Error(`${way} is in no mapping`);
  const { key, value } = holder.entries.get(way.at(-1)!)!;
  const to = Math.max(source.offset(value.at.end), source.offset(key.end));
  return appliedTo(text, removeFromYaml(text, source.offset(key.start), to));
}

describe("inserting", () => {
  test.each<[string, string, readonly string[], string]>([
    ["at the end of a file", "a: 1\nb: 2\n", [], "a: 1\nb: 2\nkey: true\n"],
    ["where no line break ends the file", "a: 1", [], "a: 1\nkey: true"],
    ["behind a remark", "a: 1 # one\n", [], "a: 1 # one\nkey: true\n"],
    ["before remarks that follow", "a: 1\n# end\n", [], "a: 1\nkey: true\n# end\n"],
    ["into a mapping within", "a:\n  b: 1\nc: 2\n", ["a"], "a:\n  b: 1\n  key: true\nc: 2\n"],
    ["indented by four", "a:\n    b: 1\nc: 2\n", ["a"], "a:\n    b: 1\n    key: true\nc: 2\n"],
    ["behind a mapping within", "a:\n  b:\n    c: 1\n", ["a"], "a:\n  b:\n    c: 1\n  key: true\n"],
    ["behind a text of several lines", "a: |\n  one\n  two\n", [], "a: |\n  one\n  two\nkey: true\n"],
    [
      "behind a folded text before another key",
      "a:\n  b: >-\n    one\nc: 2\n",
      ["a"],
      "a:\n  b: >-\n    one\n  key: true\nc: 2\n",
    ],
    ["behind a list", "a:\n  - 1\n  - 2\n", [], "a:\n  - 1\n  - 2\nkey: true\n"],
    ["into an item of a list", "- a: 1\n  b: 2\n- a: 3\n", ["0"], "- a: 1\n  b: 2\n  key: true\n- a: 3\n"],
    ["behind a key without a value", "a:\nb:\n", [], "a:\nb:\nkey: true\n"],
    ["behind quoted keys", '"a": 1\n', [], '"a": 1\nkey: true\n'],
    ["behind a flow mapping", "a: { b: 1 }\n", [], "a: { b: 1 }\nkey: true\n"],
    ["with the line breaks of Windows", "a:\r\n  b: 1\r\nc: 2\r\n", ["a"], "a:\r\n  b: 1\r\n  key: true\r\nc: 2\r\n"],
    ["into a flow mapping", "a: { b: 1 }\n", ["a"], "a: { key: true, b: 1 }\n"],
    ["into a flow mapping without blanks", "a: {b: 1}\n", ["a"], "a: {key: true, b: 1}\n"],
    ["into an empty flow mapping", "a: {}\n", ["a"], "a: { key: true }\n"],
    ["into a flow mapping of several lines", "a: {\n  b: 1\n}\n", ["a"], "a: {\n  key: true, b: 1\n}\n"],
    ["into an empty flow mapping of two lines", "a: {\n}\n", ["a"], "a: { key: true }\n"],
    [
      "into a flow mapping that begins with a remark",
      "a: { # one\n  b: 1 }\n",
      ["a"],
      "a: { key: true, # one\n  b: 1 }\n",
    ],
  ])("%s", (_, text, way, after) => {
    expect(insert(text, way)).toBe(after);
  });

  test.each<[string, string, number, string]>([
    ["the first", "a: 1\n---\nb: 2\n", 0, "a: 1\nkey: true\n---\nb: 2\n"],
    ["the second", "a: 1\n---\nb: 2\n", 1, "a: 1\n---\nb: 2\nkey: true\n"],
    ["one that is closed", "a: 1\n...\n", 0, "a: 1\nkey: true\n...\n"],
  ])("into a document, %s", (_, text, document, after) => {
    expect(insert(text, [], entry, document)).toBe(after);
  });

  test.each<[string, string, readonly string[], string]>([
    ["in lines", "a: 1\n", [], "a: 1\nidentity:\n  type: system_assigned\n"],
    ["in lines of four", "a:\n    b: 1\n", ["a"], "a:\n    b: 1\n    identity:\n        type: system_assigned\n"],
    ["in a flow mapping", "a: { b: 1 }\n", ["a"], "a: { identity: { type: system_assigned }, b: 1 }\n"],
  ])("a mapping, %s", (_, text, way, after) => {
    expect(insert(text, way, nested)).toBe(after);
  });
});

describe("removing", () => {
  test.each<[string, string, readonly string[], string | undefined]>([
    ["a line", "a: 1\nb: 2\n", ["a"], "b: 2\n"],
    ["the last line", "a: 1\nb: 2\n", ["b"], "a: 1\n"],
    ["the last line without a line break", "a: 1\nb: 2", ["b"], "a: 1\n"],
    ["a line with its remark", "a: 1 # one\nb: 2\n", ["a"], "b: 2\n"],
    ["a line within", "a:\n  b: 1\n  c: 2\n", ["a", "c"], "a:\n  b: 1\n"],
    ["a mapping", "a:\n  b: 1\n  c: 2\nd: 3\n", ["a"], "d: 3\n"],
    ["a text of several lines", "a: |\n  one\n  two\nb: 1\n", ["a"], "b: 1\n"],
    ["a list", "a:\n  - 1\n  - 2\nb: 1\n", ["a"], "b: 1\n"],
    ["a quoted key", "'a': 1\nb: 2\n", ["a"], "b: 2\n"],
    ["a key without a value", "a:\nb: 2\n", ["a"], "b: 2\n"],
    ["a line of Windows", "a: 1\r\nb: 2\r\n", ["a"], "b: 2\r\n"],
    ["not the first key of an item", "- a: 1\n  b: 2\n", ["0", "a"], undefined],
    ["another key of an item", "- a: 1\n  b: 2\n", ["0", "b"], "- a: 1\n"],
    ["not an entry of a flow mapping", "a: { b: 1, c: 2 }\n", ["a", "b"], undefined],
    ["what stands alone on a line of a flow mapping", "a: {\n  b: 1\n}\n", ["a", "b"], "a: {\n}\n"],
    ["the last line of a flow mapping", "a: {\n  b: 1,\n  c: 2\n}\n", ["a", "c"], "a: {\n  b: 1,\n}\n"],
    ["not a line of a flow mapping with a comma", "a: {\n  b: 1,\n  c: 2\n}\n", ["a", "b"], undefined],
  ])("%s", (_, text, way, after) => {
    expect(remove(text, way)).toBe(after);
  });
});
