import { describe, expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";
import type { Report } from "../../src/engine/report.ts";

const call = (source: string) => `module "other" {\n  source = "${source}"\n}\n`;

const workspace = `resource "azurerm_machine_learning_workspace" "ml" {
  name                          = "ml"
  public_network_access_enabled = false
}
`;

const conflicting = `${workspace}
resource "azurerm_kubernetes_cluster" "aks" {
  name = "aks"
}

resource "azurerm_kubernetes_cluster_extension" "ml" {
  name              = "ml"
  cluster_id        = azurerm_kubernetes_cluster.aks.id
  extension_type    = "Microsoft.AzureML.Kubernetes"
  configuration_settings = {
    enableInference = "True"
  }
}

resource "azurerm_machine_learning_inference_cluster" "aks" {
  name                  = "inference"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.aks.id
}
`;

/** How a rule ended: with a finding, undecided, or in silence. */
function end({ findings, undecided }: Report, rule: string): "finding" | "undecided" | "silence" {
  if (findings.some((finding) => finding.rule === rule)) return "finding";
  return undecided.some((entry) => entry.rule === rule) ? "undecided" : "silence";
}

const missing = "workspace/no-private-endpoint";
const present = "inference/conflicts-with-extension";

describe("what is missing from a root of which a module was not read", () => {
  test.each([
    ["Azure/avm-res-network-privateendpoint/azurerm", "undecided"],
    ["git::https://example.com/endpoints.git", "undecided"],
    ["./nowhere", "undecided"],
    ["Azure/naming/azurerm", "finding"],
    ["Azure/avm-utl-regions/azurerm", "finding"],
    ["registry.terraform.io/Azure/naming/azurerm", "finding"],
    ["somebody/naming/azurerm", "undecided"],
  ])("with the source %s is %s", async (source, expected) => {
    expect(end(await lintFiles({ "main.tf": workspace + call(source) }), missing)).toBe(expected);
  });

  test("is missing where the call makes no instance", async () => {
    const never = call("./nowhere").replace("{\n", "{\n  count = 0\n");
    expect(end(await lintFiles({ "main.tf": workspace + never }), missing)).toBe("finding");
  });

  test("is missing where only another root calls the module", async () => {
    const files = { "a/main.tf": workspace, "b/main.tf": call("./nowhere") };
    expect(end(await lintFiles(files), missing)).toBe("finding");
  });

  test("is undecided where a module that was read calls it", async () => {
    const files = { "main.tf": workspace + call("./inner"), "inner/main.tf": call("./nowhere") };
    expect(end(await lintFiles(files), missing)).toBe("undecided");
  });

  test("is undecided where a linked template was not read", async () => {
    const linked = {
      type: "Microsoft.Resources/deployments",
      apiVersion: "2022-09-01",
      name: "endpoints",
      properties: { mode: "Incremental", templateLink: { relativePath: "nowhere.json" } },
    };
    const written = {
      type: "Microsoft.MachineLearningServices/workspaces",
      apiVersion: "2024-10-01",
      name: "ml",
      location: "westeurope",
      properties: { publicNetworkAccess: "Disabled" },
    };
    const template = (resources: readonly unknown[]) =>
      JSON.stringify({
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        resources,
      });
    expect(end(await lintFiles({ "main.json": template([written]) }), missing)).toBe("finding");
    expect(end(await lintFiles({ "main.json": template([written, linked]) }), missing)).toBe("undecided");
  });
});

describe("what is there", () => {
  test("is found all the same", async () => {
    expect(end(await lintFiles({ "main.tf": conflicting }), present)).toBe("finding");
    expect(end(await lintFiles({ "main.tf": conflicting + call("./nowhere") }), present)).toBe("finding");
  });

  test("is left open where it may come from the module", async () => {
    const alone = conflicting.replace('"Microsoft.AzureML.Kubernetes"', '"microsoft.flux"');
    expect(end(await lintFiles({ "main.tf": alone }), present)).toBe("silence");
    expect(end(await lintFiles({ "main.tf": alone + call("./nowhere") }), present)).toBe("undecided");
  });
});
