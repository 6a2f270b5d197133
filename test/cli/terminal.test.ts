import { describe, expect, test } from "vitest";
import { terminalOf } from "../../src/cli/terminal.ts";

const screen = { isTTY: true, columns: 120 };
const pipe = {};

describe("colours", () => {
  test.each([
    ["on a terminal", screen, {}, true],
    ["not in a pipe", pipe, {}, false],
    ["not where NO_COLOR is set", screen, { NO_COLOR: "1" }, false],
    ["where NO_COLOR is empty", screen, { NO_COLOR: "" }, true],
    ["not on a dumb terminal", screen, { TERM: "dumb" }, false],
    ["in a pipe where they are forced", pipe, { FORCE_COLOR: "1" }, true],
    ["not where they are forced off", screen, { FORCE_COLOR: "0" }, false],
    ["where they are forced, whatever NO_COLOR says", pipe, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  ] as const)("%s", (_name, stream, variables, isColoured) => {
    expect(terminalOf(stream, variables).isColoured).toBe(isColoured);
  });
});

describe("links", () => {
  test.each([
    ["not on any terminal", screen, { TERM: "xterm" }, false],
    ["in the terminal of an editor", screen, { TERM_PROGRAM: "vscode" }, true],
    ["on a terminal of GNOME", screen, { VTE_VERSION: "7600" }, true],
    ["not on an old one", screen, { VTE_VERSION: "4600" }, false],
    ["not in CI", screen, { TERM_PROGRAM: "vscode", CI: "true" }, false],
    ["not without colours", screen, { TERM_PROGRAM: "vscode", NO_COLOR: "1" }, false],
  ] as const)("%s", (_name, stream, variables, hasLinks) => {
    expect(terminalOf(stream, variables).hasLinks).toBe(hasLinks);
  });
});

describe("characters", () => {
  test.each([
    [{ LANG: "de_DE.UTF-8" }, true],
    [{ LANG: "C.utf8" }, true],
    [{ LANG: "C" }, false],
    [{ LANG: "C.UTF-8", LC_ALL: "POSIX" }, false],
    [{}, false],
    [{ GITHUB_ACTIONS: "true" }, true],
    [{ WT_SESSION: "x" }, true],
  ] as const)("%j", (variables, isUnicode) => {
    expect(terminalOf(pipe, variables).isUnicode).toBe(isUnicode);
  });
});

test.each([
  ["a wide terminal", { isTTY: true, columns: 200 }, 100, 200],
  ["a usual one", { isTTY: true, columns: 90 }, 90, 90],
  ["one that is hardly there", { isTTY: true, columns: 10 }, 40, 40],
  ["one that does not know its width", { isTTY: true, columns: 0 }, 80, 160],
  ["a pipe", {}, 80, 160],
])("%s has room for sentences and for code", (_name, stream, width, codeWidth) => {
  expect(terminalOf(stream, {})).toMatchObject({ width, codeWidth });
});
