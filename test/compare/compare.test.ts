import { describe, expect, test } from "vitest";
import { comparedKinds } from "../../src/compare/controls/index.ts";
import { compareFiles, type Files, rowOf, saidIn, sampleFiles } from "./sample.ts";

const sample = await compareFiles(sampleFiles);

describe("what a cell says", () => {
  test.each([
    ["what is written", "workspace", "publicAccess", ["set Enabled", "set Enabled"]],
    ["whose default it is", "storage.account", "httpsOnly", ["default Yes", "default Yes"]],
    ["that nothing is set", "workspace", "privateEndpoints", ["set none", "set none"]],
    ["that it is unknown", "key-vault", "purgeProtection", ["set Disabled", "unknown"]],
    ["that the source cannot say it", "compute.instance", "idleShutdown", ["inexpressible", "inexpressible"]],
    ["that it does not exist there", "compute.cluster", "minNodes", ["nonexistent", "set 0"]],
    ["the unit", "compute.cluster", "idleTime", ["nonexistent", "set 15 minutes"]],
    [
      "what a size offers",
      "compute.cluster",
      "vmSize",
      ["nonexistent", "set Standard_NC24ads_A100_v4 (24 vCPUs, 1 GPU)"],
    ],
    [
      "the resource it leads to, from its own module",
      "compute.cluster",
      "subnet",
      ["nonexistent", "set azurerm_subnet.gpu"],
    ],
    ["no secret", "compute.cluster", "adminPassword", ["nonexistent", "set"]],
  ])("%s", (_what, kind, control, said) => {
    expect(saidIn(rowOf(sample, kind, control))).toEqual(said);
  });

  test("the reason of what is unknown, and the owner of a default", () => {
    expect(rowOf(sample, "key-vault", "purgeProtection")?.cells[1]?.why).toBe("var.purge has no value");
    expect(rowOf(sample, "storage.account", "httpsOnly")?.cells[0]?.defaultOf).toBe("azurerm 4");
  });
});

describe("whether environments differ", () => {
  test.each([
    ["same", "registry", "sku"],
    ["different", "storage.account", "minimumTls"],
    ["open", "key-vault", "purgeProtection"],
    ["unknown", "compute.instance", "idleShutdown"],
    ["same", "compute.cluster", "minNodes"],
    ["different", "compute.cluster", "exists"],
  ])("%s: %s %s", (sameness, kind, control) => {
    expect(rowOf(sample, kind, control)?.sameness).toBe(sameness);
  });

  test("a default and the same value written do not", async () => {
    const files = {
      "main.tf":
        'variable "anonymous" {\n  type = bool\n}\n\nresource "azurerm_container_registry" "ml" {\n  anonymous_pull_enabled = var.anonymous\n}\n',
      "dev.tfvars": "anonymous = null\n",
      "prod.tfvars": "anonymous = false\n",
    };
    const row = rowOf(await compareFiles(files), "registry", "anonymousPull");
    expect([saidIn(row), row?.sameness]).toEqual([["default Not allowed", "set Not allowed"], "same"]);
  });

  test("only those rows are left where only differences are asked for", async () => {
    const { tables } = await compareFiles(sampleFiles, { differencesOnly: true });
    const rows = tables.flatMap(({ resources }) => resources.flatMap((one) => one.rows.map((row) => row.control)));
    expect(rows).toEqual(["imageBuildCompute", "minimumTls", "purgeProtection", "exists"]);
  });
});

describe("objections", () => {
  test("stand on the attribute, in the environments in which the rule holds", () => {
    const cells = rowOf(sample, "storage.account", "minimumTls")?.cells;
    expect(cells?.map(({ objections }) => objections.map(({ rule, level }) => `${level} ${rule}`))).toEqual([
      [],
      ["error storage/old-tls"],
    ]);
  });

  test("say why they are accepted", () => {
    const [first] = rowOf(sample, "registry", "adminUser")?.cells[0]?.objections ?? [];
    expect(first?.accepted).toBe("the partner's build agents cannot do otherwise");
  });

  test("hold for the instance that is wrong, and for no other of the same block", async () => {
    const main = `resource "azurerm_container_registry" "ml" {
  for_each      = { a = true, b = false }
  admin_enabled = each.value
}
`;
    const { tables } = await compareFiles({ "live/prod/main.tf": main });
    const admin = tables[0]!.resources.map(({ address, rows }) => {
      const row = rows.find(({ control }) => control === "adminUser");
      return [address, row?.cells[0]?.objections.length];
    });
    expect(admin).toEqual([
      ['azurerm_container_registry.ml["a"]', 1],
      ['azurerm_container_registry.ml["b"]', 0],
    ]);
  });

  test("on what is no control stand in a row of their own", async () => {
    const instance = `resource "azurerm_machine_learning_compute_instance" "ada" {
  virtual_machine_size = "Standard_DS3_v2"
}
`;
    const { tables } = await compareFiles({ "live/prod/main.tf": instance });
    const shown = tables[0]!.resources[0]!.rows.flatMap((row) => row.cells.flatMap(({ objections }) => objections));
    expect(shown.map(({ rule }) => rule).sort()).toEqual(["compute/no-idle-shutdown", "compute/public-ip"]);
  });
});

const registry = (name: string, sku: string) =>
  `resource "azurerm_container_registry" "${name}" {\n  sku = "${sku}"\n}\n`;

describe("roots", () => {
  async function columnsOf(files: Files, paths: readonly string[] = []): Promise<unknown> {
    const { tables } = await compareFiles(files, { paths });
    return tables.map(({ title, columns, resources }) => [title, columns.map(({ name }) => name), resources.length]);
  }

  test("whose paths differ only in the environment stand side by side", async () => {
    const files = { "live/prod/acr/a.tf": registry("ml", "Premium"), "live/dev/acr/a.tf": registry("ml", "Basic") };
    expect(await columnsOf(files)).toEqual([["live/*/acr", ["dev", "prod"], 1]]);
  });

  test("of other paths stand alone", async () => {
    const files = { "one/a.tf": registry("ml", "Premium"), "two/a.tf": registry("ml", "Basic") };
    expect(await columnsOf(files)).toEqual([
      ["one", ["default"], 1],
      ["two", ["default"], 1],
    ]);
  });

  test("stand side by side where the command line names them", async () => {
    const files = { "one/a.tf": registry("ml", "Premium"), "two/a.tf": registry("ml", "Basic") };
    expect(await columnsOf(files, ["one", "two"])).toEqual([["*", ["one", "two"], 1]]);
  });

  test("hold the same resource under names that differ in the environment", async () => {
    const files = { "live/prod/a.tf": registry("ml_prod", "Premium"), "live/dev/a.tf": registry("ml_dev", "Basic") };
    const row = rowOf(await compareFiles(files), "registry", "sku");
    expect(saidIn(row)).toEqual(["set Basic", "set Premium"]);
  });

  test("hold the same resource where it is the only one of its kind left", async () => {
    const files = { "live/prod/a.tf": registry("images", "Premium"), "live/dev/a.tf": registry("acr", "Basic") };
    expect(await columnsOf(files)).toEqual([["live/*", ["dev", "prod"], 1]]);
  });

  test("hold different resources where it is not clear which one is which", async () => {
    const files = {
      "live/prod/a.tf": registry("images", "Premium"),
      "live/dev/a.tf": registry("acr", "Basic") + registry("other", "Basic"),
    };
    expect(await columnsOf(files)).toEqual([["live/*", ["dev", "prod"], 3]]);
  });

  test("of one root, resources of different names stay apart", async () => {
    const main = `variable "prod" {\n  type = bool\n}\n\nresource "azurerm_container_registry" "a" {\n  count = var.prod ? 1 : 0\n}\n\nresource "azurerm_container_registry" "b" {\n  count = var.prod ? 0 : 1\n}\n`;
    const files = { "main.tf": main, "dev.tfvars": "prod = false\n", "prod.tfvars": "prod = true\n" };
    expect(await columnsOf(files)).toEqual([[".", ["dev", "prod"], 2]]);
  });
});

describe("clusters", () => {
  const cluster = (pool: string) =>
    `resource "azurerm_kubernetes_cluster" "aks" {\n  default_node_pool {\n    name    = "system"\n    vm_size = "Standard_D4s_v5"\n${pool}  }\n}\n`;

  test.each([
    ["a fixed number of nodes", "    node_count = 3\n", ["set 3"], ["set 12"]],
    [
      "a range",
      "    auto_scaling_enabled = true\n    min_count = 2\n    max_count = 5\n",
      ["set 2 to 5"],
      ["set 8 to 20"],
    ],
    ["a number that is not known", "    node_count = var.nodes\n", ["unknown"], ["unknown"]],
  ])("sum up %s", async (_what, pool, nodes, vcpus) => {
    const compared = await compareFiles({ "main.tf": `variable "nodes" {}\n${cluster(pool)}` });
    expect(saidIn(rowOf(compared, "kubernetes.cluster", "nodes"))).toEqual(nodes);
    expect(saidIn(rowOf(compared, "kubernetes.cluster", "vcpus"))).toEqual(vcpus);
  });
});

describe("filters", () => {
  test.each([
    [{ types: ["registry"] }, ["registry"]],
    [{ types: ["AZURERM_KEY_VAULT"] }, ["key-vault"]],
    [{ addresses: ["module.gpu*"] }, ["compute.cluster"]],
    [{ types: ["registry"], addresses: ["module.*"] }, []],
  ])("%j", async (options, kinds) => {
    const { tables } = await compareFiles(sampleFiles, options);
    expect(tables.flatMap(({ resources }) => resources.map(({ kind }) => kind))).toEqual(kinds);
  });
});

describe("gaps", () => {
  test("a module that was not read is named", async () => {
    const main = `${registry("ml", "Basic")}module "aks" {\n  source = "Azure/aks/azurerm"\n}\n`;
    const { tables } = await compareFiles({ "main.tf": main });
    expect(tables[0]?.gaps.join()).toContain("module.aks");
  });
});

describe("the table of controls", () => {
  test("names no kind and no control twice", () => {
    const ids = comparedKinds.flatMap(({ kind, controls }) => controls.map(({ id }) => `${kind} ${id}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(comparedKinds.map(({ kind }) => kind)).size).toBe(comparedKinds.length);
  });
});
