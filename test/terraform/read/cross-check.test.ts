import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { expect, test } from "vitest";
import { SourceText } from "../../../src/model/place.ts";
import { crossCheck } from "../../../src/parsers/terraform/read/cross-check.ts";
import { parseHcl } from "../../../src/parsers/terraform/read/hcl.ts";
import { cases } from "./cases/index.ts";

async function disagreements(name: string, text: string): Promise<string[]> {
  const source = new SourceText(name, text);
  const found = await crossCheck(source, parseHcl(source), parse);
  return found.map(({ message }) => `${JSON.stringify(name === "main.tf" ? text : name)}: ${message}`);
}

/** hcl2json writes such numbers out digit by digit, for minutes. */
const hugeExponent = /[eE][+-]?[0-9]{4}/;

test.each(Object.entries(cases))("hcl2json agrees on %s", async (_, texts) => {
  const found: string[] = [];
  for (const text of texts.filter((one) => !hugeExponent.test(one)))
    found.push(...(await disagreements("main.tf", text)));
  expect(found).toEqual([]);
});

test("hcl2json agrees on every fixture and example", async () => {
  const root = join(import.meta.dirname, "../../..");
  const paths = ["examples", "test/fixtures", "test/samples"].flatMap((folder) => terraformFiles(join(root, folder)));
  const found: string[] = [];
  for (const path of paths) found.push(...(await disagreements(path, readFileSync(path, "utf8"))));
  expect(found).toEqual([]);
});

function terraformFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names.filter((name) => /\.(?:tf|tofu|tfvars)$/.test(name)).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const source = new SourceText("main.tf", 'a = 1\nb "c" {\n  d = "e"\n}\n');

test.each([
  ["a value", { a: 2, b: { c: [{ d: "e" }] } }, "hcl2json reads 2 at a, ml-lint reads 1", 0],
  ["a block", { a: 1, b: { c: [{ d: "e" }, {}] } }, "hcl2json reads an object at b.c.1, ml-lint reads nothing", 6],
  ["an attribute", { a: 1, b: { c: [{}] } }, 'hcl2json reads nothing at b.c.0.d, ml-lint reads "e"', 6],
])("a difference in %s is told where the item begins", async (_, converted, message, from) => {
  const found = await crossCheck(source, parseHcl(source), async () => converted);
  expect(found).toMatchObject([{ message, from }]);
});

test("a verdict that only hcl2json gives is told at its line and column", async () => {
  const found = await crossCheck(source, parseHcl(source), async () => {
    throw new Error("parse config: [main.tf:2,3-4: Missing name for block]");
  });
  expect(found).toMatchObject([{ from: 8 }]);
  expect(found[0]?.message).toContain("Missing name for block");
});

test("a verdict that only ml-lint gives is told at its problem", async () => {
  const broken = new SourceText("main.tf", "a = 1\nb = ]\n");
  const found = await crossCheck(broken, parseHcl(broken), async () => ({ a: 1 }));
  expect(found).toMatchObject([{ from: 10, to: 11 }]);
});
