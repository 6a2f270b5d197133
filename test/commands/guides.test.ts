import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bodyOf, readFiles } from "./reading.ts";

/**
 * The guides are other people's text and no part of this repository: ML_LINT_GUIDES names their directory. The golden
 * file says what is read in them; `npx vitest run test/commands/guides.test.ts -u` writes it anew.
 */
const directory = process.env.ML_LINT_GUIDES ?? join(process.cwd(), "..", "shared", "guides");
const golden = "golden/guides.txt";

test.skipIf(!existsSync(directory))(`the commands of the guides, which lie in ${directory}`, async () => {
  const names = readdirSync(directory).filter((name) => name.endsWith(".md"));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), "utf8")]));
  const { declarations, problems } = readFiles(files);
  const lines = declarations.flatMap((declaration) => {
    const { file, start } = declaration.at;
    const entries = Object.entries(bodyOf(declaration)).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
    return [`${file}:${start.line} az ${declaration.type}`, ...entries];
  });
  expect(problems).toEqual([]);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(golden);
});
