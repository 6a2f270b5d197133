import { expect, test } from "vitest";
import { crossCheckFiles } from "../../src/cli/lint/cross-check.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";

test("the reference grammar agrees on what is right and on what is broken, and sees Terraform only", async () => {
  const files = {
    "main.tf": 'resource "a" "b" {\n  c = [for x in y : upper(x) if x != ""]\n}\n',
    "broken.tf": "a = = 1\n",
    "prod.tfvars": "a = 1e3\n",
    "deploy.sh": "not { hcl\n",
  };
  const failures = await crossCheckFiles(Object.keys(files), new Texts(new MemoryFiles(files)));
  expect(failures).toEqual([]);
});
