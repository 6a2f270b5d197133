import { strings } from "../collections.ts";
import { arm, armAncestor, armParent, azurerm } from "../families.ts";
import { either, type Field, fieldAt, leafOf, mapped, notExpressible, type Reading } from "../field.ts";
import { namedReference, reference } from "../references.ts";
import { boolean, booleanWord, choice, presence, string } from "../scalars.ts";
import type { Scope } from "../scope.ts";
import { defineMapping } from "../surface.ts";

const azureType = "Microsoft.Storage/storageAccounts";
const flavors = ["StorageV2", "BlobStorage", "FileStorage", "BlockBlobStorage", "Storage"];
const actions = ["Allow", "Deny"];
const tlsVersions = ["TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3"];
const replications = ["LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"];
const tiers = ["Standard", "Premium", "StandardV2", "PremiumV2"];

const sku = string("sku.name");

/** One half of `Standard_LRS`; the whole is the word for it. */
function halfOfSku(half: 0 | 1): Field<string> {
  const field = fieldAt(["sku.name"], "a SKU such as Standard_LRS", (tree) => {
    const name = leafOf(tree);
    return typeof name === "string" ? name.split("_")[half] : undefined;
  });
  const read = (scope: Scope): Reading<string> => {
    const reading = field.read(scope);
    const whole = sku.read(scope);
    return reading.state === "known" && whole.state === "known" ? { ...reading, word: whole.value } : reading;
  };
  return { ...field, read };
}

/** A network security perimeter keeps the public out as well. */
const publicAccessWords = { Enabled: true, Disabled: false, SecuredByPerimeter: false };

export const storageAccount = defineMapping("storage.account", {
  azurerm: {
    type: "azurerm_storage_account",
    azureType,
    attributes: {
      ...azurerm.name,
      ...azurerm.group,
      ...azurerm.tagged,
      ...azurerm.identity,
      tier: choice(tiers, "account_tier"),
      replication: choice(replications, "account_replication_type"),
      flavor: choice(flavors, "account_kind"),
      hierarchicalNamespace: boolean("is_hns_enabled"),
      sharedKeys: boolean("shared_access_key_enabled"),
      publicAccess: boolean("public_network_access_enabled"),
      defaultAction: choice(actions, "network_rules.default_action"),
      bypass: strings("network_rules.bypass"),
      publicBlobs: boolean("allow_nested_items_to_be_public", "allow_blob_public_access"),
      minimumTls: choice(tlsVersions, "min_tls_version"),
      httpsOnly: boolean("https_traffic_only_enabled", "enable_https_traffic_only"),
      blobSoftDelete: presence("blob_properties.delete_retention_policy"),
    },
  },
  arm: {
    type: azureType,
    attributes: {
      ...arm.name,
      ...arm.group,
      ...arm.tagged,
      ...arm.identity,
      tier: mapped(halfOfSku(0), (word) => tiers.find((tier) => tier.toLowerCase() === word.toLowerCase()) ?? word),
      replication: mapped(halfOfSku(1), (word) => word.toUpperCase()),
      flavor: choice(flavors, "kind"),
      hierarchicalNamespace: boolean("properties.isHnsEnabled"),
      sharedKeys: boolean("properties.allowSharedKeyAccess"),
      publicAccess: booleanWord("properties.publicNetworkAccess", publicAccessWords),
      defaultAction: choice(actions, "properties.networkAcls.defaultAction"),
      bypass: strings("properties.networkAcls.bypass"),
      publicBlobs: boolean("properties.allowBlobPublicAccess"),
      minimumTls: choice(tlsVersions, "properties.minimumTlsVersion"),
      httpsOnly: boolean("properties.supportsHttpsTrafficOnly"),
      blobSoftDelete: notExpressible("blob soft delete is set on the blob service, a resource of its own"),
    },
  },
});

export const storageNetworkRules = defineMapping("storage.network-rules", {
  azurerm: {
    type: "azurerm_storage_account_network_rules",
    attributes: {
      account: either(reference("storage_account_id"), namedReference("storage_account_name", "resource_group_name")),
      defaultAction: choice(actions, "default_action"),
      bypass: strings("bypass"),
    },
  },
});

export const storageBlobService = defineMapping("storage.blob-service", {
  arm: {
    type: "Microsoft.Storage/storageAccounts/blobServices",
    attributes: {
      account: armParent(),
      blobSoftDelete: boolean("properties.deleteRetentionPolicy.enabled"),
    },
  },
});

export const storageContainer = defineMapping("storage.container", {
  azurerm: {
    type: "azurerm_storage_container",
    azureType: "Microsoft.Storage/storageAccounts/blobServices/containers",
    attributes: {
      name: string("name"),
      account: either(reference("storage_account_id"), namedReference("storage_account_name")),
      publicBlobs: booleanWord("container_access_type", { private: false, blob: true, container: true }),
    },
  },
  arm: {
    type: "Microsoft.Storage/storageAccounts/blobServices/containers",
    attributes: {
      ...arm.name,
      account: armAncestor(1),
      publicBlobs: booleanWord("properties.publicAccess", { None: false, Blob: true, Container: true }),
    },
  },
});
