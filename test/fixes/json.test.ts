import { describe, expect, test } from "vitest";
import type { Insertion } from "../../src/engine/fix/hcl.ts";
import { insertIntoJson, removeFromJson } from "../../src/engine/fix/json.ts";
import { appliedTo } from "./applied.ts";

const member: Insertion = { names: ["key"], value: "true", blocks: 0 };
const nested: Insertion = { names: ["identity", "type"], value: '"SystemAssigned"', blocks: 0 };

describe("inserting into an object", () => {
  const insert = (text: string, insertion = member) => appliedTo(text, insertIntoJson(text, 0, insertion));

  test.each<[string, string, string | undefined]>([
    ["an empty one", "{}", '{ "key": true }'],
    ["an empty one with blanks", "{  }", '{ "key": true }'],
    ["an empty one with a remark", "{ /* none */ }", '{ "key": true /* none */ }'],
    ["an empty one of two lines", "{\n}\n", '{\n  "key": true\n}\n'],
    ["an empty one whose brace has a remark", "{ // none\n}\n", '{ // none\n  "key": true\n}\n'],
    ["one line", '{ "a": 1 }', '{ "a": 1, "key": true }'],
    ["one line without blanks", '{"a":1}', '{"a":1, "key": true}'],
    ["one line that ends with a comma", '{ "a": 1, }', '{ "a": 1, "key": true, }'],
    ["several lines", '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "key": true\n}\n'],
    ["several lines that end with a comma", '{\n  "a": 1,\n}\n', '{\n  "a": 1,\n  "key": true,\n}\n'],
    ["behind a remark", '{\n  "a": 1 // one, two }\n}\n', '{\n  "a": 1, // one, two }\n  "key": true\n}\n'],
    ["behind a comma and a remark", '{\n  "a": 1, // one\n}\n', '{\n  "a": 1, // one\n  "key": true,\n}\n'],
    ["before a long remark", '{\n  "a": 1 /* one\n  two */\n}\n', '{\n  "a": 1,\n  "key": true /* one\n  two */\n}\n'],
    ["where the last closes it", '{\n  "a": 1 }\n', '{\n  "a": 1,\n  "key": true }\n'],
    ["where a comma closes it", '{\n  "a": 1, }\n', '{\n  "a": 1,\n  "key": true, }\n'],
    ["where the first follows the brace", '{ "a": 1,\n  "b": 2\n}\n', '{ "a": 1,\n  "b": 2,\n  "key": true\n}\n'],
    ["behind an object", '{\n  "a": {\n    "b": "}"\n  }\n}\n', '{\n  "a": {\n    "b": "}"\n  },\n  "key": true\n}\n'],
    ["with the line breaks of Windows", '{\r\n  "a": 1\r\n}\r\n', '{\r\n  "a": 1,\r\n  "key": true\r\n}\r\n'],
    [
      "a remark with the line breaks of Windows",
      '{\r\n  "a": 1 // x\r\n}',
      '{\r\n  "a": 1, // x\r\n  "key": true\r\n}',
    ],
    ["with tabs", '{\n\t"a": 1\n}\n', '{\n\t"a": 1,\n\t"key": true\n}\n'],
    ["a text with an escaped quote", '{\n  "a": "\\"}"\n}\n', '{\n  "a": "\\"}",\n  "key": true\n}\n'],
    ["what is there already", '{ "key": false }', undefined],
    ["an object that does not end", '{ "a": 1', undefined],
    ["a comma that lacks", '{ "a": 1 "b": 2 }', undefined],
    ["a value that lacks", '{ "a": }', undefined],
    ["no object", "[1, 2]", undefined],
  ])("%s", (_, text, after) => {
    expect(insert(text)).toBe(after);
  });

  test.each<[string, string, string]>([
    ["in lines", '{\n  "a": 1\n}', '{\n  "a": 1,\n  "identity": {\n    "type": "SystemAssigned"\n  }\n}'],
    [
      "in lines of four",
      '{\n    "a": 1\n}',
      '{\n    "a": 1,\n    "identity": {\n        "type": "SystemAssigned"\n    }\n}',
    ],
    ["in one line", '{ "a": 1 }', '{ "a": 1, "identity": { "type": "SystemAssigned" } }'],
  ])("an object within an object, %s", (_, text, after) => {
    expect(insert(text, nested)).toBe(after);
  });
});

describe("removing", () => {
  const remove = (text: string, start: string) => appliedTo(text, removeFromJson(text, text.indexOf(start)));

  test.each<[string, string, string, string]>([
    ["the first line", '{\n  "a": 1,\n  "b": 2\n}\n', '"a"', '{\n  "b": 2\n}\n'],
    ["the last line", '{\n  "a": 1,\n  "b": 2\n}\n', '"b"', '{\n  "a": 1\n}\n'],
    ["the last line with its comma", '{\n  "a": 1,\n  "b": 2,\n}\n', '"b"', '{\n  "a": 1,\n}\n'],
    ["the only line", '{\n  "a": 1\n}\n', '"a"', "{\n}\n"],
    ["a line with its remark", '{\n  "a": 1, // one\n  "b": 2\n}\n', '"a"', '{\n  "b": 2\n}\n'],
    ["the last line with its remark", '{\n  "a": 1,\n  "b": 2 // two\n}\n', '"b"', '{\n  "a": 1\n}\n'],
    ["the last line, but no remark of another", '{\n  "a": 1, // one\n  "b": 2\n}\n', '"b"', '{\n  "a": 1 // one\n}\n'],
    ["an object", '{\n  "a": {\n    "b": 1\n  },\n  "c": 2\n}\n', '"a"', '{\n  "c": 2\n}\n'],
    ["a line of Windows", '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', '"b"', '{\r\n  "a": 1\r\n}\r\n'],
    ["the first of one line", '{ "a": 1, "b": 2 }', '"a"', '{ "b": 2 }'],
    ["the middle of one line", '{ "a": 1, "b": 2, "c": 3 }', '"b"', '{ "a": 1, "c": 3 }'],
    ["the last of one line", '{ "a": 1, "b": 2 }', '"b"', '{ "a": 1 }'],
    ["the only one of one line", '{ "a": 1 }', '"a"', "{}"],
    ["behind an address", '{\n  "a": "https://x",\n  "b": 2\n}\n', '"b"', '{\n  "a": "https://x"\n}\n'],
    ["behind a long remark", '{\n  "a": 1, /* one */\n  "b": 2\n}\n', '"b"', '{\n  "a": 1 /* one */\n}\n'],
  ])("%s", (_, text, start, after) => {
    expect(remove(text, start)).toBe(after);
  });

  test.each([
    ["what has no key", "{ a: 1 }", "a"],
    ["what has no value", '{ "a": ', '"a"'],
  ])("not %s", (_, text, start) => {
    expect(remove(text, start)).toBeUndefined();
  });
});

test.each([
  ["brackets that do not close", `{ "a": ${"[{".repeat(50_000)}`],
  ["slashes without an end", `{ ${"/".repeat(50_000)}`],
  ["remarks without an end", `{ ${"/* ".repeat(50_000)}`],
])("%s are not understood, and nothing breaks", (_, text) => {
  expect(insertIntoJson(text, 0, member)).toBeUndefined();
});
