import { expect, test } from "vitest";
import { crashText } from "../../src/cli/crash.ts";

test("a crash names itself a defect of ours, where to report it, and where it happened", () => {
  const text = crashText(new TypeError("x is not a function"));
  expect(text).toMatch(/^ml-lint failed\. This is a defect of ml-lint/);
  expect(text).toContain("/issues.\n");
  expect(text).toContain("TypeError: x is not a function\n    at ");
});

test("what is thrown without being an error is shown", () => {
  expect(crashText("gone")).toContain("\ngone\n");
});

test("what a message quotes cannot speak to a runner or a terminal", () => {
  const text = crashText(new Error("\n::error::forged \u001b[31m"));
  expect(text).not.toMatch(/^::error/m);
  expect(text).not.toContain("\u001b");
});
