import { describe, expect, test } from "vitest";
import { type Insertion, insertIntoHcl, removeFromHcl } from "../../src/engine/fix/hcl.ts";
import { scanHclBody } from "../../src/engine/fix/hcl-scan.ts";
import { appliedTo as apply } from "./applied.ts";

const attribute: Insertion = { names: ["key"], value: "true", blocks: 0 };
const nested: Insertion = { names: ["identity", "type"], value: '"SystemAssigned"', blocks: 1 };
const entry: Insertion = { names: ["settings", "key"], value: '"True"', blocks: 0 };

/** Inserts into the block whose header is the first line up to its brace. */
const intoBlock = (text: string, insertion: Insertion) =>
  apply(text, insertIntoHcl(text, { from: 0, to: text.slice(0, text.indexOf("{")).trimEnd().length }, insertion));

/** Inserts into the object that begins at the first brace. */
const intoObject = (text: string, insertion: Insertion) => {
  const from = text.indexOf("{");
  return apply(text, insertIntoHcl(text, { from, to: text.length }, insertion));
};

describe("inserting into a block", () => {
  test.each<[string, string, Insertion, string | undefined]>([
    ["an empty one", 'a "b" {\n}\n', attribute, 'a "b" {\n  key = true\n}\n'],
    ["an empty one on one line", "a {}\n", attribute, "a {\n  key = true\n}\n"],
    ["one attribute on one line", "a { b = 1 }\n", attribute, "a {\n  b = 1\n  key = true\n}\n"],
    ["behind the last attribute", "a {\n  b = 1\n}\n", attribute, "a {\n  b = 1\n  key = true\n}\n"],
    [
      "before nested blocks",
      "a {\n  b = 1\n\n  c {\n  }\n}\n",
      attribute,
      "a {\n  b = 1\n  key = true\n\n  c {\n  }\n}\n",
    ],
    ["where only blocks are", "a {\n  c {\n  }\n}\n", attribute, "a {\n  key = true\n\n  c {\n  }\n}\n"],
    [
      "below aligned signs",
      "a {\n  bcdef = 1\n  g     = 2\n}\n",
      attribute,
      "a {\n  bcdef = 1\n  g     = 2\n  key   = true\n}\n",
    ],
    [
      "below signs that are not aligned",
      "a {\n  bcdef = 1\n  g = 2\n}\n",
      attribute,
      "a {\n  bcdef = 1\n  g = 2\n  key = true\n}\n",
    ],
    ["with tabs", "a {\n\tb = 1\n}\n", attribute, "a {\n\tb = 1\n\tkey = true\n}\n"],
    [
      "with four spaces",
      "a {\n    b = 1\n}\n",
      nested,
      'a {\n    b = 1\n\n    identity {\n        type = "SystemAssigned"\n    }\n}\n',
    ],
    [
      "with the line breaks of Windows",
      "a {\r\n  b = 1\r\n}\r\n",
      attribute,
      "a {\r\n  b = 1\r\n  key = true\r\n}\r\n",
    ],
    ["behind a remark", "a {\n  b = 1 # one\n}\n", attribute, "a {\n  b = 1 # one\n  key = true\n}\n"],
    [
      "behind a value of several lines",
      "a {\n  b = [\n    1, # }\n  ]\n}\n",
      attribute,
      "a {\n  b = [\n    1, # }\n  ]\n  key = true\n}\n",
    ],
    [
      "behind a heredoc",
      "a {\n  b = <<-EOT\n    }\n  EOT\n}\n",
      attribute,
      "a {\n  b = <<-EOT\n    }\n  EOT\n  key = true\n}\n",
    ],
    ["behind a template", 'a {\n  b = "${c["}"]}"\n}\n', attribute, 'a {\n  b = "${c["}"]}"\n  key = true\n}\n'],
    ["an object", "a {\n  b = 1\n}\n", entry, 'a {\n  b = 1\n\n  settings = {\n    key = "True"\n  }\n}\n'],
    ["what is there already", "a {\n  key = 1\n}\n", attribute, undefined],
    ["a block that does not end", "a {\n  b = 1\n", attribute, undefined],
  ])("%s", (_, text, insertion, after) => {
    expect(intoBlock(text, insertion)).toBe(after);
  });
});

test("a header without a brace does not run into the next line", () => {
  expect(insertIntoHcl("a\nb = {}\n", { from: 0, to: 1 }, attribute)).toBeUndefined();
});

describe("inserting into an object", () => {
  test.each<[string, string, Insertion, string]>([
    ["an empty one", "a = {}\n", attribute, "a = {key = true}\n"],
    ["an empty one with a blank", "a = { }\n", attribute, "a = { key = true }\n"],
    ["an empty one with a remark", "a = { /* none */ }\n", attribute, "a = { key = true /* none */ }\n"],
    ["one line", "a = { b = 1 }\n", attribute, "a = { b = 1, key = true }\n"],
    ["several lines", "a = {\n  b = 1\n}\n", attribute, "a = {\n  b = 1\n  key = true\n}\n"],
    ["lines with commas", "a = {\n  b = 1,\n}\n", attribute, "a = {\n  b = 1,\n  key = true,\n}\n"],
    ["quoted keys", 'a = {\n  "b" = 1\n}\n', attribute, 'a = {\n  "b" = 1\n  "key" = true\n}\n'],
    ["lines whose last closes it", "a = {\n  b = 1 }\n", attribute, "a = {\n  b = 1\n  key = true }\n"],
    ["a comma before the brace", "a = { b = 1, }\n", attribute, "a = { b = 1, key = true, }\n"],
    ["colons", "a = {\n  b : 1\n}\n", attribute, "a = {\n  b : 1\n  key = true\n}\n"],
    [
      "a key that needs quotes",
      "a = {\n  b = 1\n}\n",
      { ...attribute, names: ["c.d"] },
      'a = {\n  b = 1\n  "c.d" = true\n}\n',
    ],
    ["an object within", "a = {\n  b = 1\n}\n", entry, 'a = {\n  b = 1\n  settings = {\n    key = "True"\n  }\n}\n'],
    ["an object within one line", "a = { b = 1 }\n", entry, 'a = { b = 1, settings = { key = "True" } }\n'],
  ])("%s", (_, text, insertion, after) => {
    expect(intoObject(text, insertion)).toBe(after);
  });
});

describe("removing", () => {
  const remove = (text: string, start: string) => apply(text, removeFromHcl(text, text.indexOf(start)));

  test.each<[string, string, string, string]>([
    ["an attribute with its line", "a {\n  b = 1\n  c = 2\n}\n", "b = 1", "a {\n  c = 2\n}\n"],
    ["an attribute with its remark", "a {\n  b = 1 # one\n  c = 2\n}\n", "b = 1", "a {\n  c = 2\n}\n"],
    ["a block", 'a {\n  b = 1\n  ssh {\n    key = "}"\n  }\n}\n', "ssh", "a {\n  b = 1\n}\n"],
    ["a line of Windows", "a {\r\n  b = 1\r\n}\r\n", "b = 1", "a {\r\n}\r\n"],
    ["the first of one line", "a = { b = 1, c = 2 }\n", "b = 1", "a = { c = 2 }\n"],
    ["the last of one line", "a = { b = 1, c = 2 }\n", "c = 2", "a = { b = 1 }\n"],
    ["a line with a comma", "a = {\n  b = 1,\n  c = 2,\n}\n", "b = 1", "a = {\n  c = 2,\n}\n"],
    ["a quoted key", 'a = {\n  "b.c" = d\n}\n', '"b.c"', "a = {\n}\n"],
  ])("%s", (_, text, start, after) => {
    expect(remove(text, start)).toBe(after);
  });
});

describe("hostile texts", () => {
  test.each([
    ["brackets that do not close", `{${" a = [".repeat(20_000)}`],
    ["templates in templates", `{ a = ${'"${'.repeat(20_000)}`],
    ["a heredoc without an end in a list", "{\n  a = [<<EOT\n  ]\n}\n"],
    ["a heredoc without an end", "{\n  a = <<EOT\n  }\n}\n"],
    ["a sign without a value", "{\n  a =\n}\n"],
    ["a block without a brace", "{\n  a b c\n}\n"],
  ])("%s are not understood, and nothing breaks", (_, text) => {
    expect(scanHclBody(text, 0)).toBeUndefined();
  });
});
