import { arm, azurerm } from "../families.ts";
import { boolean, booleanWord, choice } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const skus = ["Basic", "Standard", "Premium", "Classic"];
const actions = ["Allow", "Deny"];
const azureType = "Microsoft.ContainerRegistry/registries";

export const registry = defineMapping("registry", {
  azurerm: {
    type: "azurerm_container_registry",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.group,
      ...azurerm.tagged,
      ...azurerm.identity,
      sku: choice(skus, "sku"),
      adminUser: boolean("admin_enabled"),
      anonymousPull: boolean("anonymous_pull_enabled"),
      publicAccess: boolean("public_network_access_enabled"),
      defaultAction: choice(actions, "network_rule_set.default_action"),
    },
  },
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      ...arm.identity,
      sku: choice(skus, "sku.name"),
      adminUser: boolean("properties.adminUserEnabled"),
      anonymousPull: boolean("properties.anonymousPullEnabled"),
      publicAccess: booleanWord("properties.publicNetworkAccess", { Enabled: true, Disabled: false }),
      defaultAction: choice(actions, "properties.networkRuleSet.defaultAction"),
    },
  },
});
