import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.ts";

const failure = { message: "x", file: undefined, ours: true };
const errors = { error: 1, warning: 0, note: 0 };
const notes = { error: 0, warning: 0, note: 1 };
const nothing = { error: 0, warning: 0, note: 0 };

test.each([
  ["nothing", nothing, [], "note", 0],
  ["an error", errors, [], "error", 1],
  ["an error, never to fail", errors, [], "never", 0],
  ["a note below the threshold", notes, [], "warning", 0],
  ["a note at the threshold", notes, [], "note", 1],
  ["an error above the threshold", errors, [], "note", 1],
  ["a failure besides an error", errors, [failure], "error", 3],
  ["a failure although nothing shall fail", nothing, [failure], "never", 3],
] as const)("%s", (_what, counts, failures, failOn, code) => {
  expect(exitCodeOf({ counts, failures }, failOn)).toBe(code);
});
