import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { filesOf } from "../../scripts/example.ts";
import { parseRulePage } from "../../scripts/rule-page.ts";
import type { Finding } from "../../src/engine/finding.ts";
import type { Safety } from "../../src/engine/fix/change.ts";
import { type Files, fixedOnce, withFixes } from "../fixes/fixing.ts";

const mostPasses = 8;

const ways: readonly (readonly [string, readonly Safety[]])[] = [
  ["--fix", ["safe"]],
  ["--fix=unsafe", ["safe", "unsafe"]],
];

/** What a fix that needs a look leaves to do: less than what it mends, and nothing that a file alone could decide. */
const leftToDo: Readonly<Record<string, RegExp>> = {
  "workspace/public-access": /^workspace\/no-private-endpoint on /,
};

const bad = rules.flatMap(({ id, fix }) => {
  const { examples } = parseRulePage(page(id) ?? "");
  const shown = fix === undefined ? [] : examples.filter((example) => example.verdict === "bad");
  return shown.map((example) => [id, example.heading, filesOf(example)] as const);
});

/** The files when nothing is left that any rule could mend. */
async function mended(files: Files, safeties: readonly Safety[]): Promise<Files> {
  let before = files;
  for (let pass = 0; pass < mostPasses; pass++) {
    const after = await fixedOnce(before, undefined, safeties);
    if (Object.entries(after).every(([path, text]) => before[path] === text)) return after;
    before = after;
  }
  throw new Error("fixing does not come to an end");
}

/** What somebody has to act on, as rule, resource, attribute and environment. */
async function serious(files: Files): Promise<Set<string>> {
  const { findings } = await withFixes(files);
  return new Set(findings.filter(({ level }) => level !== "note").flatMap(keysOf));
}

function keysOf({ rule, resource, attribute, environments, message }: Finding): string[] {
  if (!resource) return [`${rule}: ${message}`];
  return environments.map(({ name }) => `${rule} on ${resource.root} ${resource.block} ${attribute} in ${name}`);
}

function forWindows(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]));
}

describe.each(ways)("%s of all rules", (_, safeties) => {
  test.each(bad)("brings nothing to act on: %s, %s", async (id, _heading, files) => {
    const before = await serious(files);
    const after = await serious(await mended(files, safeties));
    const brought = [...after].filter((key) => !before.has(key));
    expect(brought.filter((key) => !safeties.includes("unsafe") || !leftToDo[id]?.test(key))).toEqual([]);
  });
});

test.each(bad)("fixes files of Windows like others: %s, %s", async (id, _, files) => {
  expect(await fixedOnce(forWindows(files), id)).toEqual(forWindows(await fixedOnce(files, id)));
});
