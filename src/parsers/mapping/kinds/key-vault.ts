import { arm, armParent, azurerm } from "../families.ts";
import { reference } from "../references.ts";
import { boolean, booleanWord, choice, number } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const actions = ["Allow", "Deny"];
const bypasses = ["AzureServices", "None"];
const azureType = "Microsoft.KeyVault/vaults";

export const keyVault = defineMapping("key-vault", {
  azurerm: {
    type: "azurerm_key_vault",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.group,
      ...azurerm.tagged,
      purgeProtection: boolean("purge_protection_enabled"),
      rbac: boolean("rbac_authorization_enabled", "enable_rbac_authorization"),
      publicAccess: boolean("public_network_access_enabled"),
      defaultAction: choice(actions, "network_acls.default_action"),
      bypass: choice(bypasses, "network_acls.bypass"),
      retentionDays: number("soft_delete_retention_days"),
    },
  },
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      purgeProtection: boolean("properties.enablePurgeProtection"),
      rbac: boolean("properties.enableRbacAuthorization"),
      publicAccess: booleanWord("properties.publicNetworkAccess", { Enabled: true, Disabled: false }),
      defaultAction: choice(actions, "properties.networkAcls.defaultAction"),
      bypass: choice(bypasses, "properties.networkAcls.bypass"),
      retentionDays: number("properties.softDeleteRetentionInDays"),
    },
  },
});

export const key = defineMapping("key", {
  azurerm: {
    type: "azurerm_key_vault_key",
    azureType: "Microsoft.KeyVault/vaults/keys",
    attributes: { ...azurerm.name, vault: reference("key_vault_id") },
  },
  arm: {
    type: "Microsoft.KeyVault/vaults/keys",
    attributes: { ...arm.name, vault: armParent() },
  },
});
