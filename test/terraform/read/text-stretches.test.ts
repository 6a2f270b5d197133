import { expect, test } from "vitest";
import { Excerpt, SourceText } from "../../../src/model/place.ts";
import { attributeOf } from "../../../src/parsers/terraform/read/body-access.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import type { TextPart } from "../../../src/parsers/terraform/read/syntax.ts";
import { textStretches } from "../../../src/parsers/terraform/read/text-stretches.ts";

/** What stands in the file where an excerpt says that the word of its value stands. */
function placed(text: string, word: string): string {
  const source = new SourceText("main.tf", text);
  const expression = attributeOf(parseHcl(source).body, "a")!.expression;
  if (expression.type !== "string" && expression.type !== "template") throw new Error(`a ${expression.type}`);
  const parts = expression.type === "string" ? [expression] : expression.parts.filter((part) => part.type === "text");
  const part = parts.find(({ value }) => value.includes(word)) as TextPart;
  const excerpt = new Excerpt(source, part.value, textStretches(text, part, expression.form));
  const from = part.value.indexOf(word);
  const { start, end } = excerpt.place(from, from + word.length);
  return text.slice(source.offset(start), source.offset(end));
}

test.each([
  ['a = "x word y"\n', "word", "word"],
  ['a = "\\n\\u00e9\\U0001F600word"\n', "word", "word"],
  ['a = "$${x} word"\n', "word", "word"],
  ['a = "%%{x} $${HOME} word"\n', "${HOME} word", "$${HOME} word"],
  ['a = "${b} x word"\n', "word", "word"],
  ['a = "${b ~}   word"\n', "word", "word"],
  ["a = <<X\n  one\n    word\nX\n", "word", "word"],
  ["a = <<-X\n  one\n    word two\n  X\n", "  word", "  word"],
  ["a = <<-X\n    one\n      two\n\n    word\n  X\n", "word", "word"],
  ["a = <<-X\r\n  one\r\n    word two\r\n  X\r\n", "word", "word"],
  ["a = <<-X\n  one ${b}\n    two\n    $${c} word\n  X\n", "word", "word"],
  ["a = <<-X\n  ${b ~}\n    word\n  X\n", "word", "word"],
  ["a = <<-X\n  one\n  ${b} two\n    word\n  X\n", "word", "word"],
])("in %j the place of %j is that of %j", (text, word, expected) => {
  expect(placed(text, word)).toBe(expected);
});
