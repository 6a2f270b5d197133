import { describe, expect, test } from "vitest";
import { pathsAround } from "../../src/fixes/around.ts";
import type { Root } from "../../src/model/project.ts";

const root = (path: string, ...others: readonly string[]): Root => ({
  path,
  language: "terraform",
  environments: [],
  directories: new Set([path, ...others]),
});

const roots = [
  root("live/prod", "modules/ml"),
  root("live/dev", "modules/ml", "modules/lab"),
  root("elsewhere"),
  { path: "main.json", language: "arm", environments: [] } as const,
];

const paths = [
  "live/prod/main.tf",
  "live/prod/prod.tfvars",
  "live/dev/main.tf",
  "modules/ml/main.tf.json",
  "modules/lab/main.tofu",
  "elsewhere/main.tf",
  "main.json",
  ".github/workflows/deploy.yml",
  "README.md",
];

const edit = (file: string) => ({ file, from: 0, to: 1, text: "" });
const around = (...files: readonly string[]) => pathsAround(files.map(edit), roots, paths);

describe("what an edit may change", () => {
  test("in a root alone is that root, with what gives it variables", () => {
    expect(around("elsewhere/main.tf")).toEqual(["elsewhere/main.tf", ".github/workflows/deploy.yml"]);
  });

  test("in a variable file is its root, with the modules that it calls", () => {
    expect(around("live/prod/prod.tfvars")).toEqual([
      "live/prod/main.tf",
      "live/prod/prod.tfvars",
      "modules/ml/main.tf.json",
      ".github/workflows/deploy.yml",
    ]);
  });

  test("in a shared module is every root that calls it", () => {
    expect(around("modules/ml/main.tf.json")).toEqual(
      paths.filter((path) => !["elsewhere/main.tf", "main.json", "README.md"].includes(path)),
    );
  });

  test("in a file that is not Terraform's is everything", () => {
    expect(around("main.json", "elsewhere/main.tf")).toEqual(paths);
    expect(around(".github/workflows/deploy.yml")).toEqual(paths);
  });
});
