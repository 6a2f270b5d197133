import { expect, test } from "vitest";
import { lintFiles } from "../../scripts/example.ts";
import { offerFixes } from "../../src/fixes/offer.ts";
import { type Files, inputOf } from "./fixing.ts";

/** Each switch also decides whether a vault exists, which nobody can tell from the vault's place. */
const registry = (name: string) => `
variable "${name}" {
  default = true
}

resource "azurerm_container_registry" "${name}" {
  name          = "cr${name}"
  sku           = "Premium"
  admin_enabled = var.${name}
}

resource "azurerm_user_assigned_identity" "${name}" {
  count = var.${name} ? 1 : 0
  name  = "id-${name}"
}
`;
const harmless = 'resource "azurerm_container_registry" "e" {\n  name          = "cre"\n  admin_enabled = true\n}\n';
const many = 'resource "azurerm_resource_group" "many" {\n  count = 9000\n  name  = "rg"\n}\n';

const harmful = ["a", "b", "c", "d"].map(registry).join("");

async function offered(files: Files, effort: "thorough" | "quick") {
  const { findings, tried } = await offerFixes(await lintFiles(files), inputOf(files), ["safe"], effort);
  return { fixed: findings.filter(({ fix }) => fix).map(({ resource }) => resource?.address), tried };
}

test("what does no harm is found among what does, however much reading that takes", async () => {
  const files = { "main.tf": harmful + harmless };
  expect(await offered(files, "thorough")).toEqual({ fixed: ["azurerm_container_registry.e"], tried: ["safe"] });
});

test("a small project is searched through with little effort, too", async () => {
  const files = { "main.tf": harmful + harmless };
  expect(await offered(files, "quick")).toEqual({ fixed: ["azurerm_container_registry.e"], tried: ["safe"] });
});

test("in a large project little effort ends early, and the report does not say that all was tried", async () => {
  const files = { "main.tf": harmful + harmless + many };
  expect(await offered(files, "quick")).toEqual({ fixed: [], tried: [] });
});
