import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { comparisonDocument } from "../../src/compare/formats/json.ts";
import { goldenFiles } from "./golden.ts";
import { compareFiles, sampleFiles } from "./sample.ts";

const folder = join(import.meta.dirname, "golden");
const goldens = await goldenFiles();

describe("what a format makes of the sample (rewritten by: node scripts/run.js compare-goldens)", () => {
  test.each([...goldens])("%s", (name, text) => {
    expect(text).toBe(readFileSync(join(folder, name), "utf8"));
  });

  test("no golden file is left over", () => {
    expect(readdirSync(folder).sort()).toEqual([...goldens.keys()].sort());
  });

  test.each([...goldens])("%s shows no secret", (_name, text) => {
    expect(text).not.toContain("correct horse");
  });
});

describe("the schema of the JSON", () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../schemas/comparison.schema.json"), "utf8"),
  ) as object;
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  test("describes the sample", async () => {
    validate(JSON.parse(JSON.stringify(comparisonDocument(await compareFiles(sampleFiles)))));
    expect(validate.errors).toBeNull();
  });

  test("refuses what it does not know", async () => {
    expect(validate({ ...comparisonDocument(await compareFiles({})), more: 1 })).toBe(false);
  });
});
