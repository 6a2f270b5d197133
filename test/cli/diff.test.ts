import { describe, expect, test } from "vitest";
import { readDiff, unquote } from "../../src/cli/git/diff.ts";

function diffOf(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

describe("a diff", () => {
  test.each([
    ["changed lines", "@@ -3,2 +3,2 @@", [{ from: 3, to: 4 }], []],
    ["one added line", "@@ -3,0 +4 @@", [{ from: 4, to: 4 }], []],
    ["more lines than before", "@@ -3 +3,5 @@", [{ from: 3, to: 7 }], []],
    ["lines taken away", "@@ -3,2 +2,0 @@", [], [2]],
    ["lines taken away at the top", "@@ -1,2 +0,0 @@", [], [0]],
  ])("%s", (_name, hunk, ranges, removals) => {
    const text = diffOf("diff --git a/x b/x", "index 1..2 100644", "--- a/x", "+++ b/x", hunk);
    expect(readDiff(text)).toMatchObject([{ file: "x", ranges, removals, isBinary: false }]);
  });

  test("of several files and hunks", () => {
    const text = diffOf(
      ...["diff --git a/x b/x", "--- a/x", "+++ b/x", "@@ -1 +1 @@", "-a", "+b", "@@ -9,0 +10,2 @@ f() {", "+c", "+d"],
      ...["diff --git a/y b/y", "--- a/y", "+++ b/y", "@@ -1 +1 @@", "-a", "+b"],
    );
    expect(readDiff(text).map(({ file, ranges }) => [file, ranges.length])).toEqual([
      ["x", 2],
      ["y", 1],
    ]);
  });

  test("whose lines look like headers", () => {
    const text = diffOf(
      ...["diff --git a/x b/x", "--- a/x", "+++ b/x", "@@ -1,2 +1,3 @@"],
      ...["--- a/y", "-diff --git a/y b/y", "+++ b/y", "+@@ -1 +1 @@", "+Binary files a/x and b/x differ"],
      ...["\\ No newline at end of file", "@@ -9 +10 @@", "-a", "+b"],
    );
    expect(readDiff(text)).toEqual([
      {
        file: "x",
        ranges: [
          { from: 1, to: 3 },
          { from: 10, to: 10 },
        ],
        removals: [],
        former: {
          file: "x",
          ranges: [
            { from: 1, to: 2 },
            { from: 9, to: 9 },
          ],
        },
        isBinary: false,
      },
    ]);
  });

  test("of a renamed file counts for its new name", () => {
    const text = diffOf(
      ...["diff --git a/old b/new", "similarity index 90%", "rename from old", "rename to new"],
      ...["--- a/old", "+++ b/new", "@@ -2 +2 @@", "-a", "+b"],
    );
    expect(readDiff(text)[0]).toMatchObject({
      ...{ file: "new", ranges: [{ from: 2, to: 2 }] },
      former: { file: "old", ranges: [{ from: 2, to: 2 }] },
    });
  });

  test("of a file that is no text", () => {
    const text = diffOf("diff --git a/a b b/a b", "index 1..2 100644", "Binary files a/a b and b/a b differ");
    expect(readDiff(text)).toMatchObject([{ file: "a b", ranges: [], removals: [], isBinary: true }]);
  });

  test("of a file with spaces, whose name ends with a tab", () => {
    const text = diffOf("diff --git a/a b b/a b", "--- a/a b\t", "+++ b/a b\t", "@@ -1 +1 @@", "-a", "+b");
    expect(readDiff(text)[0]!.file).toBe("a b");
  });

  test("that says nothing", () => {
    expect(readDiff("")).toEqual([]);
    expect(readDiff("warning: something\n")).toEqual([]);
  });
});

describe("a name that git quotes", () => {
  test.each([
    ["plain", "plain"],
    ['"tab\\there"', "tab\there"],
    ['"quote\\"back\\\\slash"', 'quote"back\\slash'],
    ['"\\303\\274n\\303\\257"', "ünï"],
    ['"line\\nbreak"', "line\nbreak"],
    ['"ünï\\t"', "ünï\t"],
  ])("%s", (quoted, name) => {
    expect(unquote(quoted)).toBe(name);
  });
});
