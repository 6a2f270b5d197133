import { describe, expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";
import type { Report } from "../../src/engine/report.ts";

const registry = (name: string, more = "") =>
  `resource "azurerm_container_registry" "${name}" {\n  sku           = "Premium"\n  admin_enabled = true${more}\n}\n`;

const rule = "registry/admin-user";

/** What is said of one rule and of the configuration, as `rule level file:line [environments]`. */
function said({ findings }: Report): string[] {
  return findings
    .filter((finding) => finding.rule === rule || finding.rule.startsWith("project/"))
    .map(({ rule: id, level, at, environments }) => {
      const names = environments.map(({ name }) => name).join();
      return `${id} ${level} ${at.file}:${at.start.line}${names === "" ? "" : ` [${names}]`}`;
    });
}

async function saidOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  return said(await lintFiles(files));
}

describe("an override", () => {
  const files = { "a/main.tf": registry("a"), "b/main.tf": registry("b") };

  test("holds for the files that it names", async () => {
    const configuration = `overrides:\n  - files: [a/]\n    rules: { ${rule}: note }\n`;
    expect(await saidOf({ ...files, "ml-lint.yaml": configuration })).toEqual([
      `${rule} note a/main.tf:3 [default]`,
      `${rule} error b/main.tf:3 [default]`,
    ]);
  });

  test("gives way to a later one, and goes before what holds everywhere", async () => {
    const configuration = [
      `rules: { ${rule}: off }`,
      "overrides:",
      `  - { files: ["*.tf"], rules: { ${rule}: error } }`,
      `  - { files: [b], rules: { ${rule}: { unclassified: warning } } }`,
      "",
    ].join("\n");
    expect(await saidOf({ ...files, "ml-lint.yaml": configuration })).toEqual([
      `${rule} error a/main.tf:3 [default]`,
      `${rule} warning b/main.tf:3 [default]`,
    ]);
  });

  test("gives way to the command line", async () => {
    const configuration = `overrides:\n  - files: [a/]\n    rules: { ${rule}: note }\n`;
    const report = await lintFiles(
      { ...files, "ml-lint.yaml": configuration },
      { commandLine: { rules: { [rule]: "warning" } } },
    );
    expect(said(report)).toEqual([`${rule} warning a/main.tf:3 [default]`, `${rule} warning b/main.tf:3 [default]`]);
  });

  test("sets options for its files", async () => {
    const options = (tag: string) => `{ options: { tags: [${tag}] } }`;
    const configuration = [
      `rules: { naming/missing-tags: ${options("owner")} }`,
      `overrides: [{ files: [a], rules: { naming/missing-tags: ${options("cost")} } }]`,
      "",
    ].join("\n");
    const { findings } = await lintFiles({ ...files, "ml-lint.yaml": configuration });
    const messages = findings.filter((finding) => finding.rule === "naming/missing-tags").map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining("cost"), expect.stringContaining("owner")]);
  });

  test("chooses a preset for its files", async () => {
    const workspace = 'resource "azurerm_machine_learning_workspace" "w" {\n  name = "w"\n}\n';
    const { findings } = await lintFiles({
      "a/main.tf": workspace,
      "b/main.tf": workspace,
      "ml-lint.yaml": "environments: { default: production }\noverrides: [{ files: [a], preset: strict }]\n",
    });
    const strict = findings.filter((finding) => finding.rule === "workspace/no-customer-key");
    expect(strict.map(({ at }) => at.file)).toEqual(["a/main.tf"]);
  });

  test("whose pattern matches nothing is reported", async () => {
    const configuration = `overrides:\n  - files:\n      - a\n      - c/**\n    rules: { ${rule}: off }\n`;
    expect(await saidOf({ ...files, "ml-lint.yaml": configuration })).toEqual([
      `${rule} error b/main.tf:3 [default]`,
      "project/unused-configuration warning ml-lint.yaml:4",
    ]);
  });
});

describe("an entry of ignores", () => {
  const template = JSON.stringify({
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: { admin: { type: "bool" } },
    resources: [
      {
        type: "Microsoft.ContainerRegistry/registries",
        apiVersion: "2023-07-01",
        name: "mlimages",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: { adminUserEnabled: "[parameters('admin')]" },
      },
    ],
  });
  const parameters = JSON.stringify({ parameters: { admin: { value: true } } });
  const files = {
    "main.json": template,
    "main.dev.parameters.json": parameters,
    "main.prod.parameters.json": parameters,
  };
  const entry = (more: string) => `ignores:\n  - rules: [${rule}]\n    reason: a pilot\n    ${more}\n`;

  test("ignores a resource in JSON, for its reason", async () => {
    const { findings, suppressed } = await lintFiles({ ...files, "ml-lint.yaml": entry("resource: '*mlimages*'") });
    expect(findings.map((finding) => finding.rule)).not.toContain(rule);
    expect(suppressed.map(({ finding, reason, at, by }) => [finding.rule, reason, at.file, at.start.line, by])).toEqual(
      [[rule, "a pilot", "ml-lint.yaml", 2, "configuration"]],
    );
  });

  test("leaves the environments that it does not name", async () => {
    const report = await lintFiles({ ...files, "ml-lint.yaml": entry("environments: [d*]") });
    expect(said(report)).toEqual([`${rule} error main.json:1 [prod]`]);
    expect(report.suppressed.map(({ finding }) => finding.environments.map(({ name }) => name))).toEqual([["dev"]]);
  });

  test("leaves the instances that it does not name", async () => {
    const report = await lintFiles({
      "main.tf": registry("r", '\n  for_each = toset(["a", "b"])'),
      "ml-lint.yaml": entry('resource: azurerm_container_registry.r["a"]'),
    });
    expect(report.findings.filter((finding) => finding.rule === rule).map(({ resource }) => resource?.address)).toEqual(
      ['azurerm_container_registry.r["b"]'],
    );
  });

  test("is used up by its date", async () => {
    const expired = entry("resource: '*mlimages*'\n    until: 2026-11-20");
    expect(await saidOf({ ...files, "ml-lint.yaml": expired })).toEqual([
      `${rule} error main.json:1 [dev,prod]`,
      "project/invalid-suppression error ml-lint.yaml:5",
    ]);
    const lasting = entry("resource: '*mlimages*'\n    until: 2026-11-21");
    expect(await saidOf({ ...files, "ml-lint.yaml": lasting })).toEqual([]);
  });

  test("that ignores nothing is reported, unless its rule is undecided there", async () => {
    const other = { ...files, "ml-lint.yaml": entry("resource: other") };
    expect(await saidOf(other)).toContain("project/unused-suppression warning ml-lint.yaml:2");
    const open = {
      "main.tf": 'variable "a" {}\nresource "azurerm_container_registry" "r" {\n  admin_enabled = var.a\n}\n',
      "ml-lint.yaml": entry("resource: azurerm_container_registry.r"),
    };
    expect(await saidOf(open)).not.toContain("project/unused-suppression warning ml-lint.yaml:2");
  });

  test("is no judgement on a run that looks at some environments", async () => {
    const other = { ...files, "ml-lint.yaml": entry("resource: other") };
    const report = await lintFiles(other, { environments: ["dev"] });
    expect(said(report)).toEqual([`${rule} error main.json:1 [dev]`]);
  });

  test("ignores what parsers say of a file", async () => {
    const configuration = "ignores:\n  - { rules: [project/syntax-error], files: [main.tf], reason: a sample }\n";
    const report = await lintFiles({ "main.tf": "resource {{", "ml-lint.yaml": configuration });
    expect(said(report)).toEqual([]);
    expect(report.suppressed.length).toBeGreaterThan(0);
  });

  test("makes a comment on the same finding no left-over", async () => {
    const commented = registry("r", ` # ml-lint ignore[${rule}]: a pilot`);
    const configuration = entry("resource: azurerm_container_registry.r");
    expect(await saidOf({ "main.tf": commented, "ml-lint.yaml": configuration })).toEqual([]);
  });
});

describe("a locked rule", () => {
  const commented = registry("r", ` # ml-lint ignore[${rule}]: a pilot`);

  test("stands against a comment, which is told so and is no left-over", async () => {
    const report = await lintFiles({ "main.tf": commented, "ml-lint.yaml": `locked: [${rule}]\n` });
    expect(said(report)).toEqual([`${rule} error main.tf:3 [default]`]);
    const finding = report.findings.find((one) => one.rule === rule);
    expect(finding?.help).toMatch(/The comment in line 3 does not ignore it: the configuration locks this rule\.$/);
  });

  test("gives way to the configuration's own ignores", async () => {
    const configuration = `locked: [${rule}]\nignores: [{ rules: [${rule}], files: ["*.tf"], reason: a pilot }]\n`;
    expect(await saidOf({ "main.tf": commented, "ml-lint.yaml": configuration })).toEqual([]);
  });
});

describe("the severity of what is wrong with suppressions", () => {
  const unused = `# ml-lint ignore[${rule}]: a pilot\nresource "azurerm_container_registry" "r" {\n}\n`;

  test("follows the configuration", async () => {
    expect(await saidOf({ "main.tf": unused })).toEqual(["project/unused-suppression warning main.tf:1"]);
    const off = "rules: { project/unused-suppression: off }\n";
    expect(await saidOf({ "main.tf": unused, "ml-lint.yaml": off })).toEqual([]);
  });

  test("a comment on a rule that is off is left alone", async () => {
    expect(await saidOf({ "main.tf": unused, "ml-lint.yaml": `rules: { ${rule}: off }\n` })).toEqual([]);
  });
});

describe("a source that is switched off", () => {
  const files = {
    "main.tf": registry("r"),
    "deploy.sh":
      "# ml-lint ignore[registry/admin-user]: none\naz ml compute create --type AmlCompute --name gpu --workspace-name w --resource-group g --min-instances 1\n",
    "compute.yml":
      "$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json\nname: cpu\ntype: amlcompute\nsize: Standard_DS3_v2\nmin_instances: 2\n",
  };

  test.each([
    ["{}", ["azureml", "commands", "terraform"]],
    ["{ terraform: off }", ["azureml", "commands"]],
    ["{ commands: off }", ["azureml", "terraform"]],
    ["{ azureml: off }", ["commands", "terraform"]],
    ["{ commands: off, azureml: off, settings: off, kubernetes: off }", ["terraform"]],
  ])("%s", async (sources, languages) => {
    const report = await lintFiles({ ...files, "ml-lint.yaml": `sources: ${sources}\n` });
    expect([...report.files.keys()].filter((language) => report.files.get(language)! > 0).sort()).toEqual(languages);
    expect([...new Set(report.roots.map(({ language }) => language))].sort()).toEqual(languages);
    const unused = report.findings.filter((finding) => finding.rule === "project/unused-suppression");
    expect(unused.length).toBe(languages.includes("commands") ? 1 : 0);
  });
});

describe("tiers by patterns of names", () => {
  const files = {
    "main.tf": `variable "a" {}\n${registry("r")}`,
    "environments/live-one.tfvars": "a = 1\n",
    "environments/blue.tfvars": "a = 1\n",
  };

  test.each([
    ["{ 'live-*': non-production, blue: production }", { "live-one": "non-production", blue: "production" }],
    ["{ '*': production, 'b*': non-production }", { "live-one": "production", blue: "non-production" }],
    ["{ blue: production, '*': non-production }", { "live-one": "non-production", blue: "production" }],
  ])("%s", async (environments, tiers) => {
    const { roots } = await lintFiles({ ...files, "ml-lint.yaml": `environments: ${environments}\n` });
    const found = roots.flatMap((root) => root.environments.map(({ name, tier }) => [name, tier]));
    expect(Object.fromEntries(found)).toEqual(tiers);
  });

  test("a name of no environment is reported, with the one that was meant", async () => {
    const { findings } = await lintFiles({ ...files, "ml-lint.yaml": "environments: { bleu: production }\n" });
    const found = findings.filter((finding) => finding.rule === "project/unused-configuration");
    expect(found.map(({ message, help }) => [message, help])).toEqual([
      ["There is no environment bleu, to which a tier is given.", "Did you mean blue?"],
    ]);
  });
});

test("a severity of the configuration is not outdone by the rule's own judgement", async () => {
  const template = JSON.stringify({
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources: [
      { type: "Microsoft.MachineLearningServices/workspaces", apiVersion: "2024-04-01", name: "w", properties: {} },
      {
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        apiVersion: "2024-04-01",
        name: "w/c",
        dependsOn: ["[resourceId('Microsoft.MachineLearningServices/workspaces', 'w')]"],
        properties: { computeType: "ComputeInstance", properties: { enableNodePublicIp: false } },
      },
    ],
  });
  const levels = async (configuration: string) => {
    const { findings } = await lintFiles({ "main.json": template, "ml-lint.yaml": configuration });
    return findings.filter((finding) => finding.rule === "compute/private-without-network").map(({ level }) => level);
  };
  expect(await levels("{}\n")).toEqual(["error"]);
  expect(await levels("rules: { compute/private-without-network: note }\n")).toEqual(["note"]);
});
