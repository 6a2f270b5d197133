import { describe, expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";

const vault = `resource "azurerm_key_vault" "ml" {
  name                       = "ml"
  purge_protection_enabled   = false
  rbac_authorization_enabled = true
}
`;

function update(id: string, properties: string, more = ""): string {
  return `resource "azapi_update_resource" "ml" {
  type        = "Microsoft.KeyVault/vaults@2024-11-01"
  resource_id = ${id}
  ${more}
  body = { properties = { ${properties} } }
}
`;
}

const own = "azurerm_key_vault.ml.id";

/** How often a rule reports and is undecided, and at which lines. */
async function ended(text: string, rule: string) {
  const { findings, undecided } = await lintFiles({ "main.tf": text });
  return {
    lines: findings.filter((finding) => finding.rule === rule).map(({ at }) => at.start.line),
    undecided: undecided.filter((entry) => entry.rule === rule).length,
  };
}

describe("what an update by azapi writes", () => {
  test.each<[string, string, number[], number]>([
    ["counts for the resource that it changes", update(own, "enablePurgeProtection = true"), [], 0],
    ["leaves alone what it does not name", update(own, "enableSoftDelete = true"), [3], 0],
    ["counts where it is unknown", `${update(own, "enablePurgeProtection = var.on")}variable "on" {}\n`, [], 1],
    ["does not count for another resource", update('"/subscriptions/s"', "enablePurgeProtection = true"), [3], 0],
    [
      "leaves it open where the update may not exist",
      `${update(own, "enablePurgeProtection = true", "count = var.on ? 1 : 0")}variable "on" {}\n`,
      [3],
      0,
    ],
  ])("%s", async (_, written, lines, undecided) => {
    expect(await ended(`${vault}${written}`, "key-vault/no-purge-protection")).toEqual({ lines, undecided });
  });

  test("is reported where it is written", async () => {
    const text = `${vault}${update(own, "enableRbacAuthorization = false")}`;
    expect(await ended(text, "key-vault/access-policies")).toEqual({ lines: [10], undecided: 0 });
  });

  test("holds no check of its own beside the one of the resource", async () => {
    const { undecided } = await lintFiles({ "main.tf": `${vault}${update(own, "enableSoftDelete = true")}` });
    expect(undecided.map(({ resource }) => resource.address)).not.toContain("azapi_update_resource.ml");
  });
});

const silent = vault.replace("  purge_protection_enabled   = false\n", "");

test.each<[string, string]>([
  ["type", update(own, "x = 1").replace('"Microsoft.KeyVault/vaults@2024-11-01"', "var.open")],
  ["id", update("var.open", "x = 1")],
])("an update whose %s is not known leaves open what a resource does not write", async (_, text) => {
  const open = 'variable "open" {}\n';
  const left = await ended(`${silent}${text}${open}`, "key-vault/no-purge-protection");
  expect(left.lines).toEqual([]);
  expect(left.undecided).toBeGreaterThan(0);
  expect(await ended(`${silent}${open}`, "key-vault/no-purge-protection")).toEqual({ lines: [1], undecided: 0 });
  expect((await ended(`${vault}${text}${open}`, "key-vault/no-purge-protection")).lines).toEqual([3]);
});
