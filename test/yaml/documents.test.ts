import { describe, expect, test } from "vitest";
import { SourceText } from "../../src/model/place.ts";
import type { Tree } from "../../src/model/tree.ts";
import { readYaml } from "../../src/parsers/yaml/documents.ts";
import { textOfScalar } from "../../src/parsers/yaml/scalar-text.ts";
import { plain, textAt } from "../commands/reading.ts";

function read(text: string) {
  return readYaml(new SourceText("a.yml", text));
}

function root(text: string): Tree {
  return read(text).documents[0]!.root;
}

function at(tree: Tree, ...path: (string | number)[]): Tree {
  let found = tree;
  for (const step of path) {
    if (found.form === "mapping") found = found.entries.get(String(step))!.value;
    else if (found.form === "list") found = found.items[Number(step)]!;
  }
  return found;
}

describe("values", () => {
  test.each<[string, unknown]>([
    ["a: 1", { a: 1 }],
    ["a: 1.5", { a: 1.5 }],
    ["a: true", { a: true }],
    ["a: yes", { a: "yes" }],
    ["a: on", { a: "on" }],
    ["a: null", { a: null }],
    ["a:", { a: null }],
    ["a: ~", { a: null }],
    ['a: "1"', { a: "1" }],
    ["a: [1, b]", { a: [1, "b"] }],
    ["a: {b: c}", { a: { b: "c" } }],
    ["- a\n- b", ["a", "b"]],
    ["1: a\ntrue: b", { 1: "a", true: "b" }],
    ["a: |\n  b\n  c\n", { a: "b\nc\n" }],
    ["a: >-\n  b\n  c\n", { a: "b c" }],
    ["a: 1\na: 2", { a: 2 }],
    ["a: &x b\nc: *x", { a: "b", c: "b" }],
    ["a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ["a: *x", { a: "? *x stands for nothing before it" }],
    ["a: &x [*x]", { a: ["? *x stands for nothing before it"] }],
    ["a: !tag b", { a: "b" }],
    ["\ufeffa: 1", { a: 1 }],
    ["a: 1\r\nb: 2\r\n", { a: 1, b: 2 }],
  ])("%j", (text, expected) => {
    expect(plain(root(text))).toEqual(expected);
  });
});

describe("places", () => {
  const text = 'a: 1\nb:\n  c: "x y"\n  d:\n    - e: f\n      g: h\n    - i\nj: |\n  k\n\nl: m\n';
  test.each<[(string | number)[], string]>([
    [["a"], "1"],
    [["b", "c"], '"x y"'],
    [["b", "d", 0, "g"], "h"],
    [["b", "d", 0], "e: f\n      g: h"],
    [["b", "d", 1], "i"],
    [["l"], "m"],
  ])("%j", (path, expected) => {
    expect(textAt({ "a.yml": text }, at(root(text), ...path).at)).toBe(expected);
  });
});

test("several documents, of which a broken one costs the others nothing", () => {
  const { documents, problems } = read("a: 1\n---\nb: [\n---\nc: 3\n");
  expect(documents.map((document) => plain(document.root))).toEqual([{ a: 1 }, { c: 3 }]);
  expect(problems).toHaveLength(1);
});

describe("the letters of a scalar stand where the source has them", () => {
  test.each([
    ["literal", "a: |\n    one two\n      three\n\n    four\n"],
    ["stripped", "a: |-\n  one\n  two"],
    ["folded", "a: >\n  one\n  two\n\n  three\n"],
    ["plain", "a: one\n  two\n"],
    ["single-quoted", "a: 'it''s\n  one'\n"],
    ["double-quoted", 'a: "say \\"x\\" \\\n  one"\n'],
    ["with CR", "a: |\r\n  one\r\n  two\r\n"],
  ])("%s", (_, text) => {
    const source = new SourceText("a.yml", text);
    const [document] = readYaml(source).documents;
    const leaf = at(document!.root, "a");
    const value = plain(leaf) as string;
    const excerpt = textOfScalar(source, value, document!.spans.get(leaf)!);
    for (const [index, letter] of [...value].entries()) {
      if (/\s/.test(letter)) continue;
      expect(textAt({ "a.yml": text }, excerpt.place(index, index + 1))).toBe(letter);
    }
  });
});

describe("hostile YAML is refused quickly, with a reason", () => {
  test.each([
    ["brackets", "[".repeat(100_000)],
    ["dashes", "- ".repeat(100_000)],
    ["indentation", Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["anchors", "&a ".repeat(50_000)],
    ["tags", "!a ".repeat(50_000)],
    ["size", `a: ${"x".repeat(1_100_000)}`],
  ])("%s", (_, text) => {
    const start = performance.now();
    const { documents, problems } = read(text);
    expect([documents.length, problems.length, problems[0]!.limit]).toEqual([0, 1, true]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("aliases of aliases do not multiply", () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `a${index}: &a${index} [${index ? `*a${index - 1}, *a${index - 1}` : "x"}]`,
    );
    expect(read(lines.join("\n")).documents).toHaveLength(1);
  });
});
