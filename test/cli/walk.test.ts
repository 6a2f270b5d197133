import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Walker } from "../../src/cli/files/walk.ts";
import { folderWith } from "./folder.ts";

async function walked(folder: string, ...paths: readonly string[]): Promise<string[]> {
  const walker = new Walker(folder);
  for (const path of paths) await walker.takeFolder(path);
  return walker.paths;
}

function filesAt(...paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, ""]));
}

describe("what is read", () => {
  test("files by their names", async () => {
    const wanted = [
      ...["a.sh", "a.tf", "a.tf.json", "a.tfplan.json", "a.tofu", "b.tfvars", "b.tfvars.json", "c.yaml", "c.yml"],
      ...["d.json", "d.md", "d.ps1"],
    ];
    const folder = folderWith(filesAt(...wanted, "e.txt", "f.py", "tf", "g.tfstate", "h.bicep"));
    expect(await walked(folder, "")).toEqual(wanted.sort());
  });

  test("hidden folders, but none that holds nothing people wrote", async () => {
    const unwanted = [
      ".git/a.yaml",
      "node_modules/a.tf",
      ".terraform/modules/a.tf",
      "odd/pyvenv.cfg",
      "odd/lib/a.json",
    ];
    const folder = folderWith(filesAt(".github/workflows/ci.yml", "env/prod.tfvars", ...unwanted));
    expect(await walked(folder, "")).toEqual([".github/workflows/ci.yml", "env/prod.tfvars"]);
  });

  test("a link to a file, but no link to a folder", async () => {
    const folder = folderWith(filesAt("shared/a.tf"));
    symlinkSync("shared/a.tf", join(folder, "b.tf"));
    symlinkSync("shared", join(folder, "again"));
    symlinkSync("nowhere", join(folder, "c.tf"));
    expect(await walked(folder, "")).toEqual(["b.tf", "shared/a.tf"]);
  });
});

describe("what git ignores", () => {
  test("is left out, the innermost file deciding", async () => {
    const folder = folderWith({
      ".gitignore": "*.json\nbuild/\n/top.tf\n",
      "kept/.gitignore": "!a.json\n",
      ...filesAt("a.json", "kept/a.json", "kept/b.json", "build/a.tf", "kept/build/a.tf", "top.tf", "kept/top.tf"),
    });
    expect(await walked(folder, "")).toEqual(["kept/a.json", "kept/top.tf"]);
  });

  test("counts from above the folder that was named", async () => {
    const folder = folderWith({
      ".gitignore": "*.md\n",
      "a/.gitignore": "*.sh\n",
      ...filesAt("a/b/c.md", "a/b/c.sh", "a/b/c.tf"),
    });
    expect(await walked(folder, "a/b")).toEqual(["a/b/c.tf"]);
  });

  test("is read all the same where people deploy from it", async () => {
    const folder = folderWith({
      ".gitignore": "*.tfvars\n*.tfvars.json\n*.tfplan.json\ncdktf.out/\nenvironments/\nbuild/\n",
      ...filesAt("prod.tfvars", "dev.tfvars.json", "x.tfplan.json", "cdktf.out/stacks/a/cdk.tf.json"),
      ...filesAt(
        "environments/prod.tfvars",
        "environments/eu/prod.tfvars",
        "environments/main.tf",
        "build/prod.tfvars",
      ),
    });
    expect(await walked(folder, "")).toEqual([
      "cdktf.out/stacks/a/cdk.tf.json",
      "dev.tfvars.json",
      "environments/eu/prod.tfvars",
      "environments/prod.tfvars",
      "prod.tfvars",
      "x.tfplan.json",
    ]);
  });

  test("is read when it was named", async () => {
    const folder = folderWith({ ".gitignore": "build/\n", ...filesAt("build/a.tf", "build/b/c.tf") });
    expect(await walked(folder, "build")).toEqual(["build/a.tf", "build/b/c.tf"]);
    expect(await walked(folder, "build/b")).toEqual(["build/b/c.tf"]);
  });
});
