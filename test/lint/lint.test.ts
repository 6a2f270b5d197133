import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { exampleDate, lintFiles } from "../../scripts/example.ts";
import { lint } from "../../src/lint.ts";
import { MemoryFiles } from "../../src/model/files.ts";

const cluster = `variable "nodes" {
  type = number
}

resource "azurerm_kubernetes_cluster" "scoring" {
  name                = "aks-scoring"
  location            = "westeurope"
  resource_group_name = "ml"
  dns_prefix          = "scoring"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = var.nodes
  }

  identity {
    type = "SystemAssigned"
  }
}
`;

const install =
  "az k8s-extension create --name azureml --extension-type Microsoft.AzureML.Kubernetes --cluster-type managedClusters " +
  "--cluster-name aks-scoring --resource-group ml --scope cluster --config enableInference=True " +
  "inferenceRouterServiceType=loadBalancer inferenceRouterHA=True sslSecret=tls sslCname=scoring.contoso.example\n";

describe("a script of no environment beside Terraform of two", () => {
  const files = {
    "main.tf": cluster,
    "environments/dev.tfvars": "nodes = 1\n",
    "environments/prod.tfvars": "nodes = 5\n",
    "deploy.sh": install,
  };

  test("is checked against every environment of the cluster and lists those in which it is wrong", async () => {
    const { findings } = await lintFiles(files);
    const found = findings.filter((finding) => finding.rule === "extension/router-ha-too-few-nodes");
    expect(found.map((finding) => finding.environments.map((one) => one.name))).toEqual([["dev"]]);
  });

  test("looks only where it is asked to", async () => {
    const { findings, roots } = await lintFiles(files, { environments: ["prod"] });
    expect(findings.filter((finding) => finding.rule === "extension/router-ha-too-few-nodes")).toEqual([]);
    expect(roots.find((root) => root.language === "terraform")?.environments.map((one) => one.name)).toEqual(["prod"]);
  });
});

describe("configuration", () => {
  const files = {
    "main.tf":
      'variable "admin" {\n  type = bool\n}\n\nresource "azurerm_container_registry" "ml" {\n  admin_enabled = var.admin\n}\n',
    "environments/blue.tfvars": "admin = true\n",
  };

  test("says the tier of an environment whose name does not", async () => {
    const { findings } = await lintFiles(files, { configuration: { environments: { blue: "production" } } });
    const found = findings.find((finding) => finding.rule === "registry/admin-user");
    expect(found?.environments).toEqual([{ name: "blue", tier: "production" }]);
  });

  test("switches a rule off", async () => {
    const { findings } = await lintFiles(files, { configuration: { rules: { "registry/admin-user": "off" } } });
    expect(findings.map((finding) => finding.rule)).not.toContain("registry/admin-user");
  });
});

test("where a reader fails, what the others read is linted, and the failure is told as ours", async () => {
  const files = new MemoryFiles({ "main.tf": cluster, "deploy.sh": install });
  const breaking = Object.assign(Object.create(files) as MemoryFiles, {
    read(path: string) {
      if (path === "main.tf") throw new RangeError("the disk is upside down");
      return files.read(path);
    },
    readBytes: (path: string) => files.readBytes(path),
    list: (path: string) => files.list(path),
  });
  const report = await lint({
    files: breaking,
    paths: ["deploy.sh", "main.tf"],
    configuration: {},
    environments: [],
    today: exampleDate,
    rules,
    version: "0.0.0",
  });
  expect(report.failures).toEqual([
    {
      message: "reading Terraform failed: the disk is upside down. This is a defect of ml-lint; the rest was linted.",
      file: undefined,
      ours: true,
    },
  ]);
  expect(report.files.get("commands")).toBe(1);
});

test("the order of paths does not change the report", async () => {
  const files = {
    "a.tf": cluster,
    "deploy.sh": install,
    "prod/registry.tf": 'resource "azurerm_container_registry" "r" {\n  admin_enabled = true\n}\n',
  };
  const memory = new MemoryFiles(files);
  const run = async (paths: readonly string[]) => {
    const { findings } = await lint({
      files: memory,
      paths,
      configuration: {},
      environments: [],
      today: exampleDate,
      rules,
      version: "0",
    });
    return findings.map((finding) => `${finding.rule} ${finding.at.file}:${finding.at.start.line}`);
  };
  const found = await run(memory.paths());
  expect(found.length).toBeGreaterThan(0);
  expect(await run(memory.paths().toReversed())).toEqual(found);
});
