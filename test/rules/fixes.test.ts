import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { filesOf, findingsIn } from "../../scripts/example.ts";
import { type Example, parseRulePage } from "../../scripts/rule-page.ts";
import { type Files, fixedOnce } from "../fixes/fixing.ts";

const mostPasses = 5;

const fixable = rules.filter((rule) => rule.fix !== undefined);

/** The files after as many passes as there is something to mend. */
async function fixed(files: Files, rule: string): Promise<Files> {
  let before = files;
  for (let pass = 0; pass < mostPasses; pass++) {
    const after = await fixedOnce(before, rule);
    if (Object.entries(after).every(([path, text]) => before[path] === text)) return after;
    before = after;
  }
  throw new Error(`the fixes of ${rule} do not come to an end`);
}

function exampleOf(example: Example, files: Files): Example {
  return { ...example, files: example.files.map((file) => ({ ...file, text: files[file.path]! })) };
}

describe.each(fixable.map((rule) => [rule.id, rule] as const))("%s", (id) => {
  const bad = parseRulePage(page(id) ?? "").examples.filter((one) => one.verdict === "bad");

  test.each(bad.map((one) => [one.heading, one] as const))("mends what it reports: %s", async (_, example) => {
    const files = filesOf(example);
    const after = await fixed(files, id);
    const left = await findingsIn(exampleOf(example, after), id);
    if (example.noFix !== undefined) {
      expect(left.length, "the page says that it has no fix").toBeGreaterThan(0);
      expect(example.noFix).toMatch(/^[a-z].*\.$/);
    } else {
      expect(left.map((finding) => finding.message)).toEqual([]);
      expect(after).not.toEqual(files);
    }
  });

  test("mends at least one of its examples", () => {
    expect(bad.some((example) => example.noFix === undefined)).toBe(true);
  });
});

test("a rule that says how to mend its findings says whether that is safe", () => {
  const drafts = /\n {6,}(?:\.\.\.\(.*)?fix:/;
  const differing = rules.filter(({ id, fix }) => {
    const drafted = drafts.test(readFileSync(`rules/${id}.ts`, "utf8"));
    return drafted !== (fix !== undefined) && id !== "project/unused-suppression";
  });
  expect(differing.map((rule) => rule.id)).toEqual([]);
});
