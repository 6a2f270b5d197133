import { equals } from "../condition.ts";
import { arm, azurerm } from "../families.ts";
import { reference } from "../references.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.MachineLearningServices/workspaces";

/** A project in a hub: it takes its network, storage and keys from there. */
export const project = defineMapping("workspace.project", {
  azurerm: {
    type: "azurerm_ai_foundry_project",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.tagged,
      ...azurerm.identity,
      hub: reference("ai_services_hub_id"),
    },
  },
  arm: {
    type: azureType,
    when: equals("kind", "Project"),
    attributes: { ...arm.name, ...arm.tagged, ...arm.identity, hub: reference("properties.hubResourceId") },
  },
});
