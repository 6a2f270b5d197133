import { describe, expect, test } from "vitest";
import { attributesOf, declare, idOf, only, target } from "../trees.ts";

describe("a storage account", () => {
  test("of azurerm", () => {
    const body = {
      name: "st",
      account_tier: "Standard",
      account_replication_type: "lrs",
      account_kind: "BlobStorage",
      is_hns_enabled: true,
      shared_access_key_enabled: false,
      public_network_access_enabled: false,
      network_rules: [{ default_action: "deny", bypass: ["AzureServices"] }],
      allow_nested_items_to_be_public: true,
      min_tls_version: "TLS1_0",
      https_traffic_only_enabled: false,
      blob_properties: [{ delete_retention_policy: [{ days: 7 }] }],
    };
    expect(attributesOf(only(declare("azurerm_storage_account", body), "storage.account"))).toMatchObject({
      tier: "Standard",
      replication: "LRS",
      flavor: "BlobStorage",
      hierarchicalNamespace: true,
      sharedKeys: false,
      publicAccess: false,
      defaultAction: "Deny",
      bypass: ["AzureServices"],
      publicBlobs: true,
      minimumTls: "TLS1_0",
      httpsOnly: false,
      blobSoftDelete: true,
    });
  });

  test.each([
    [{ allow_blob_public_access: true }, { publicBlobs: true }],
    [{ enable_https_traffic_only: false }, { httpsOnly: false }],
    [{ blob_properties: [{}] }, { blobSoftDelete: false }],
  ])("of azurerm with the spelling %j", (body, expected) => {
    expect(attributesOf(only(declare("azurerm_storage_account", body), "storage.account"))).toMatchObject(expected);
  });

  test("of ARM has its tier and replication in one word", () => {
    const properties = {
      allowBlobPublicAccess: false,
      supportsHttpsTrafficOnly: true,
      allowSharedKeyAccess: false,
      publicNetworkAccess: "SecuredByPerimeter",
      networkAcls: { defaultAction: "Allow", bypass: "Logging, Metrics" },
    };
    const body = { name: "st", sku: { name: "premium_zrs" }, kind: "StorageV2", properties };
    const declaration = declare("Microsoft.Storage/storageAccounts", body, { source: "arm", versions: ["2023-05-01"] });
    expect(attributesOf(only(declaration, "storage.account"))).toMatchObject({
      tier: "Premium",
      replication: "ZRS",
      flavor: "StorageV2",
      publicBlobs: false,
      httpsOnly: true,
      sharedKeys: false,
      publicAccess: false,
      defaultAction: "Allow",
      bypass: ["Logging", "Metrics"],
      minimumTls: "-?the specification says TLS 1.0, which the service no longer accepts",
    });
  });

  test.each([
    [
      "azurerm",
      "azurerm_storage_container",
      { container_access_type: "container", storage_account_name: "st" },
      true,
      "name st",
    ],
    [
      "azurerm",
      "azurerm_storage_container",
      { container_access_type: "private", storage_account_id: target("azurerm_storage_account.a") },
      false,
      "@azurerm_storage_account.a.id",
    ],
    [
      "arm",
      "Microsoft.Storage/storageAccounts/blobServices/containers",
      {
        name: "st/default/c",
        properties: { publicAccess: "Blob" },
        parent: idOf("Microsoft.Storage/storageAccounts/blobServices", "st", "default"),
      },
      true,
      "id Microsoft.Storage/storageAccounts st in rg",
    ],
  ] as const)("has a container of %s %s with %j", (source, type, body, publicBlobs, account) => {
    expect(attributesOf(only(declare(type, body, { source }), "storage.container"))).toMatchObject({
      publicBlobs,
      account,
    });
  });

  test("can have its network rules apart from it", () => {
    const body = { storage_account_id: target("azurerm_storage_account.a"), default_action: "Deny", bypass: [] };
    expect(attributesOf(only(declare("azurerm_storage_account_network_rules", body), "storage.network-rules"))).toEqual(
      {
        account: "@azurerm_storage_account.a.id",
        defaultAction: "Deny",
        bypass: [],
      },
    );
  });

  test("has a blob service of its own in ARM", () => {
    const body = { name: "st/default", properties: { deleteRetentionPolicy: { enabled: true } } };
    const declaration = declare("Microsoft.Storage/storageAccounts/blobServices", body, { source: "arm" });
    expect(attributesOf(only(declaration, "storage.blob-service"))).toEqual({
      account: "name st",
      blobSoftDelete: true,
    });
  });
});

describe("a key vault", () => {
  test.each([
    [["3.117.1"], {}, { default: false, of: "azurerm 3" }],
    [["4.41.0"], {}, { default: false, of: "azurerm 4" }],
    [["4.42.0"], {}, "-?since 4.42 azurerm leaves the permission model to the service"],
    [["5.2.0"], { rbac_authorization_enabled: true }, true],
    [["5.2.0"], { enable_rbac_authorization: true }, true],
  ])("of azurerm %j with %j", (versions, body, rbac) => {
    expect(attributesOf(only(declare("azurerm_key_vault", body, { versions }), "key-vault"))).toMatchObject({ rbac });
  });

  test("of azurerm", () => {
    const body = {
      purge_protection_enabled: true,
      public_network_access_enabled: false,
      network_acls: [{ default_action: "Deny", bypass: "None" }],
      soft_delete_retention_days: 7,
    };
    expect(attributesOf(only(declare("azurerm_key_vault", body), "key-vault"))).toMatchObject({
      purgeProtection: true,
      publicAccess: false,
      defaultAction: "Deny",
      bypass: "None",
      retentionDays: 7,
    });
  });

  test.each([
    ["2023-07-01", { default: false }],
    ["2026-05-15", "-?since API version 2026-02-01 Azure may choose RBAC by itself"],
  ])("of ARM %s", (version, rbac) => {
    const body = { properties: { publicNetworkAccess: "disabled", enablePurgeProtection: true } };
    const vault = only(declare("Microsoft.KeyVault/vaults", body, { source: "arm", versions: [version] }), "key-vault");
    expect(attributesOf(vault)).toMatchObject({
      rbac,
      publicAccess: false,
      purgeProtection: true,
      retentionDays: { default: 90 },
    });
  });
});

test("a registry", () => {
  const inTerraform = declare("azurerm_container_registry", {
    sku: "premium",
    admin_enabled: true,
    public_network_access_enabled: false,
  });
  expect(attributesOf(only(inTerraform, "registry"))).toMatchObject({
    sku: "Premium",
    adminUser: true,
    anonymousPull: { default: false },
    publicAccess: false,
  });
  const properties = { adminUserEnabled: true, anonymousPullEnabled: true, publicNetworkAccess: "Disabled" };
  const inArm = declare(
    "Microsoft.ContainerRegistry/registries",
    { sku: { name: "Basic" }, properties },
    { source: "arm" },
  );
  expect(attributesOf(only(inArm, "registry"))).toMatchObject({
    sku: "Basic",
    adminUser: true,
    anonymousPull: true,
    publicAccess: false,
  });
});

test.each([
  [["3.117.1"], {}, { default: true, of: "azurerm 3" }],
  [["4.81.0"], {}, "-?azurerm 4 leaves local authentication to the service"],
  [["5.2.0"], {}, { default: true, of: "azurerm 5" }],
  [["4.81.0"], { local_authentication_disabled: true }, false],
  [["4.81.0"], { local_authentication_enabled: true }, true],
])("the local authentication of Application Insights of azurerm %j with %j", (versions, body, localAuth) => {
  expect(attributesOf(only(declare("azurerm_application_insights", body, { versions }), "insights"))).toMatchObject({
    localAuth,
  });
});

test("Application Insights of ARM", () => {
  const properties = {
    DisableLocalAuth: true,
    WorkspaceResourceId: idOf("Microsoft.OperationalInsights/workspaces", "log"),
  };
  expect(
    attributesOf(only(declare("microsoft.insights/components", { properties }, { source: "arm" }), "insights")),
  ).toMatchObject({
    localAuth: false,
    logAnalytics: "id Microsoft.OperationalInsights/workspaces log in rg",
  });
});

test.each([
  [
    "azurerm",
    "azurerm_key_vault_key",
    { key_vault_id: target("azurerm_key_vault.a") },
    "key",
    { vault: "@azurerm_key_vault.a.id" },
  ],
  ["arm", "Microsoft.KeyVault/vaults/keys", { name: "kv/k" }, "key", { name: "k", vault: "name kv" }],
  [
    "azurerm",
    "azurerm_monitor_diagnostic_setting",
    { target_resource_id: target("azurerm_machine_learning_workspace.a") },
    "diagnostic-setting",
    { target: "@azurerm_machine_learning_workspace.a.id" },
  ],
  [
    "arm",
    "Microsoft.Insights/diagnosticSettings",
    { scope: idOf("Microsoft.KeyVault/vaults", "kv") },
    "diagnostic-setting",
    { target: "id Microsoft.KeyVault/vaults kv in rg" },
  ],
  [
    "azurerm",
    "azurerm_management_lock",
    { scope: target("azurerm_resource_group.a"), lock_level: "readonly" },
    "lock",
    { scope: "@azurerm_resource_group.a.id", level: "ReadOnly" },
  ],
  [
    "arm",
    "Microsoft.Authorization/locks",
    { properties: { level: "CanNotDelete" } },
    "lock",
    { scope: "-", level: "CanNotDelete" },
  ],
] as const)("%s %s", (source, type, body, kind, expected) => {
  expect(attributesOf(only(declare(type, body, { source }), kind))).toMatchObject(expected);
});
