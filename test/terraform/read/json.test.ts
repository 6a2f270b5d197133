import { expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import { attributeOf, attributesOf, blocksOf } from "../../../src/parsers/terraform/read/body-access.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import { spelledExpression } from "../../../src/parsers/terraform/read/json-expression.ts";
import type { Block, Expression, SyntaxProblem } from "../../../src/parsers/terraform/read/syntax.ts";
import { parseTfJson } from "../../../src/parsers/terraform/read/tf-json.ts";
import { describeExpression } from "./describe.ts";

function read(value: unknown, form: "configuration" | "variables" = "configuration") {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { text, ...parseTfJson(new SourceText("main.tf.json", text), form) };
}

/** The blocks of a type as "type.label.label". */
function addresses(blocks: readonly Block[]): string[] {
  return blocks.map(({ type, labels }) => [type, ...labels.map((label) => label.text)].join("."));
}

/** The same expression without its ranges, for comparison with native syntax. */
function shape(expression: Expression | undefined): string {
  const plain = (key: string, value: unknown) =>
    /range$/i.test(key) || key === "form" || key === "name" ? undefined : value;
  return JSON.stringify(expression && describeExpression(expression), plain);
}

function native(text: string): Expression | undefined {
  return attributeOf(parseHcl(new SourceText("main.tf", `a = ${text}\n`)).body, "a")?.expression;
}

test.each([
  ["one of each label", { resource: { t: { a: {}, b: {} } } }, ["resource.t.a", "resource.t.b"]],
  ["lists of blocks", { resource: { t: { a: [{}, {}] } } }, ["resource.t.a", "resource.t.a"]],
  [
    "lists on every level",
    { resource: [{ t: [{ a: {} }, { b: {} }] }, { u: { c: {} } }] },
    ["resource.t.a", "resource.t.b", "resource.u.c"],
  ],
  [
    "a list of files",
    [{ resource: { t: { a: {} } } }, { resource: { t: { b: {} } } }],
    ["resource.t.a", "resource.t.b"],
  ],
  ["a key twice", '{"resource":{"t":{"a":{}}},"resource":{"t":{"b":{}}}}', ["resource.t.a", "resource.t.b"]],
  ["comments", { "//": "x", resource: { "//": "y", t: { a: { "//": "z" } } } }, ["resource.t.a"]],
  ["no label", { locals: { a: 1 }, terraform: [{}, {}] }, []],
])("blocks are read from %s", (_, value, expected) => {
  const { body, problems } = read(value);
  expect(addresses(blocksOf(body, "resource"))).toEqual(expected);
  expect(problems).toEqual([]);
});

test("a block in JSON has the places of its key, its labels and its braces", () => {
  const { text, body } = read('{"resource": {"t": {"a": {"b": 1}}}}');
  const [block] = blocksOf(body, "resource");
  const of = (range: { from: number; to: number }) => text.slice(range.from, range.to);
  expect(of(block!)).toBe('{"b": 1}');
  expect(of(block!.header)).toBe("{");
  expect(of(block!.typeRange)).toBe('"resource"');
  expect(block!.labels.map(of)).toEqual(['"t"', '"a"']);
  const b = attributeOf(block!.body, "b")!;
  expect([of(b), of(b.nameRange), of(b.expression)]).toEqual(['"b": 1', '"b"', "1"]);
});

test("a member of a body can be asked for as an attribute and as blocks", () => {
  const { body } = read({ resource: { t: { a: { x: [{ y: 1 }, { y: 2 }], dynamic: { z: { content: {} } } } } } });
  const inside = blocksOf(body, "resource")[0]!.body;
  expect(shape(attributeOf(inside, "x")?.expression)).toBe(shape(native('[{"y" = 1}, {"y" = 2}]')));
  expect(blocksOf(inside, "x").map((block) => shape(attributeOf(block.body, "y")?.expression))).toEqual([
    shape(native("1")),
    shape(native("2")),
  ]);
  expect(addresses(blocksOf(inside, "dynamic", 1))).toEqual(["dynamic.z"]);
  expect(attributesOf(inside, new Set(["dynamic"])).map(({ name }) => name)).toEqual(["x"]);
});

test.each([
  ['"x"', '"x"'],
  ['"${a.b}"', '"${a.b}"'],
  ['"a ${b[0]} c"', '"a ${b[0]} c"'],
  ['"%{if a}b%{endif}"', '"%{if a}b%{endif}"'],
  ['"$${a}"', '"$${a}"'],
  ['"a\\n\\"${f(\\"b\\")}\\""', '"a\\n\\"${f("b")}\\""'],
  ['"\\u00e9${a}"', '"é${a}"'],
  ['"e\\u0301"', '"é"'],
  ['"\\\\n${a}"', '"\\\\n${a}"'],
  ["[1, true, null]", "[1, true, null]"],
  ["-1.5e3", "-1.5e3"],
  ['{"a": "${b}", "${c}": 1}', '{"a" = "${b}", "${c}" = 1}'],
])("in configuration, %s is what native syntax writes %s", (json, hcl) => {
  const { body, problems } = read(`{"locals": {"a": ${json}}}`);
  const expression = attributeOf(blocksOf(body, "locals")[0]!.body, "a")?.expression;
  const expected = hcl === "-1.5e3" ? ({ type: "number", text: "-1.5e3", from: 0, to: 0 } as const) : native(hcl);
  expect(shape(expression)).toBe(shape(expected));
  expect(problems).toEqual([]);
});

test("in escaped strings the offsets are those of the file", () => {
  const { text, body } = read('{"locals": {"a": "\\n\\u00e9${ b.c }\\t${d(\\"e\\")}"}}');
  const expression = attributeOf(blocksOf(body, "locals")[0]!.body, "a")!.expression;
  const parts = expression.type === "template" ? expression.parts : [];
  const shown = parts.map((part) => {
    const range = part.type === "interpolation" ? part.expression : part;
    return text.slice(range.from, range.to);
  });
  expect(shown).toEqual(["\\n\\u00e9", "b.c", "\\t", 'd(\\"e\\")']);
});

test("in variable files and variable blocks strings stand for themselves", () => {
  expect(attributesOf(read({ a: "${b}" }, "variables").body)[0]?.expression).toMatchObject({
    type: "string",
    value: "${b}",
  });
  const { body } = read({ variable: { v: { default: "${b}", validation: [{ condition: "${c}" }] } } });
  const inside = blocksOf(body, "variable")[0]!.body;
  expect(attributeOf(inside, "default")?.expression).toMatchObject({ type: "string", value: "${b}" });
  const [validation] = blocksOf(inside, "validation");
  expect(attributeOf(validation!.body, "condition")?.expression.type).toBe("wrap");
});

test("a template that cannot be read is invalid, and a problem at its place once it is read", () => {
  const { text, body, problems } = read({ locals: { a: "x ${b c}" } });
  const { expression } = attributeOf(blocksOf(body, "locals")[0]!.body, "a")!;
  expect(expression.type).toBe("invalid");
  expect(problems.map(({ message }) => message)).toEqual(['Expected "}" to close the interpolation, found "c"']);
  expect(text.slice(problems[0]!.from, problems[0]!.to)).toBe("c");
});

test.each([
  ['"list(string)"', "list(string)"],
  ['"azurerm_key_vault.a[0].id"', "azurerm_key_vault.a[0].id"],
  ['"m[\\"a\\"].b"', 'm["a"].b'],
  ['["a.b", "c"]', "[a.b, c]"],
  ['{"x": "a.y"}', '{"x" = a.y}'],
  ['"${a.b}"', "a.b"],
])("where Terraform wants an expression, the string %s spells %s", (json, hcl) => {
  const { text, body } = read(`{"locals": {"a": ${json}}}`);
  const problems: SyntaxProblem[] = [];
  const { expression } = attributeOf(blocksOf(body, "locals")[0]!.body, "a")!;
  expect(shape(spelledExpression(text, expression, problems))).toBe(shape(native(hcl)));
  expect(problems).toEqual([]);
});

test("comments of JSON are the strings under //", () => {
  const { comments } = read({ resource: { t: { a: { "//": "ml-lint ignore[x]: y", b: [{ "//": "nothing" }] } } } });
  expect(comments).toMatchObject([{ text: "ml-lint ignore[x]: y", alone: true }]);
});

test("only the block around a defect of the JSON is broken", () => {
  const { body, problems } = read('{"resource": {"t": {"a": {"b": 1 "c": 2}, "d": {"e": 1}}}}');
  expect(problems).toHaveLength(1);
  expect(blocksOf(body, "resource").map(({ broken }) => broken)).toEqual([true, false]);
});

test.each(["", "1", "[1]", '"x"', "null"])("%j is no configuration", (text) => {
  expect(read(text).problems).toHaveLength(1);
});
