import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceText } from "../../src/model/place.ts";
import { excerptOf } from "../../src/parsers/json/escapes.ts";
import { deepestJson, readJson } from "../../src/parsers/json/reader.ts";
import { type JsonNode, type JsonString, memberOf, membersOf } from "../../src/parsers/json/syntax.ts";

describe("values and their ranges", () => {
  const text = '{ "a": [1, -2.5e3, true, null], "b\\n": "x\\u0041y", "c": {} }';
  const document = readJson(text, "strict");

  test("every value equals what JSON.parse makes of the text", () => {
    expect(document.problems).toEqual([]);
    expect(plain(document.root!)).toEqual(JSON.parse(text));
  });

  test("every range cuts the value out of the text", () => {
    for (const node of nodesOf(document.root!)) expect(JSON.parse(text.slice(node.from, node.to))).toEqual(plain(node));
  });

  test("a key's range holds its quotes", () => {
    if (document.root?.type !== "object") throw new Error("no object");
    const keys = document.root.members.map((member) => text.slice(member.keyFrom, member.keyTo));
    expect(keys).toEqual(['"a"', '"b\\n"', '"c"']);
  });
});

describe("what strict JSON has no word for", () => {
  const cases: [name: string, text: string, value: unknown, strictMessage: string][] = [
    ["a line comment", '{"a": 1 // one\n}', { a: 1 }, "Expected no comment in this file"],
    ["a block comment", '{/* a */"a": 1}', { a: 1 }, "Expected no comment in this file"],
    ["a trailing comma in an object", '{"a": 1,}', { a: 1 }, "Expected another property after the comma"],
    ["a trailing comma in an array", "[1, 2, ]", [1, 2], "Expected another element after the comma"],
    ["a line break in a string", '{"a": "x\n  y"}', { a: "x\n  y" }, "Expected no line break inside a string"],
    ["a no-break space", '{"a":\u00a01}', { a: 1 }, "Expected no invisible character here"],
  ];
  test.each(cases)("%s", (_name, text, value, message) => {
    const lenient = readJson(text);
    expect(lenient.problems).toEqual([]);
    expect(plain(lenient.root!)).toEqual(value);
    expect(readJson(text, "strict").problems.map((problem) => problem.message)).toEqual([message]);
  });

  test("a byte order mark is no part of the value", () => {
    expect(readJson("\ufeff[1]", "strict")).toMatchObject({ problems: [], root: { from: 1, to: 4 } });
  });
});

describe("recovery", () => {
  const broken = "<broken>";
  const cases: [text: string, value: unknown, ...problems: [message: string, written: string][]][] = [
    ["", undefined, ["Expected a JSON value, but the file is empty", ""]],
    ['{"a": }', { a: broken }, ['Expected a value, found "}"', "}"]],
    ['{"a": , "b": 2}', { a: broken, b: 2 }, ['Expected a value, found ","', ","]],
    ['{"a" 1, "b": 2}', { a: broken, b: 2 }, ['Expected a colon after the property name "a"', '"a"']],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }, ['Expected a comma or "}" after this property', "1"]],
    ["[1 2]", [1, 2], ['Expected a comma or "]" after this element', "1"]],
    ["[1,,2]", [1, 2], ["Expected another element after the comma", ","]],
    ["[tru, 2]", [broken, 2], ['Expected a value, found "tru"', "tru"]],
    ["[truex]", [broken], ['Expected a value, found "truex"', "truex"]],
    ["[01, 1.]", [broken, broken], ['Expected a number, found "01"', "01"], ['Expected a number, found "1."', "1."]],
    ["{a: 1, 'b': 2, \"c\": 3}", { c: 3 }, propertyName("a", "a: 1"), propertyName("'", "'b': 2")],
    ['{"a": "x,\n"b": 2}', { a: "x,", b: 2 }, ["Expected a closing quote on this line", '"x,']],
    ['{"a": "x', { a: "x" }, ["Expected a closing quote on this line", '"x'], unclosed("{", "}")],
    ['["\\q"]', ["\\q"], ["Expected a valid escape after the backslash", "\\q"]],
    ["[1", [1], unclosed("[", "]")],
    ['{"a": [1}', { a: [1] }, ['Expected "]": the "[" here is closed by "}"', "["], unclosed("{", "}")],
    ["[1] x", [1], ["Expected the end of the file after the JSON value", "x"]],
    [
      "/* [1]",
      undefined,
      ['Expected "*/" at the end of the comment', "/*"],
      ["Expected a JSON value, but the file is empty", "/* [1]"],
    ],
  ];
  test.each(cases)("%j", (text, value, ...problems) => {
    const document = readJson(text);
    expect(document.root === undefined ? undefined : plain(document.root)).toEqual(value);
    expect(document.problems.map(({ message, from, to }) => [message, text.slice(from, to)])).toEqual(problems);
  });

  function propertyName(found: string, written: string): [string, string] {
    return [`Expected a property name in double quotes, found "${found}"`, written];
  }

  function unclosed(open: string, close: string): [string, string] {
    return [`Expected "${close}": the "${open}" here is never closed`, open];
  }
});

describe("bounds", () => {
  test("values nested too deep are reported once and skipped, the rest is read", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const document = readJson(`{"deep": ${deep}, "after": 1}`);
    expect(document.problems.map((problem) => problem.message)).toEqual([
      `Values are nested more than ${deepestJson} levels deep here and are not read further`,
    ]);
    if (document.root?.type !== "object") throw new Error("no object");
    expect(memberOf(document.root, "after")?.value).toMatchObject({ value: 1 });
  });

  test("a text of nothing but defects yields a bounded list of problems", () => {
    expect(readJson("?,".repeat(50_000)).problems.length).toBeLessThanOrEqual(100);
    expect(readJson(`[${"?,".repeat(50_000)}]`).problems.length).toBe(100);
  });

  test("any text is read without throwing, all ranges lie inside it, and strict accepts what JSON.parse accepts", () => {
    const soup = fc.array(fc.constantFrom(..."{}[],:\"\\/*\n 1e-.tfn'".split(""), "true", '"a"', "ml-lint", "\ufeff"));
    fc.assert(
      fc.property(soup, fc.boolean(), (parts, strict) => {
        const text = parts.join("");
        const document = readJson(text, strict ? "strict" : "lenient");
        for (const { from, to } of [...document.problems, ...(document.root ? nodesOf(document.root) : [])]) {
          if (from < 0 || to < from || to > text.length) throw new Error(`range ${from}-${to} of ${text.length}`);
        }
        if (strict) expect(document.problems.length === 0).toBe(isJson(text.replace(/^\ufeff/, "")));
      }),
      { numRuns: 3000 },
    );
  });

  test("whatever JSON.stringify writes is read back", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const document = readJson(text, "strict");
        expect(document.problems).toEqual([]);
        expect(plain(document.root!)).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe("repeated keys", () => {
  test.each([3, 12])("the last of %i members wins and the others are noted", (count) => {
    const members = Array.from({ length: count }, (_, index) => `"k": ${index}`).join(", ");
    const document = readJson(`{${members}, "other": 0}`);
    if (document.root?.type !== "object") throw new Error("no object");
    expect(document.root.repeated).toBe(true);
    expect(document.replaced).toHaveLength(count - 1);
    expect(memberOf(document.root, "k")?.value).toMatchObject({ value: count - 1 });
    expect(membersOf(document.root).map((member) => member.key)).toEqual(["k", "other"]);
  });

  test("keys that differ in case are different keys", () => {
    expect(readJson('{"a": 1, "A": 2}').replaced).toEqual([]);
  });
});

test("comments that speak to ml-lint are kept, with their text and whether they stand alone", () => {
  const text = '{\n  // ml-lint ignore[a/b]: why\n  "a": 1, // other\n  "b": 2 /* ml-lint ignore[c/d]: so */\n}';
  expect(readJson(text).comments.map(({ text, alone }) => [text, alone])).toEqual([
    ["ml-lint ignore[a/b]: why", true],
    ["ml-lint ignore[c/d]: so", false],
  ]);
});

describe("places inside strings", () => {
  test.each([
    ['["abc"]', 0, 1, "a"],
    ['["a\\n\\"bc"]', 2, 3, '\\"'],
    ['["a\\n\\"bc"]', 3, 5, "bc"],
    ['["\\u0041\\u0042c"]', 2, 3, "c"],
    ['["x\\qy\\tz"]', 5, 6, "z"],
  ])("%s from %i to %i stands at %j", (text, from, to, written) => {
    const root = readJson(text).root;
    if (root?.type !== "array") throw new Error("no array");
    const source = new SourceText("a.json", text);
    const place = excerptOf(source, root.items[0] as JsonString).place(from, to);
    expect(text.slice(source.offset(place.start), source.offset(place.end))).toBe(written);
  });
});

function plain(node: JsonNode): unknown {
  switch (node.type) {
    case "object":
      return Object.fromEntries(node.members.map((member) => [member.key, plain(member.value)]));
    case "array":
      return node.items.map(plain);
    case "broken":
      return "<broken>";
    default:
      return node.value;
  }
}

function nodesOf(node: JsonNode): JsonNode[] {
  if (node.type === "object") return [node, ...node.members.flatMap((member) => nodesOf(member.value))];
  return node.type === "array" ? [node, ...node.items.flatMap(nodesOf)] : [node];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
