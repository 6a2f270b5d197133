import { describe, expect, test } from "vitest";
import { displayWidth, wrap } from "../../src/report/text/width.ts";

test.each([
  ["abc", 3],
  ["ünï", 3],
  ["e\u0301", 1],
  ["最小", 4],
  ["🚀", 2],
  ["👍🏽", 2],
  ["│━·…", 4],
  ["한글", 4],
  ["", 0],
])("%j takes %i columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

describe("breaking sentences", () => {
  test.each([
    ["one two three", 7, 0, ["one two", "three"]],
    ["one two three", 7, 4, ["one", "two", "three"]],
    ["unbreakable word", 4, 0, ["unbreakable", "word"]],
    ["最小 の数", 5, 0, ["最小", "の数"]],
    ["", 10, 0, [""]],
  ])("%j at %i", (text, width, taken, lines) => {
    expect(wrap(text, width, taken)).toEqual(lines);
  });
});
