import type { Fix, Replacement } from "sarif";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/engine/fix/edit.ts";
import { applyEdits } from "../../src/engine/fix/edit.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import type { SourceText } from "../../src/model/place.ts";
import { reportDocument } from "../../src/report/json.ts";
import { sarifFix } from "../../src/report/sarif/fixes.ts";
import { unifiedDiff } from "../../src/report/unified-diff.ts";
import { withFixes } from "../fixes/fixing.ts";

const files = {
  "main.tf":
    'resource "azurerm_container_registry" "this" {\r\n  name          = "acr"\r\n  admin_enabled = true\r\n}\r\n',
};
const edits: Edit[] = [
  { file: "main.tf", from: 88, to: 92, text: "false" },
  { file: "main.tf", from: 48, to: 48, text: "  sku = 1\r\n" },
];

/** What an editor does with a fix of SARIF. */
function carriedOut({ artifactChanges }: Fix, source: SourceText): string {
  const replacements = artifactChanges[0]!.replacements.map((replacement) => editOf(replacement, source));
  return applyEdits(source.text, replacements);
}

function editOf({ deletedRegion, insertedContent }: Replacement, source: SourceText): Edit {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = deletedRegion;
  const [from, to] = [
    source.offset({ line: startLine, column: startColumn }),
    source.offset({ line: endLine, column: endColumn }),
  ];
  return { file: source.file, from, to, text: insertedContent?.text ?? "" };
}

describe("SARIF", () => {
  const texts = new Texts(new MemoryFiles(files));

  test("carries edits that an editor can carry out", () => {
    const fix = sarifFix({ safety: "safe", edits }, texts)!;
    expect(carriedOut(fix, texts.get("main.tf")!)).toBe(applyEdits(files["main.tf"], edits));
  });

  test("says where a file is and what a fix is worth", () => {
    const fix = sarifFix({ safety: "unsafe", edits }, texts)!;
    expect(fix.artifactChanges[0]!.artifactLocation).toEqual({ uri: "main.tf", uriBaseId: "SRCROOT" });
    expect(fix.description?.text).toContain("needs a look");
  });

  test("carries no fix of a file that is gone", () => {
    expect(sarifFix({ safety: "safe", edits: [{ ...edits[0]!, file: "gone.tf" }] }, texts)).toBeUndefined();
  });
});

describe("JSON", () => {
  test("carries the fix with its places", async () => {
    const { findings } = reportDocument(await withFixes(files));
    expect(findings.find(({ rule }) => rule === "registry/admin-user")?.fix).toEqual({
      safety: "safe",
      edits: [
        {
          place: { file: "main.tf", start: { line: 3, column: 19 }, end: { line: 3, column: 23 } },
          text: "false",
        },
      ],
    });
  });
});

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join("");

describe("a unified diff", () => {
  test("is empty where nothing differs", () => {
    expect(unifiedDiff("a", "x\n", "x\n")).toBe("");
  });

  test("has three lines of context", () => {
    const before = numbered(1, 9);
    expect(unifiedDiff("a.tf", before, before.replace("line 5", "LINE 5"))).toBe(
      `--- a/a.tf\n+++ b/a.tf\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+LINE 5\n line 6\n line 7\n line 8\n`,
    );
  });

  test("keeps a line between two that change", () => {
    const before = "a = 1\nname = 2\nb = 3\n";
    const after = before.replace("1", "x").replace("3", "y");
    expect(unifiedDiff("a", before, after)).toBe(
      "--- a/a\n+++ b/a\n@@ -1,3 +1,3 @@\n-a = 1\n+a = x\n name = 2\n-b = 3\n+b = y\n",
    );
  });

  test("takes no lone brace for the line that goes on", () => {
    const diff = unifiedDiff("a", "a {\n  b = 1\n}\nc = 1\n", "a {\n  d {\n  }\n  b = 1\n}\nc = 1\n");
    expect(diff).toBe("--- a/a\n+++ b/a\n@@ -1,4 +1,6 @@\n a {\n+  d {\n+  }\n   b = 1\n }\n c = 1\n");
  });

  test("joins what lies close and parts what does not", () => {
    const before = numbered(1, 30);
    const near = unifiedDiff("a", before, before.replace("line 5\n", "").replace("line 11\n", "x\n"));
    const far = unifiedDiff("a", before, before.replace("line 5\n", "").replace("line 25\n", "x\ny\n"));
    expect(near.match(/^@@.*$/gm)).toEqual(["@@ -2,13 +2,12 @@"]);
    expect(far.match(/^@@.*$/gm)).toEqual(["@@ -2,7 +2,6 @@", "@@ -22,7 +21,8 @@"]);
  });

  test("says where a last line has no line break", () => {
    expect(unifiedDiff("a", "x = 1", "x = 2")).toBe(
      "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x = 1\n\\ No newline at end of file\n+x = 2\n\\ No newline at end of file\n",
    );
  });

  test("shows lines that come and go at either end", () => {
    expect(unifiedDiff("a", "b\n", "a\nb\nc\n")).toBe("--- a/a\n+++ b/a\n@@ -1 +1,3 @@\n+a\n b\n+c\n");
    expect(unifiedDiff("a", "a\nb\n", "")).toBe("--- a/a\n+++ b/a\n@@ -1,2 +0,0 @@\n-a\n-b\n");
  });
});
