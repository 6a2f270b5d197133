import { describe, expect, test } from "vitest";
import { lintStack, mutated, resourcesIn, rulesIn, stackIn } from "./stack.ts";

const stack = stackIn("examples/hardened/terraform");

test.each(["recommended", "strict"] as const)(
  "the hardened stack yields nothing with the preset %s",
  async (preset) => {
    const report = await lintStack(stack, preset);
    expect(report.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  },
);

test("everything about the hardened stack is decided", async () => {
  const report = await lintStack(stack, "strict");
  expect(report.undecided.map(({ rule, why }) => `${rule}: ${why}`)).toEqual([]);
});

test("the hardened stack holds what a production platform has", async () => {
  expect(await resourcesIn(stack, "prod")).toMatchObject({
    workspace: 1,
    "compute.cluster": 2,
    "outbound-rule": 2,
    "storage.account": 1,
    "storage.container": 1,
    datastore: 1,
    "key-vault": 1,
    key: 1,
    registry: 1,
    insights: 1,
    "diagnostic-setting": 1,
    identity: 3,
    "role.assignment": 12,
    "private-endpoint": 5,
    "dns-zone-group": 5,
    "dns-zone": 6,
    "network.security-rule": 3,
    "kubernetes.cluster": 1,
    "kubernetes.pool": 2,
    "trusted-access": 1,
    extension: 1,
    attachment: 1,
    "instance-type": 2,
    "endpoint.online": 2,
    deployment: 2,
  });
});

/** One change each, and the rules that notice. */
const mutations: readonly (readonly [file: string, from: string, to: string, ...rules: string[]])[] = [
  [
    "workspace.tf",
    "public_network_access_enabled  = false",
    "public_network_access_enabled  = true",
    "workspace/public-access",
  ],
  [
    "workspace.tf",
    '"AllowOnlyApprovedOutbound"',
    '"AllowInternetOutbound"',
    "workspace/open-outbound",
    "workspace/outbound-rule-ignored",
  ],
  [
    "workspace.tf",
    "v1_legacy_mode_enabled         = false",
    "v1_legacy_mode_enabled         = true",
    "workspace/legacy-v1-mode",
  ],
  ["workspace.tf", '"cpu"', "null", "workspace/no-image-build-compute"],
  ["workspace.tf", 'storage_account_access_type    = "Identity"', "", "workspace/storage-keys-disabled"],
  [
    "workspace.tf",
    "primary_user_assigned_identity = azurerm_user_assigned_identity.workspace.id",
    "",
    "workspace/no-primary-identity",
  ],
  [
    "workspace.tf",
    "    user_assigned_identity_id = azurerm_user_assigned_identity.workspace.id",
    "",
    "workspace/customer-key-without-identity",
  ],
  [
    "workspace.tf",
    "node_public_ip_enabled        = false",
    "node_public_ip_enabled        = true",
    "compute/public-ip",
  ],
  ["workspace.tf", "local_auth_enabled            = false", "", "compute/local-auth"],
  [
    "workspace.tf",
    "min_node_count                       = 0",
    "min_node_count                       = 1",
    "compute/idle-nodes",
  ],
  ["workspace.tf", '"PT${each.value.idle_minutes}M"', '"${each.value.idle_minutes}m"', "compute/invalid-idle-duration"],
  [
    "workspace.tf",
    "= azurerm_machine_learning_workspace.ml.id\n  log_analytics",
    "= azurerm_key_vault.ml.id\n  log_analytics",
    "workspace/no-diagnostics",
  ],
  ["prod.tfvars", '"Standard_NC24ads_A100_v4"', '"Standard_NC24s_v3"', "compute/retired-vm-size"],
  ["prod.tfvars", '    vm_size   = "Standard_D8s_v5"', '    vm_size   = "Standard_D8s_v55"', "compute/unknown-vm-size"],
  ["prod.tfvars", "max_nodes = 8", "max_nodes = 0", "compute/min-above-max"],
  [
    "prod.tfvars",
    "max_nodes = 4\n",
    'max_nodes = 4\n    priority = "LowPriority"\n',
    "compute/low-priority-production",
  ],
  ["prod.tfvars", "  nodes   = 4", "  nodes   = 1", "kubernetes/too-few-nodes", "extension/router-ha-too-few-nodes"],
  ["prod.tfvars", "  nodes   = 4", "  nodes   = 4\n  highly_available = false", "extension/router-not-ha"],
  ["prod.tfvars", "instances = 3", "instances = 2", "endpoint/single-instance"],
  [
    "prod.tfvars",
    'cost_center   = "4711"',
    'cost_center = "4711"\nregion = "westeurope"',
    "environment/unknown-variable",
  ],
  ["prod.tfvars", 'environment   = "prod"', 'environment = "production"', "environment/type-mismatch"],
  ["variables.tf", '  default = "ZRS"', '  default = "LRS"', "storage/local-redundancy"],
  ["data.tf", '"TLS1_2"', '"TLS1_1"', "storage/old-tls"],
  [
    "data.tf",
    "https_traffic_only_enabled        = true",
    "https_traffic_only_enabled        = false",
    "storage/http-allowed",
  ],
  ["data.tf", "allow_nested_items_to_be_public   = false", "", "storage/public-blobs"],
  ["data.tf", 'bypass         = ["AzureServices"]', "bypass         = []", "storage/azure-services-blocked"],
  [
    "data.tf",
    "purge_protection_enabled      = true",
    "purge_protection_enabled      = false",
    "key-vault/no-purge-protection",
    "workspace/key-vault-not-purge-protected",
  ],
  [
    "data.tf",
    "rbac_authorization_enabled    = true",
    "rbac_authorization_enabled    = false",
    "key-vault/access-policies",
  ],
  ["data.tf", "soft_delete_retention_days    = 90", "soft_delete_retention_days    = 7", "key-vault/short-retention"],
  ["data.tf", '"Premium"', '"Standard"', "registry/sku-cannot-go-private"],
  ["data.tf", "admin_enabled                 = false", "admin_enabled                 = true", "registry/admin-user"],
  [
    "data.tf",
    "anonymous_pull_enabled        = false",
    "anonymous_pull_enabled        = true",
    "registry/anonymous-pull",
  ],
  ["main.tf", "local_authentication_disabled = true", "local_authentication_disabled = false", "insights/local-auth"],
  ["network.tf", '["amlworkspace"]', '["workspace"]', "workspace/wrong-endpoint-subresource"],
  ["network.tf", '["workspace", "notebooks"]', '["workspace"]', "workspace/missing-private-dns"],
  ["network.tf", "    file     = azurerm_storage_account.ml.id\n", "", "storage/private-endpoints-incomplete"],
  ["identity.tf", '"AzureML Data Scientist"', '"AzureML Data Scientists"', "identity/unknown-role"],
  [
    "identity.tf",
    'azurerm_resource_group.ml.id, role = "Azure AI Enterprise Network Connection Approver"',
    'azurerm_resource_group.ml.id, role = "Contributor"',
    "identity/broad-role",
  ],
  [
    "kubernetes.tf",
    "private_cluster_enabled           = true",
    "private_cluster_enabled           = false",
    "kubernetes/public-api-server",
  ],
  ["kubernetes.tf", 'network_policy      = "cilium"', "", "kubernetes/no-network-policy"],
  [
    "kubernetes.tf",
    '["Microsoft.MachineLearningServices/workspaces/mlworkload"]',
    '["Microsoft.MachineLearningServices/workspaces/inference-v1"]',
    "kubernetes/local-accounts-disabled",
  ],
  [
    "kubernetes.tf",
    '= "True"\n    inferenceRouterServiceType',
    '= "Ture"\n    inferenceRouterServiceType',
    "extension/invalid-value",
  ],
  ["kubernetes.tf", '    inferenceRouterServiceType   = "loadBalancer"\n', "", "extension/router-service-type-missing"],
  ["kubernetes.tf", "    sslCname                     = var.serving.domain\n", "", "extension/ssl-cname-missing"],
  ["kubernetes.tf", '    internalLoadBalancerProvider = "azure"\n', "", "extension/public-load-balancer"],
  ["kubernetes.tf", `    "servicebus.enabled"   = "false"\n`, "", "extension/cli-computed-setting-missing"],
  ["serving.tf", 'defaultInstanceType = "small"', 'defaultInstanceType = "tiny"', "attach/undefined-instance-type"],
  ["serving.tf", 'instanceType        = "large"', 'instanceType        = "huge"', "instance-type/undefined"],
  ["serving.tf", '        namespace           = "azureml-serving"\n', "", "attach/default-namespace"],
  ["serving.tf", 'authMode            = "AADToken"', 'authMode            = "Key"', "endpoint/key-auth"],
  ["serving.tf", 'publicNetworkAccess = "Disabled"', 'publicNetworkAccess = "Enabled"', "endpoint/public-access"],
  [
    "serving.tf",
    '{ blue = 100 }\n    }\n  }\n}\n\nresource "azapi_resource" "managed_deployment"',
    '{ blue = 90 }\n    }\n  }\n}\n\nresource "azapi_resource" "managed_deployment"',
    "endpoint/invalid-traffic",
  ],
];

describe("one change to the hardened stack", () => {
  test.each(mutations)("%s: %j to %j", async (file, from, to, ...rules) => {
    const report = await lintStack(mutated(stack, { file, from, to }), "strict");
    expect(rulesIn(report)).toEqual(rules.sort());
  });
});
