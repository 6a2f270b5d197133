import { arm, armParent, armScope, azurerm } from "../families.ts";
import { notExpressible } from "../field.ts";
import { reference } from "../references.ts";
import { string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.ManagedIdentity/userAssignedIdentities";

export const identity = defineMapping("identity", {
  azurerm: {
    type: "azurerm_user_assigned_identity",
    azureType,
    attributes: { ...azurerm.name, ...azurerm.group, ...azurerm.tagged },
  },
  arm: {
    type: azureType,
    attributes: { ...arm.name, ...arm.group, ...arm.tagged },
  },
});

export const federatedCredential = defineMapping("federated-credential", {
  azurerm: {
    type: "azurerm_federated_identity_credential",
    attributes: {
      ...azurerm.name,
      identity: reference("user_assigned_identity_id", "parent_id"),
      subject: string("subject"),
      issuer: string("issuer"),
    },
  },
  arm: {
    type: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
    attributes: {
      ...arm.name,
      identity: armParent(),
      subject: string("properties.subject"),
      issuer: string("properties.issuer"),
    },
  },
});

export const roleAssignment = defineMapping("role.assignment", {
  azurerm: {
    type: "azurerm_role_assignment",
    azureType: "Microsoft.Authorization/roleAssignments",
    attributes: {
      role: string("role_definition_name"),
      roleId: reference("role_definition_id"),
      scope: reference("scope"),
      principal: reference("principal_id"),
      principalType: string("principal_type"),
      condition: string("condition"),
    },
  },
  arm: {
    type: "Microsoft.Authorization/roleAssignments",
    attributes: {
      role: notExpressible("ARM names a role by its id"),
      roleId: reference("properties.roleDefinitionId"),
      scope: armScope(),
      principal: reference("properties.principalId"),
      principalType: string("properties.principalType"),
      condition: string("properties.condition"),
    },
  },
});

export const roleDefinition = defineMapping("role.definition", {
  azurerm: {
    type: "azurerm_role_definition",
    azureType: "Microsoft.Authorization/roleDefinitions",
    attributes: { name: string("name"), scope: reference("scope") },
  },
  arm: {
    type: "Microsoft.Authorization/roleDefinitions",
    attributes: { name: string("properties.roleName"), scope: armScope() },
  },
});
