import { anyOf, equals, has } from "../condition.ts";
import { arm, azureml, azurerm } from "../families.ts";
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
  azureml: {
    type: "workspace",
    azureType,
    when: anyOf(equals("kind", "project"), has("hub_id")),
    attributes: { ...azureml.name, ...azureml.tagged, ...azureml.identity, hub: reference("hub_id") },
  },
  arm: {
    type: azureType,
    when: equals("kind", "Project"),
    attributes: { ...arm.name, ...arm.tagged, ...arm.identity, hub: reference("properties.hubResourceId") },
  },
});
