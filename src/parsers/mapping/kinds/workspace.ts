import { allOf, differs, lacks } from "../condition.ts";
import { arm, azureml, azurerm, command } from "../families.ts";
import { constant, either, notExpressible, nothing } from "../field.ts";
import { namedReference, reference } from "../references.ts";
import { boolean, booleanWord, choice, not, presence, string, stringUnlessEmpty } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const onOff = { Enabled: true, Disabled: false };
const isolationModes = ["Disabled", "AllowInternetOutbound", "AllowOnlyApprovedOutbound"];
const accessTypes = ["AccessKey", "Identity", "UserDelegationSAS"];
const flavors = ["Default", "Hub", "FeatureStore"];

/** `az ml` writes the words of a choice in lower case with underscores. */
function snakeChoice(words: readonly string[], path: string) {
  const field = choice(words, path);
  return {
    ...field,
    encode: (value: unknown) =>
      String(value)
        .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
        .toLowerCase(),
  };
}

export const workspace = defineMapping("workspace", {
  azurerm: [
    {
      type: "azurerm_machine_learning_workspace",
      azureType: "Microsoft.MachineLearningServices/workspaces",
      attributes: {
        ...azurerm.name,
        ...azurerm.group,
        ...azurerm.tagged,
        ...azurerm.identity,
        flavor: choice(flavors, "kind"),
        publicAccess: boolean("public_network_access_enabled"),
        publicAccessBehindVnet: boolean("public_access_behind_virtual_network_enabled"),
        isolationMode: choice(isolationModes, "managed_network.isolation_mode"),
        storageAccount: reference("storage_account_id"),
        keyVault: reference("key_vault_id"),
        containerRegistry: reference("container_registry_id"),
        applicationInsights: reference("application_insights_id"),
        storageAccess: choice(accessTypes, "storage_account_access_type"),
        imageBuildCompute: string("image_build_compute_name"),
        primaryIdentity: reference("primary_user_assigned_identity"),
        legacyMode: boolean("v1_legacy_mode_enabled"),
        highBusinessImpact: boolean("high_business_impact"),
        encryption: presence("encryption"),
        encryptionKey: string("encryption.key_id"),
        encryptionKeyVault: reference("encryption.key_vault_id"),
        encryptionIdentity: reference("encryption.user_assigned_identity_id"),
        serverless: presence("serverless_compute"),
        serverlessPublicIp: boolean("serverless_compute.public_ip_enabled"),
        serverlessSubnet: reference("serverless_compute.subnet_id"),
      },
    },
    {
      type: "azurerm_ai_foundry",
      azureType: "Microsoft.MachineLearningServices/workspaces",
      attributes: {
        ...azurerm.name,
        ...azurerm.group,
        ...azurerm.tagged,
        ...azurerm.identity,
        flavor: constant("Hub"),
        publicAccess: booleanWord("public_network_access", onOff),
        publicAccessBehindVnet: nothing(),
        isolationMode: choice(isolationModes, "managed_network.isolation_mode"),
        storageAccount: reference("storage_account_id"),
        keyVault: reference("key_vault_id"),
        containerRegistry: reference("container_registry_id"),
        applicationInsights: reference("application_insights_id"),
        storageAccess: notExpressible("azurerm_ai_foundry cannot say how the hub reads its storage"),
        imageBuildCompute: notExpressible("azurerm_ai_foundry cannot name a compute that builds images"),
        primaryIdentity: reference("primary_user_assigned_identity"),
        legacyMode: nothing(),
        highBusinessImpact: boolean("high_business_impact_enabled"),
        encryption: presence("encryption"),
        encryptionKey: string("encryption.key_id"),
        encryptionKeyVault: reference("encryption.key_vault_id"),
        encryptionIdentity: reference("encryption.user_assigned_identity_id"),
        serverless: notExpressible("azurerm_ai_foundry cannot configure serverless compute"),
        serverlessPublicIp: notExpressible("azurerm_ai_foundry cannot configure serverless compute"),
        serverlessSubnet: notExpressible("azurerm_ai_foundry cannot configure serverless compute"),
      },
    },
  ],
  arm: {
    type: "Microsoft.MachineLearningServices/workspaces",
    when: differs("kind", "Project"),
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      ...arm.identity,
      flavor: choice(flavors, "kind"),
      publicAccess: booleanWord("properties.publicNetworkAccess", onOff),
      publicAccessBehindVnet: boolean("properties.allowPublicAccessWhenBehindVnet"),
      isolationMode: choice(isolationModes, "properties.managedNetwork.isolationMode"),
      storageAccount: reference("properties.storageAccount"),
      keyVault: reference("properties.keyVault"),
      containerRegistry: reference("properties.containerRegistry"),
      applicationInsights: reference("properties.applicationInsights"),
      storageAccess: choice(accessTypes, "properties.systemDatastoresAuthMode"),
      imageBuildCompute: stringUnlessEmpty("properties.imageBuildCompute"),
      primaryIdentity: reference("properties.primaryUserAssignedIdentity"),
      legacyMode: boolean("properties.v1LegacyMode"),
      highBusinessImpact: boolean("properties.hbiWorkspace"),
      encryption: presence("properties.encryption.keyVaultProperties"),
      encryptionKey: string("properties.encryption.keyVaultProperties.keyIdentifier"),
      encryptionKeyVault: reference("properties.encryption.keyVaultProperties.keyVaultArmId"),
      encryptionIdentity: reference(
        "properties.encryption.identity.userAssignedIdentity",
        "properties.encryption.keyVaultProperties.identityClientId",
      ),
      serverless: presence("properties.serverlessComputeSettings"),
      serverlessPublicIp: not(boolean("properties.serverlessComputeSettings.serverlessComputeNoPublicIP")),
      serverlessSubnet: reference("properties.serverlessComputeSettings.serverlessComputeCustomSubnet"),
    },
  },
  azureml: {
    type: "workspace",
    when: allOf(differs("kind", "project"), lacks("hub_id")),
    azureType: "Microsoft.MachineLearningServices/workspaces",
    attributes: {
      ...azureml.name,
      ...azureml.group,
      ...azureml.tagged,
      ...azureml.identity,
      flavor: choice(flavors, "kind"),
      publicAccess: booleanWord("public_network_access", onOff),
      publicAccessBehindVnet: nothing(),
      isolationMode: snakeChoice(isolationModes, "managed_network.isolation_mode"),
      storageAccount: reference("storage_account"),
      keyVault: reference("key_vault"),
      containerRegistry: reference("container_registry"),
      applicationInsights: reference("application_insights"),
      storageAccess: choice(accessTypes, "system_datastores_auth_mode"),
      imageBuildCompute: string("image_build_compute"),
      primaryIdentity: reference("primary_user_assigned_identity"),
      legacyMode: nothing(),
      highBusinessImpact: boolean("hbi_workspace"),
      encryption: presence("customer_managed_key"),
      encryptionKey: string("customer_managed_key.key_uri"),
      encryptionKeyVault: reference("customer_managed_key.key_vault"),
      encryptionIdentity: notExpressible("workspace YAML names no identity for its customer-managed key"),
      serverless: presence("serverless_compute"),
      serverlessPublicIp: not(boolean("serverless_compute.no_public_ip")),
      serverlessSubnet: reference("serverless_compute.custom_subnet"),
    },
  },
  command: {
    type: "ml workspace create",
    azureType: "Microsoft.MachineLearningServices/workspaces",
    attributes: {
      ...command.name,
      ...command.group,
      ...command.tagged,
      identityType: nothing(),
      identityIds: nothing(),
      flavor: choice(flavors, "kind"),
      publicAccess: booleanWord("public-network-access", onOff),
      publicAccessBehindVnet: nothing(),
      isolationMode: snakeChoice(isolationModes, "managed-network"),
      storageAccount: namedReference("storage-account"),
      keyVault: namedReference("key-vault"),
      containerRegistry: namedReference("container-registry"),
      applicationInsights: namedReference("application-insights"),
      storageAccess: choice(accessTypes, "system-datastores-auth-mode"),
      imageBuildCompute: string("image-build-compute"),
      primaryIdentity: either(
        namedReference("primary-user-assigned-identity"),
        namedReference("primary-user-assigned-identity-id"),
      ),
      legacyMode: nothing(),
      highBusinessImpact: boolean("hbi-workspace"),
      encryption: notExpressible("a customer-managed key is only written in the command's file"),
      encryptionKey: notExpressible("a customer-managed key is only written in the command's file"),
      encryptionKeyVault: notExpressible("a customer-managed key is only written in the command's file"),
      encryptionIdentity: notExpressible("a customer-managed key is only written in the command's file"),
      serverless: notExpressible("serverless compute is only written in the command's file"),
      serverlessPublicIp: notExpressible("serverless compute is only written in the command's file"),
      serverlessSubnet: notExpressible("serverless compute is only written in the command's file"),
    },
  },
});
