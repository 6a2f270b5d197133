import type { Tree } from "../../../model/tree.ts";
import { arm, armParent, azureml, azurerm, namedWorkspace } from "../families.ts";
import { constant, fieldAt, leafOf, partName } from "../field.ts";
import { blocks, entries } from "../part.ts";
import { owner, reference } from "../references.ts";
import { choice, string, stringOf } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.MachineLearningServices/workspaces/outboundRules";
const ruleTypes = ["FQDN", "ServiceTag", "PrivateEndpoint"];
const inDestination = ["serviceTag", "serviceResourceId", "service_tag", "service_resource_id"];

/** A domain name stands by itself, everything else in an object. */
function destination(path: string) {
  return fieldAt([path], "a destination", (tree: Tree) => {
    if (tree.form !== "mapping") return leafOf(tree) === undefined ? undefined : stringOf(tree);
    for (const key of inDestination) {
      const entry = tree.entries.get(key);
      if (entry) return stringOf(entry.value);
    }
    return undefined;
  });
}

const inTerraform = { ...azurerm.name, workspace: reference("workspace_id") };

export const outboundRule = defineMapping("outbound-rule", {
  azurerm: [
    {
      type: "azurerm_machine_learning_workspace_network_outbound_rule_fqdn",
      azureType,
      attributes: { ...inTerraform, ruleType: constant("FQDN"), destination: string("destination_fqdn") },
    },
    {
      type: "azurerm_machine_learning_workspace_network_outbound_rule_service_tag",
      azureType,
      attributes: { ...inTerraform, ruleType: constant("ServiceTag"), destination: string("service_tag") },
    },
    {
      type: "azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint",
      azureType,
      attributes: { ...inTerraform, ruleType: constant("PrivateEndpoint"), destination: string("service_resource_id") },
    },
  ],
  arm: [
    {
      type: azureType,
      attributes: {
        ...arm.name,
        workspace: armParent(),
        ruleType: choice(ruleTypes, "properties.type"),
        destination: destination("properties.destination"),
      },
    },
    {
      type: "Microsoft.MachineLearningServices/workspaces",
      each: entries("properties.managedNetwork.outboundRules"),
      attributes: {
        name: partName(),
        workspace: owner(),
        ruleType: choice(ruleTypes, "type"),
        destination: destination("destination"),
      },
    },
  ],
  azureml: {
    type: "workspace",
    each: blocks("managed_network.outbound_rules"),
    attributes: {
      ...azureml.name,
      workspace: owner(),
      ruleType: choice(ruleTypes, "type"),
      destination: destination("destination"),
    },
  },
  command: {
    type: "ml workspace outbound-rule set",
    attributes: {
      name: string("rule"),
      workspace: namedWorkspace(),
      ruleType: choice(ruleTypes, "type"),
      destination: string("destination", "service-tag", "service-resource-id"),
    },
  },
});
