import { describe, expect, test } from "vitest";
import { type Configuration, explain, lint, lintToSarif, rules, version } from "../../src/library/index.ts";

const main = `variable "public_ip" {
  type = bool
}

resource "azurerm_container_registry" "ml" {
  admin_enabled = var.public_ip
}
`;

const files = {
  "infra/main.tf": main,
  "infra/environments/dev.tfvars": "public_ip = false\n",
  "infra/environments/prod.tfvars": "public_ip = true\n",
};

const today = "2026-11-21";

const found = async (...[given, options]: Parameters<typeof lint>) => {
  const { findings } = await lint(given, { today, ...options });
  return findings.filter((finding) => finding.rule === "registry/admin-user");
};

describe("lint", () => {
  test("gives the report of files in memory, with the environments in which a finding holds", async () => {
    const [finding] = await found(files);
    expect(finding?.environments).toEqual([{ name: "prod", tier: "production" }]);
    expect(finding?.place).toMatchObject({ file: "infra/main.tf", start: { line: 6 } });
    expect(finding?.trail.at(-1)?.place.file).toBe("infra/environments/prod.tfvars");
  });

  test("takes a map", async () => {
    expect(await found(new Map(Object.entries(files)))).toHaveLength(1);
  });

  test("takes a file that is called read", async () => {
    expect(await found({ ...files, read: "nothing to lint" })).toHaveLength(1);
  });

  test("reads from a reader what the files to lint name", async () => {
    const asked: string[] = [];
    const texts: Readonly<Record<string, string>> = {
      "main.tf": 'module "registry" {\n  source = "./registry"\n}\n',
      "registry/main.tf": 'resource "azurerm_container_registry" "ml" {\n  admin_enabled = true\n}\n',
    };
    const reader = {
      paths: ["main.tf"],
      read(path: string) {
        asked.push(path);
        return texts[path];
      },
      list: (directory: string) =>
        directory === "registry" ? ["main.tf"] : directory === "" ? ["main.tf", "registry/"] : [],
    };
    const [finding] = await found(reader);
    expect(finding?.place.file).toBe("registry/main.tf");
    expect(asked).toContain("registry/main.tf");
  });

  test("looks only at the environments it is asked for", async () => {
    expect(await found(files, { environments: ["dev"] })).toEqual([]);
  });

  test("obeys a configuration", async () => {
    expect(await found(files, { configuration: { rules: { "registry/admin-user": "off" } } })).toEqual([]);
    expect(await found(files, { configuration: { exclude: ["infra/**"] } })).toEqual([]);
  });

  test.each([
    [
      "an unknown rule",
      { configuration: { rules: { "registry/admin-usr": "off" as const } } },
      "Did you mean registry/admin-user?",
    ],
    ["a date that is none", { today: "tomorrow" }, "The date must be written as in 2027-03-01"],
  ])("refuses %s", async (_what, options, message) => {
    await expect(lint(files, { today, ...options })).rejects.toThrow(message);
  });

  test.each(["/etc/main.tf", "C:/main.tf", "a\\main.tf", "../main.tf", "a/./main.tf", "a//main.tf", ""])(
    "refuses the path %j",
    async (path) => {
      await expect(lint({ [path]: main })).rejects.toThrow("must be relative to the project root");
    },
  );

  test.each(["...", "a/..b/main.tf", ".hidden/main.tf", "a..tf"])("takes the path %j", async (path) => {
    await expect(lint({ [path]: "" }, { today })).resolves.toMatchObject({ version: 1 });
  });
});

test("lintToSarif gives SARIF with the rules' pages as help", async () => {
  const log = JSON.parse(await lintToSarif(files, { today })) as { runs: { tool: { driver: { rules: object[] } } }[] };
  const rule = log.runs[0]!.tool.driver.rules.find((one) => "id" in one && one.id === "registry/admin-user");
  expect(rule).toMatchObject({ help: { markdown: await explain("registry/admin-user") } });
});

test("rules lists what explain explains", async () => {
  expect(rules().length).toBeGreaterThan(100);
  expect(await explain(rules()[0]!.id)).toContain(`# ${rules()[0]!.id}`);
  expect(await explain("no/rule")).toBeUndefined();
});

test("version is the version of the package", () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

describe("a configuration that names rules which do not exist", () => {
  const entry = { resource: "a", reason: "a pilot" };
  const registry = 'resource "azurerm_container_registry" "ml" {\n  admin_enabled = true\n}\n';

  test.each([
    ["under rules", { rules: { "registry/admin-usr": "off" } }],
    ["in an override", { overrides: [{ files: ["a"], rules: { "registry/admin-usr": "off" } }] }],
    ["in an entry of ignores", { ignores: [{ ...entry, rules: ["registry/admin-usr"] }] }],
    ["as locked", { locked: ["registry/admin-usr"] }],
  ])("%s is refused", async (_, configuration) => {
    await expect(lint({}, { configuration: configuration as Configuration })).rejects.toThrow(
      "Did you mean registry/admin-user?",
    );
  });

  test("patterns of excluded files are those of the command", async () => {
    const { findings } = await lint(
      { "a/main.tf": registry, "b/main.tf": registry },
      { configuration: { exclude: ["*", "!b"] } },
    );
    expect([...new Set(findings.map(({ place }) => place.file))]).toEqual(["b/main.tf"]);
  });
});
