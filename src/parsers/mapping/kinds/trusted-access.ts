import { strings } from "../collections.ts";
import { arm, armParent, azurerm, command } from "../families.ts";
import { namedReference, reference } from "../references.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings";

export const trustedAccess = defineMapping("trusted-access", {
  azurerm: {
    type: "azurerm_kubernetes_cluster_trusted_access_role_binding",
    azureType,
    attributes: {
      ...azurerm.name,
      cluster: reference("kubernetes_cluster_id"),
      workspace: reference("source_resource_id"),
      roles: strings("roles"),
    },
  },
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      cluster: armParent(),
      workspace: reference("properties.sourceResourceId"),
      roles: strings("properties.roles"),
    },
  },
  command: {
    type: "aks trustedaccess rolebinding create",
    azureType,
    attributes: {
      ...command.name,
      cluster: namedReference("cluster-name", "resource-group"),
      workspace: reference("source-resource-id"),
      roles: strings("roles"),
    },
  },
});
