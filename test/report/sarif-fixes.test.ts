import type { Fix, Log, Replacement } from "sarif";
import { describe, expect, test } from "vitest";
import { formatSarif } from "../../src/report/sarif/sarif.ts";
import { plainStyle, unicodeMarks } from "../../src/report/text/style.ts";
import { fixedOnce, withFixes } from "../fixes/fixing.ts";

const options = {
  style: plainStyle(unicodeMarks),
  width: 80,
  codeWidth: 80,
  undecided: false,
  page: () => undefined,
  scope: { paths: [], files: 1, environments: [] },
};

async function fixesOf(files: Readonly<Record<string, string>>, rule: string): Promise<Fix[]> {
  const log = JSON.parse(formatSarif(await withFixes(files), options)) as Log;
  expect(log.runs[0]!.columnKind).toBe("utf16CodeUnits");
  const results = log.runs[0]!.results!.filter(({ ruleId }) => ruleId === rule);
  return results.flatMap(({ fixes = [] }) => fixes);
}

/** What an editor does that knows lines and columns only, and nothing of us. */
function carriedOut(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split("\n");
  const offset = (line = 0, column = 0) => {
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThan(0);
    expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
    return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  };
  return replacements.toReversed().reduce((changed, { deletedRegion, insertedContent }) => {
    const { startLine, startColumn, endLine, endColumn } = deletedRegion;
    const [from, to] = [offset(startLine, startColumn), offset(endLine, endColumn)];
    expect(to).toBeGreaterThanOrEqual(from);
    return changed.slice(0, from) + (insertedContent?.text ?? "") + changed.slice(to);
  }, text);
}

const registry =
  'resource "azurerm_container_registry" "ml" { # 🚢 é\n  name = "crml"\n  /* 🚢🚢 */ admin_enabled = true # 🚢\n}\n';
const subnet = `resource "azurerm_machine_learning_workspace" "ml" {
  name = "ml" # 🚢
  managed_network {
    isolation_mode = "AllowOnlyApprovedOutbound"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu" {
  name                          = "cpu"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.ml.id
  subnet_resource_id            = "/subscriptions/x/resourceGroups/ml/providers/Microsoft.Network/virtualNetworks/v/subnets/s"
  vm_size                       = "Standard_D4s_v5"
}
`;
const secret = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "key": { "type": "securestring" } },
  "resources": [
    {
      "type": "Microsoft.KubernetesConfiguration/extensions",
      "apiVersion": "2023-05-01",
      "name": "🚢",
      "properties": {
        "extensionType": "Microsoft.AzureML.Kubernetes",
        "configurationSettings": { "enableTraining": "🚢", "scoringFe.sslKey": "[parameters('key')]" }
      }
    }
  ]
}
`;

const windows = (text: string) => text.replaceAll("\n", "\r\n");

describe("a fix of SARIF, carried out by lines and columns, does what --fix does", () => {
  test.each([
    ["a replacement behind emoji", "main.tf", registry, "registry/admin-user"],
    ["a replacement with the line breaks of Windows", "main.tf", windows(registry), "registry/admin-user"],
    ["a line that goes", "main.tf", subnet, "compute/subnet-in-managed-network"],
    ["a line of Windows that goes", "main.tf", windows(subnet), "compute/subnet-in-managed-network"],
    ["several edits at once", "main.json", secret, "extension/secret-in-plain-settings"],
    ["several edits of Windows", "main.json", windows(secret), "extension/secret-in-plain-settings"],
  ])("%s", async (_, file, text, rule) => {
    const [fix, ...more] = await fixesOf({ [file]: text }, rule);
    expect(more).toEqual([]);
    const [change, ...others] = fix!.artifactChanges;
    expect(others).toEqual([]);
    expect(change!.artifactLocation).toEqual({ uri: file, uriBaseId: "SRCROOT" });
    const mended = (await fixedOnce({ [file]: text }, rule))[file]!;
    expect(mended).not.toBe(text);
    expect(carriedOut(text, change!.replacements)).toBe(mended);
  });
});

describe("the edits of a fix of SARIF", () => {
  test("are in the order of their places and hold what they write", async () => {
    const [fix] = await fixesOf({ "main.json": secret }, "extension/secret-in-plain-settings");
    const { replacements } = fix!.artifactChanges[0]!;
    const lines = replacements.map(({ deletedRegion }) => deletedRegion.startLine! * 1000 + deletedRegion.startColumn!);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(replacements.filter(({ insertedContent }) => insertedContent?.text === "")).toEqual([]);
  });
});
