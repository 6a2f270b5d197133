import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmless, harmlessCode, harmlessInLog, harmlessJson } from "../../src/report/text/harmless.ts";
import { goldenFiles } from "./golden.ts";

test.each([
  ["a\nb\tc\r", "a\\nb\\tc\\r"],
  ["\u001b[2J\u0007", "\\u{1b}[2J\\u{7}"],
  ["\u009b31m", "\\u{9b}31m"],
  ["\u202eabc\u2066", "\\u{202e}abc\\u{2066}"],
  ["a\ud800b", "a\\u{d800}b"],
  ["\u{e0041}", "\\u{e0041}"],
  ["ünï 最小 🚀 👨‍👩‍👧", "ünï 最小 🚀 👨‍👩‍👧"],
])("%j is shown as %j", (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

test.each([
  ["::error::x", ": :error::x"],
  ["a ::set-output name=b::c", "a : :set-output name=b::c"],
  ["##[group]x", "# #[group]x"],
  ["x##vso[task.setvariable]y", "x# #vso[task.setvariable]y"],
  ["Microsoft.X::y", "Microsoft.X::y"],
])("in a log, %j reads %j", (text, shown) => {
  expect(harmlessInLog(text)).toBe(shown);
});

test("code keeps its columns", () => {
  expect(harmlessCode("a\u001b##vso[\u{e0041}", "?")).toBe("a?#?vso[?");
});

describe("JSON", () => {
  test("is the same once it is parsed, and holds nothing that acts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = harmlessJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll("\n", "")).toBe(harmless(json.replaceAll("\n", "")));
      }),
    );
  });
});

test.each([...goldenFiles()].filter(([name]) => name !== "pretty-colours.txt"))(
  "%s holds nothing that acts",
  (_name, text) => {
    expect(text.split("\n").filter((line) => line !== harmless(line))).toEqual([]);
  },
);
