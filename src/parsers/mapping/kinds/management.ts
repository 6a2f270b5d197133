import { settings } from "../collections.ts";
import { arm, armScope, azurerm } from "../families.ts";
import { reference } from "../references.ts";
import { choice, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

export const diagnosticSetting = defineMapping("diagnostic-setting", {
  azurerm: {
    type: "azurerm_monitor_diagnostic_setting",
    attributes: { ...azurerm.name, target: reference("target_resource_id") },
  },
  arm: {
    type: "Microsoft.Insights/diagnosticSettings",
    attributes: { ...arm.name, target: armScope() },
  },
});

export const lock = defineMapping("lock", {
  azurerm: {
    type: "azurerm_management_lock",
    attributes: {
      ...azurerm.name,
      scope: reference("scope"),
      level: choice(["CanNotDelete", "ReadOnly"], "lock_level"),
    },
  },
  arm: {
    type: "Microsoft.Authorization/locks",
    attributes: {
      ...arm.name,
      scope: armScope(),
      level: choice(["CanNotDelete", "ReadOnly"], "properties.level"),
    },
  },
});

export const resourceGroup = defineMapping("resource-group", {
  azurerm: {
    type: "azurerm_resource_group",
    azureType: "Microsoft.Resources/resourceGroups",
    attributes: { ...azurerm.name, ...azurerm.tagged },
  },
  arm: {
    type: "Microsoft.Resources/resourceGroups",
    attributes: { ...arm.name, location: string("location"), tags: settings("tags") },
  },
});

export const subscription = defineMapping("subscription", {
  azurerm: {
    type: ["azurerm_subscription", "azurerm_client_config"],
    azureType: "Microsoft.Resources/subscriptions",
    attributes: { name: string("subscription_id") },
  },
});

export const managementGroup = defineMapping("management-group", {
  azurerm: {
    type: "azurerm_management_group",
    azureType: "Microsoft.Management/managementGroups",
    attributes: { name: string("name") },
  },
  arm: {
    type: "Microsoft.Management/managementGroups",
    attributes: { ...arm.name },
  },
});
