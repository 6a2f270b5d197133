import { expect, test } from "vitest";
import { suggestion } from "../../src/cli/nearest.ts";

test.each([
  ["explian", " Did you mean explain?"],
  ["prety", " Did you mean pretty?"],
  ["SARIF", " Did you mean sarif?"],
  ["gitub", " Did you mean github?"],
  ["yaml", ""],
  ["x".repeat(100_000), ""],
])("%.20s is answered", (word, answer) => {
  expect(suggestion(word, ["pretty", "explain", "sarif", "github", "gitlab"])).toBe(answer);
});
