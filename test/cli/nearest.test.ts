import { expect, test } from "vitest";
import { nearest } from "../../src/cli/nearest.ts";

test.each([
  ["explian", "explain"],
  ["prety", "pretty"],
  ["SARIF", "sarif"],
  ["gitub", "github"],
  ["yaml", undefined],
  ["x".repeat(100_000), undefined],
])("%.20s means %s", (word, meant) => {
  expect(nearest(word, ["pretty", "explain", "sarif", "github", "gitlab"])).toBe(meant);
});
