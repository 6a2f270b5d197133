import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tree } from "../../../src/model/tree.ts";
import { parse } from "./parse.ts";

const cases = join(import.meta.dirname, "../module");
const texts = ["cases", "provider/cases"].flatMap((folder) =>
  readdirSync(join(cases, folder))
    .map((name) => join(cases, folder, name, "main.tf"))
    .filter((path) => !path.includes("json-configuration"))
    .map((path) => readFileSync(path, "utf8")),
);
const words = [
  "${",
  "}",
  "{",
  '"',
  "[*]",
  "for",
  "...",
  "null",
  "var.",
  "each.key",
  "<<-EOT\n",
  "\n",
  "count = -1",
  "1e999",
];

/** A configuration with pieces cut out of it, put twice, or replaced. */
const broken = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom("", ...words)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) => {
    let changed = text;
    for (const [position, length, word] of changes) {
      const at = Math.floor(position * changed.length);
      changed = changed.slice(0, at) + word + changed.slice(at + length);
    }
    return changed;
  });

test("no configuration, however broken, stops the evaluation", async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      const files = { "main.tf": text, "modules/inner/main.tf": text, "first.tfvars": text.slice(0, 300) };
      const result = await parse(files, { limits: { steps: 50_000 } });
      for (const { body } of result.declarations) expect(nodesIn(body)).toBeGreaterThan(0);
      expect(result.problems.every(({ at }) => at.start.line > 0)).toBe(true);
    }),
    { numRuns: 150 },
  );
}, 60_000);

function nodesIn(tree: Tree): number {
  if (tree.form === "list") return tree.items.reduce((sum, item) => sum + nodesIn(item), 1);
  if (tree.form !== "mapping") return 1;
  return [...tree.entries.values()].reduce((sum, { value }) => sum + nodesIn(value), 1);
}
