import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { goldenFiles } from "./golden.ts";

const folder = join(import.meta.dirname, "golden");
const goldens = goldenFiles();

describe("what a format makes of the sample (rewritten by: node scripts/run.js report-goldens)", () => {
  test.each([...goldens])("%s", (name, text) => {
    expect(text).toBe(readFileSync(join(folder, name), "utf8"));
  });

  test("no golden file is left over", () => {
    expect(readdirSync(folder).sort()).toEqual([...goldens.keys()].sort());
  });
});
