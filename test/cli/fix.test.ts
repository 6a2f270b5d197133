import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writeFixed } from "../../src/cli/fix/write-fixed.ts";
import { run } from "../../src/cli/run.ts";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { folderWith } from "./folder.ts";

const registry = `resource "azurerm_container_registry" "this" {
  name          = "acr"
  location      = "westeurope"
  sku           = "Premium"
  admin_enabled = var.admin
}

variable "admin" {
  type = bool
}
`;

const vault = `resource "azurerm_key_vault" "this" {
  name                     = "kv"
  purge_protection_enabled = false
}
`;

let folder: string;
let shown: { output: string; errors: string };

beforeEach(() => {
  folder = folderWith({});
  mkdirSync(join(folder, ".git"));
  shown = { output: "", errors: "" };
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown.output += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    shown.errors += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function get(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function putPlatform(): void {
  put("main.tf", registry);
  put("environments/dev.tfvars", "admin = false\n");
  put("environments/prod.tfvars", "admin = true # as ever\n");
}

describe("--fix", () => {
  test("writes the file that decides, and no other", async () => {
    putPlatform();
    await run(["--fix", folder]);
    expect(get("environments/prod.tfvars")).toBe("admin = false # as ever\n");
    expect(get("environments/dev.tfvars")).toBe("admin = false\n");
    expect(get("main.tf")).toBe(registry);
    expect(shown.errors).toBe("Fixed 1 finding in 1 file.\n");
  });

  test("reports what is left, and its exit code is that of what is left", async () => {
    putPlatform();
    expect(await run(["--fail-on", "error", folder])).toBe(1);
    shown.output = "";
    expect(await run(["--fix", folder])).toBe(0);
    expect(shown.output).not.toContain("registry/admin-user");
    expect(shown.output).toContain("registry/public-access");
  });

  test("leaves unsafe fixes alone unless they are asked for", async () => {
    put("live/prod/main.tf", vault);
    await run(["--fix", folder]);
    expect(get("live/prod/main.tf")).toBe(vault);
    expect(shown.errors).toBe("There is nothing that could be fixed.\n");
    await run(["--fix=unsafe", folder]);
    expect(get("live/prod/main.tf")).toBe(vault.replace("= false", "= true"));
  });

  test("keeps byte order mark, line breaks and mode", async () => {
    putPlatform();
    put("environments/prod.tfvars", Buffer.from("\ufeffadmin = true\r\n"));
    chmodSync(join(folder, "environments/prod.tfvars"), 0o640);
    await run(["--fix", folder]);
    expect(get("environments/prod.tfvars")).toBe("\ufeffadmin = false\r\n");
    expect(statSync(join(folder, "environments/prod.tfvars")).mode & 0o777).toBe(0o640);
  });

  test("does not mend what a comment suppresses", async () => {
    putPlatform();
    put(
      "main.tf",
      registry.replace("  admin_enabled", "  # ml-lint ignore[registry/admin-user]: legacy\n  admin_enabled"),
    );
    await run(["--fix", folder]);
    expect(get("environments/prod.tfvars")).toBe("admin = true # as ever\n");
  });

  describe("of a part of the project", () => {
    const workspace = (access: boolean) =>
      `resource "azurerm_machine_learning_workspace" "ml" {\n  name                          = "ml"\n  public_network_access_enabled = ${access}\n}\n`;
    const call = 'module "ml" {\n  source = "../../modules/ml"\n}\n';

    test("changes no module that is right where it is called elsewhere", async () => {
      put("modules/ml/main.tf", workspace(true));
      put("live/prod/main.tf", call);
      put("live/dev/main.tf", call);
      await run(["--fix=unsafe", join(folder, "live/prod")]);
      expect(get("modules/ml/main.tf")).toBe(workspace(true));
      await run(["-f", "json", join(folder, "live/prod")]);
      expect(shown.output).not.toContain('"edits"');
    });

    test("changes a module that only this part calls", async () => {
      put("modules/ml/main.tf", workspace(true));
      put("live/prod/main.tf", call);
      put("live/dev/main.tf", workspace(true));
      await run(["--fix=unsafe", join(folder, "live/prod")]);
      expect(get("modules/ml/main.tf")).toBe(workspace(false));
      expect(get("live/dev/main.tf")).toBe(workspace(true));
    });

    test("does not care for what the configuration excludes", async () => {
      put("ml-lint.yaml", "exclude: [live/dev]\n");
      put("modules/ml/main.tf", workspace(true));
      put("live/prod/main.tf", call);
      put("live/dev/main.tf", call);
      await run(["--fix=unsafe", join(folder, "live/prod")]);
      expect(get("modules/ml/main.tf")).toBe(workspace(false));
    });
  });

  describe("with --env", () => {
    const byDefault = `${registry.replace("type = bool", "type    = bool\n  default = true")}variable "name" {}\n`;

    test("changes what the other environments do not use", async () => {
      put("main.tf", byDefault);
      put("environments/prod.tfvars", 'name = "a"\n');
      put("environments/dev.tfvars", "admin = false\n");
      await run(["--fix", "--env", "prod", folder]);
      expect(get("main.tf")).toBe(byDefault.replace("= true", "= false"));
    });

    test("changes nothing that another environment would get, too", async () => {
      put("main.tf", byDefault);
      put("environments/prod.tfvars", 'name = "a"\n');
      put("environments/dev.tfvars", 'name = "b"\n');
      await run(["--fix", "--env", "prod", folder]);
      expect(get("main.tf")).toBe(byDefault);
    });
  });
});

describe("--diff", () => {
  test("shows what would change and writes nothing", async () => {
    putPlatform();
    expect(await run(["--diff", folder])).toBe(1);
    expect(shown.output).toBe(
      [
        "--- a/environments/prod.tfvars",
        "+++ b/environments/prod.tfvars",
        "@@ -1 +1 @@",
        "-admin = true # as ever",
        "+admin = false # as ever",
        "",
      ].join("\n"),
    );
    expect(shown.errors).toBe("1 finding can be fixed in 1 file.\n");
    expect(get("environments/prod.tfvars")).toBe("admin = true # as ever\n");
  });

  test("keeps the byte order mark, so that the diff can be applied", async () => {
    putPlatform();
    put("environments/prod.tfvars", "\ufeffadmin = true\r\n");
    await run(["--diff", folder]);
    expect(shown.output).toContain("@@ -1 +1 @@\n-\ufeffadmin = true\r\n+\ufeffadmin = false\r\n");
  });

  test("shows nothing where nothing can be fixed", async () => {
    put("main.tf", "locals {}\n");
    expect(await run(["--diff", folder])).toBe(0);
    expect(shown.output).toBe("");
  });
});

describe("a file that cannot be fixed", () => {
  const write = (files: Record<string, string>, fixed: Record<string, string>) =>
    writeFixed(new Map(Object.entries(fixed)), new Texts(new MemoryFiles(files)), folder);

  test("because it changed meanwhile keeps all files as they are", () => {
    put("a.tf", "a");
    put("b.tf", "changed");
    expect(() => write({ "a.tf": "a", "b.tf": "b" }, { "a.tf": "A", "b.tf": "B" })).toThrow(
      "b.tf cannot be fixed: it changed while it was linted. Nothing was written.",
    );
    expect(get("a.tf")).toBe("a");
  });

  test("because it is gone says so", () => {
    expect(() => write({ "a.tf": "a" }, { "a.tf": "A" })).toThrow("a.tf cannot be fixed: it is gone.");
  });

  test("because it is read-only says so", () => {
    put("a.tf", "a");
    chmodSync(join(folder, "a.tf"), 0o444);
    expect(() => write({ "a.tf": "a" }, { "a.tf": "A" })).toThrow("a.tf cannot be fixed: it is read-only.");
    expect(get("a.tf")).toBe("a");
  });

  test("because two links lead to it that would be fixed differently says so", () => {
    put("a.tf", "a");
    symlinkSync("a.tf", join(folder, "b.tf"));
    expect(() => write({ "a.tf": "a", "b.tf": "a" }, { "a.tf": "A", "b.tf": "B" })).toThrow(
      "a.tf and b.tf are one file and would be fixed differently. Nothing was written.",
    );
    expect(get("a.tf")).toBe("a");
  });

  test("because it is not in UTF-8 says so", () => {
    put("a.tf", Buffer.from([0x61, 0xff, 0x0a]));
    expect(() => write({ "a.tf": "a\ufffd\n" }, { "a.tf": "b" })).toThrow("a.tf cannot be fixed: it is not in UTF-8.");
  });

  test("because it is a link that leads out says so", () => {
    const outside = folderWith({});
    writeFileSync(join(outside, "a.tf"), "a");
    symlinkSync(join(outside, "a.tf"), join(folder, "a.tf"));
    expect(() => write({ "a.tf": "a" }, { "a.tf": "A" })).toThrow("it is a link that leads out of the project");
    expect(readFileSync(join(outside, "a.tf"), "utf8")).toBe("a");
  });

  test("a link that stays inside stays a link", () => {
    put("real.tf", "a");
    symlinkSync("real.tf", join(folder, "a.tf"));
    write({ "a.tf": "a" }, { "a.tf": "A" });
    expect(get("real.tf")).toBe("A");
  });
});
