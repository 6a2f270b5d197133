import { arm, azurerm } from "../families.ts";
import { either } from "../field.ts";
import { reference } from "../references.ts";
import { boolean, not } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.Insights/components";

export const insights = defineMapping("insights", {
  azurerm: {
    type: "azurerm_application_insights",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.group,
      ...azurerm.tagged,
      logAnalytics: reference("workspace_id"),
      localAuth: either(boolean("local_authentication_enabled"), not(boolean("local_authentication_disabled"))),
    },
  },
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      logAnalytics: reference("properties.WorkspaceResourceId"),
      localAuth: not(boolean("properties.DisableLocalAuth")),
    },
  },
});
