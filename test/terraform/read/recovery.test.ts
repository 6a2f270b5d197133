import { expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { NativeBody } from "../../../src/parsers/terraform/read/syntax.ts";

function read(text: string) {
  const file = parseHcl(new SourceText("main.tf", text));
  const body = file.body as NativeBody;
  const whole = body.blocks.filter((block) => !block.broken).map((block) => block.labels.at(-1)?.text ?? block.type);
  const broken = body.blocks.filter((block) => block.broken).map((block) => block.labels.at(-1)?.text ?? block.type);
  return { problems: file.problems, whole, broken, attributes: body.attributes.map(({ name }) => name) };
}

const before = 'resource "r" "before" {\n  a = 1\n}\n\n';
const after = '\nresource "r" "after" {\n  a = 1\n  b {\n    c = 2\n  }\n}\n';

test.each([
  ["a value is missing", "  a =\n  b = 1\n}", "Expected a value, found the end of the line"],
  [
    "a name stands alone",
    "  foo\n}",
    'Expected an equals sign or an opening brace after the name "foo", found the end of the line',
  ],
  ["a name is quoted", '  "a" = 1\n}', "Expected a name without quotation marks"],
  ["two attributes share a line", "  a = 1 b = 2\n}", 'Expected a new line, found "b"'],
  ["a list is not closed", "  a = [\n    1,\n    2\n\n}", 'Expected "," or "]" after an item of the list, found "}"'],
  ["a list lacks a comma", "  a = [1 2]\n}", 'Expected "," or "]" after an item of the list, found "2"'],
  ["a call is not closed", "  a = f(1, 2\n}", 'Expected "," or ")" after an argument of f, found "}"'],
  ["an object is not closed", "  a = {\n    b = 1\n\n}", 'Expected "}" to close the block "resource"'],
  ["a block is not closed", "  b {\n    c = 1\n}", 'Expected "}" to close the block "resource"'],
  ["nothing is closed", "  a = 1", 'Expected "}" to close the block "resource"'],
  ["a string is not closed", '  a = "b\n  c = 1\n}', "Expected a closing quotation mark before the end of the line"],
  ["an interpolation is not closed", '  a = "${b"\n}', 'Expected "}" to close the interpolation, found'],
  ["a heredoc is not closed", "  a = <<EOT\n  b\n}", 'Expected a line with "EOT" alone to close the heredoc'],
  ["an operator stands alone", "  a = 1 +\n}", "Expected a value, found the end of the line"],
  [
    "a condition has one branch",
    "  a = b ? c\n}",
    'Expected ":" and the value for the case that the condition is false',
  ],
  ["an attribute stands twice", "  a = 1\n  a = 2\n}", 'Expected each attribute once, found "a" a second time'],
  ["a brace is too many", "  b {\n  }\n  }\n}", 'Expected no "}" here, since no block is open'],
  ["a heredoc holds a brace", "  a = = 1\n  b = <<EOT\n}\nEOT\n}", 'Expected a value, found "="'],
])("where %s, the block is lost and its neighbours are not", (_, inside, message) => {
  const { problems, whole, broken } = read(`${before}resource "r" "bad" {\n${inside}\n${after}`);
  expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  expect({ whole, broken }).toEqual({ whole: ["before", "after"], broken: ["bad"] });
});

test("each broken block has its own problem", () => {
  const { problems, whole } = read(`${before}data "d" "x" {\n  a = \n}\n${before}data "d" "y" {\n  b = )\n}\n${after}`);
  expect(problems).toHaveLength(2);
  expect(whole).toEqual(["before", "before", "after"]);
});

test("a variable whose value cannot be read is there, as an invalid one", () => {
  const { body, problems } = parseHcl(new SourceText("x.tfvars", 'a = 1\nb = [\n  1 2\n]\nc = "x"\n'));
  expect(problems).toHaveLength(1);
  const read = (body as NativeBody).attributes.map(({ name, expression }) => [name, expression.type]);
  expect(read).toEqual([
    ["a", "number"],
    ["b", "invalid"],
    ["c", "string"],
  ]);
});

test("blocks around a broken block are broken, and keep what was read", () => {
  const { body } = parseHcl(new SourceText("main.tf", "a {\n  b = 1\n  c {\n    d = 2\n    e =\n  }\n}\nf {}\n"));
  const [outer, next] = (body as NativeBody).blocks;
  const inside = outer!.body as NativeBody;
  expect([outer!.broken, inside.blocks[0]!.broken, next!.broken]).toEqual([true, true, false]);
  expect(inside.attributes.map(({ name }) => name)).toEqual(["b"]);
});

test("a comment without end hides the rest and is one problem", () => {
  const { problems, whole } = read(`${before}/* ${after}`);
  expect(problems.map(({ message }) => message)).toEqual(['Expected "*/" to close the comment']);
  expect(whole).toEqual(["before"]);
});

test.each([
  ["parentheses", `a = ${"(".repeat(5000)}1${")".repeat(5000)}`, "nested more than 200 levels"],
  ["lists", `a = ${"[".repeat(100_000)}`, "nested more than 200 levels"],
  ["objects", `a = ${"{a=".repeat(5000)}`, "nested more than 200 levels"],
  ["negations", `a = ${"!".repeat(100_000)}b`, "nested more than 200 levels"],
  ["conditionals", `a = ${"b ? c : ".repeat(5000)}d`, "nested more than 200 levels"],
  ["templates", `a = ${'"${'.repeat(5000)}`, "nested more than 200 levels"],
  ["directives", `a = "${"%{if b}".repeat(5000)}"`, "nested more than 200 levels"],
  ["splats", `a = b${"[*]".repeat(5000)}`, "nested more than 200 levels"],
  ["blocks", "a {\n".repeat(100_000), "nested more than 200 levels"],
  ["sums", `a = 1${" + 1".repeat(100_000)}`, "more than 500 operations deep"],
])("%s without end are refused, not followed", (_, text, message) => {
  const { problems } = read(`${text}\n`);
  expect(problems[0]?.message).toContain(message);
});

test.each([
  ["blocks that never close", `${"a {\n".repeat(150)}${"b {}\n".repeat(40_000)}`],
  ["attributes that stand again and again", "a = 1\n".repeat(200_000)],
  ["heredocs that never close", Array.from({ length: 20_000 }, (_, at) => `a${at} = <<M${at}`).join("\n")],
  ["broken lines", "a = = 1\n".repeat(200_000)],
  ["stray braces", "}\n".repeat(200_000)],
  ["marks of heredocs in broken lines", `a = = 1\n${"  <<M\n".repeat(100_000)}`],
  ["a long rest of a broken block", `a {\n  b = = 1\n${"  c = 1\n".repeat(200_000)}}\n`],
  ["comments that never close", "a = /* b\n".repeat(100_000)],
  ["escapes", `a = "${"\\n".repeat(500_000)}"`],
  ["dollars", `a = "${"$".repeat(1_000_000)}"`],
])("%s take linear time", (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(3000);
});
