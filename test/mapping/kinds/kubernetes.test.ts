import { describe, expect, test } from "vitest";
import { attributesOf, declare, idOf, only, target, unknown } from "../trees.ts";

const managed = "Microsoft.ContainerService/managedClusters";

describe("an AKS cluster", () => {
  test("of azurerm 4 and 5", () => {
    const body = {
      name: "aks",
      sku_tier: "standard",
      private_cluster_enabled: true,
      local_account_disabled: true,
      role_based_access_control_enabled: false,
      api_server_access_profile: [{ authorized_ip_ranges: ["10.0.0.0/8"] }],
      network_profile: [{ network_plugin: "kubenet" }],
      automatic_upgrade_channel: "patch",
      oms_agent: [{ log_analytics_workspace_id: "x" }],
    };
    expect(attributesOf(only(declare("azurerm_kubernetes_cluster", body), "kubernetes.cluster"))).toMatchObject({
      connected: false,
      tier: "Standard",
      privateApiServer: true,
      authorizedRanges: ["10.0.0.0/8"],
      localAccounts: false,
      rbac: false,
      servicePrincipal: "-",
      networkPlugin: "kubenet",
      networkPolicy: { default: "none" },
      upgradeChannel: "patch",
      nodeUpgradeChannel: { default: "NodeImage" },
      containerInsights: true,
      managedMetrics: false,
    });
  });

  test("of azurerm 3, in its spellings", () => {
    const body = {
      api_server_authorized_ip_ranges: ["10.0.0.0/8"],
      automatic_channel_upgrade: "stable",
      service_principal: [{ client_id: "sp" }],
    };
    const cluster = only(declare("azurerm_kubernetes_cluster", body), "kubernetes.cluster");
    expect(cluster.version).toBe("3.117.1");
    expect(attributesOf(cluster)).toMatchObject({
      authorizedRanges: ["10.0.0.0/8"],
      upgradeChannel: "stable",
      nodeUpgradeChannel: "-",
      servicePrincipal: "sp",
      localAccounts: { default: true, of: "azurerm 3" },
    });
  });

  test("of ARM", () => {
    const properties = {
      apiServerAccessProfile: { enablePrivateCluster: true, authorizedIPRanges: [] },
      disableLocalAccounts: false,
      servicePrincipalProfile: { clientId: "msi" },
      addonProfiles: { omsAgent: { enabled: true } },
      networkProfile: { networkPolicy: "Calico" },
    };
    const body = { name: "aks", sku: { tier: "free" }, properties };
    expect(attributesOf(only(declare(managed, body, { source: "arm" }), "kubernetes.cluster"))).toMatchObject({
      tier: "Free",
      privateApiServer: true,
      authorizedRanges: [],
      localAccounts: true,
      servicePrincipal: "-",
      containerInsights: true,
      networkPolicy: "calico",
      rbac: "-?Azure does not state whether Kubernetes RBAC is on by default",
    });
  });

  test("that Azure Arc connects has none of AKS's settings", () => {
    const cluster = only(declare("azurerm_arc_kubernetes_cluster", { name: "edge" }), "kubernetes.cluster");
    expect(cluster.azureType).toBe("Microsoft.Kubernetes/connectedClusters");
    expect(attributesOf(cluster)).toMatchObject({ connected: true });
  });

  test("of a command", () => {
    const body = { name: "aks", "resource-group": "rg", "disable-local-accounts": true, "node-count": "3" };
    const declaration = declare("aks create", body, { source: "command", address: "aks create aks" });
    expect(attributesOf(only(declaration, "kubernetes.cluster"))).toMatchObject({ name: "aks", localAccounts: false });
    expect(attributesOf(only(declaration, "kubernetes.pool"))).toMatchObject({
      cluster: "@aks create aks.id",
      nodes: 3,
      mode: "System",
    });
  });
});

describe("a node pool", () => {
  test("that is a cluster's default one", () => {
    const pool = {
      name: "sys",
      vm_size: "Standard_D4s_v3",
      node_count: 2,
      only_critical_addons_enabled: true,
      zones: ["1", "2"],
    };
    const resource = only(declare("azurerm_kubernetes_cluster", { default_node_pool: [pool] }), "kubernetes.pool");
    expect(resource.identity.address).toBe("azurerm_kubernetes_cluster.this.default_node_pool");
    expect(resource.header.start.line).toBe(2);
    expect(attributesOf(resource)).toMatchObject({
      name: "sys",
      cluster: "@azurerm_kubernetes_cluster.this.id",
      vmSize: "Standard_D4s_v3",
      nodes: 2,
      autoscaling: { default: false },
      mode: "System",
      priority: "Regular",
      taints: ["CriticalAddonsOnly=true:NoSchedule"],
      zones: ["1", "2"],
    });
  });

  test.each([
    [{ enable_auto_scaling: true, enable_node_public_ip: true }, "3.117.1"],
    [{ auto_scaling_enabled: true, node_public_ip_enabled: true }, "5.2.0"],
  ])("of its own with %j is of azurerm %s", (body, version) => {
    const pool = only(declare("azurerm_kubernetes_cluster_node_pool", body), "kubernetes.pool");
    expect(pool.version).toBe(version);
    expect(attributesOf(pool)).toMatchObject({ autoscaling: true, publicIp: true, mode: { default: "User" } });
  });

  test("of ARM's profiles has its place in the list", () => {
    const agentPoolProfiles = [
      { name: "sys", mode: "System", count: 3, nodeTaints: ["a=b:NoSchedule"] },
      { name: "user", scaleSetPriority: "spot", enableAutoScaling: true, minCount: 1, maxCount: 5 },
    ];
    const declaration = declare(managed, { properties: { agentPoolProfiles } }, { source: "arm", address: "aks" });
    const user = only(declaration, "kubernetes.pool:user");
    expect(user.identity.address).toBe("aks.properties.agentPoolProfiles.1");
    expect(attributesOf(user)).toMatchObject({
      priority: "Spot",
      autoscaling: true,
      minNodes: 1,
      maxNodes: 5,
      nodes: { default: 1 },
      mode: "-?Azure wants the mode of a pool written",
    });
  });

  test("of profiles that cannot be decided is one of which nothing is known", () => {
    const body = { properties: { agentPoolProfiles: unknown("parameter pools has no value") } };
    const pool = only(declare(managed, body, { source: "arm" }), "kubernetes.pool");
    expect(attributesOf(pool)).toMatchObject({
      vmSize: "?parameter pools has no value",
      nodes: "?parameter pools has no value",
    });
  });
});

describe("the extension", () => {
  const azureMl = "Microsoft.AzureML.Kubernetes";

  test("of azurerm upgrades itself unless a version is pinned", () => {
    const body = {
      cluster_id: target("azurerm_kubernetes_cluster.a"),
      extension_type: "microsoft.azureml.kubernetes",
      configuration_settings: { enableTraining: "True", "nodeSelector.pool": "ml" },
    };
    const extension = only(declare("azurerm_kubernetes_cluster_extension", body), "extension");
    expect(attributesOf(extension)).toMatchObject({
      cluster: "@azurerm_kubernetes_cluster.a.id",
      clusterType: "managedClusters",
      settings: { enableTraining: "True", "nodeSelector.pool": "ml" },
      protectedSettings: "-",
      autoUpgrade: true,
      scope: "cluster",
      update: false,
    });
    const pinned = declare("azurerm_kubernetes_cluster_extension", { ...body, version: "1.1.1" });
    expect(attributesOf(only(pinned, "extension"))).toMatchObject({ autoUpgrade: false, version: "1.1.1" });
  });

  test("on Arc has an identity", () => {
    const body = { extension_type: azureMl, identity: [{ type: "SystemAssigned" }] };
    expect(attributesOf(only(declare("azurerm_arc_kubernetes_cluster_extension", body), "extension"))).toMatchObject({
      clusterType: "connectedClusters",
      identityType: "SystemAssigned",
    });
  });

  test("of ARM tells the kind of its cluster from its scope", () => {
    const properties = {
      extensionType: azureMl,
      configurationSettings: { enableInference: true, sslCname: unknown("parameter cname has no value") },
      configurationProtectedSettings: "",
      scope: { cluster: { releaseNamespace: "azureml" } },
      autoUpgradeMinorVersion: true,
    };
    const body = { name: "aml", scope: idOf(managed, "aks"), properties };
    const type = "Microsoft.KubernetesConfiguration/extensions";
    expect(attributesOf(only(declare(type, body, { source: "arm" }), "extension"))).toMatchObject({
      cluster: `id ${managed} aks in rg`,
      clusterType: "managedClusters",
      settings: { enableInference: "true", sslCname: "?parameter cname has no value" },
      protectedSettings: {},
      scope: "cluster",
      releaseNamespace: "azureml",
      autoUpgrade: true,
    });
  });

  test("of a settings file that stands alone shows only some of the settings", () => {
    const body = { settings: { enableTraining: "True" }, "replaced-settings": ["enabletraining"] };
    expect(attributesOf(only(declare("settings", body, { source: "settings" }), "extension"))).toMatchObject({
      settings: { enableTraining: "True" },
      replacedSettings: ["enabletraining"],
      unseenSettings: "a file that no command names may hold only some of the settings",
    });
  });

  test("of another type is no concern of ours", () => {
    const flux = declare("azurerm_kubernetes_cluster_extension", { extension_type: "microsoft.flux" });
    expect(() => only(flux, "extension")).toThrow();
  });

  test("of a command keeps what an update does not name", () => {
    const body = { name: "aml", "cluster-name": "aks", "resource-group": "rg", settings: { enableTraining: "True" } };
    const update = only(declare("k8s-extension update", body, { source: "command" }), "extension");
    expect(attributesOf(update)).toMatchObject({
      cluster: "name aks in rg",
      update: true,
      settings: { enableTraining: "True" },
      releaseTrain: "-?what an update does not name keeps its former value",
    });
    const create = declare(
      "k8s-extension create",
      { ...body, "extension-type": azureMl, "cluster-type": "ManagedClusters" },
      { source: "command" },
    );
    expect(attributesOf(only(create, "extension"))).toMatchObject({
      update: false,
      clusterType: "managedClusters",
      releaseTrain: { default: "stable" },
    });
  });
});

test.each([
  [
    "azurerm",
    "azurerm_kubernetes_cluster_trusted_access_role_binding",
    {
      kubernetes_cluster_id: target("azurerm_kubernetes_cluster.a"),
      source_resource_id: target("azurerm_machine_learning_workspace.a"),
      roles: ["x"],
    },
    "@azurerm_kubernetes_cluster.a.id",
  ],
  ["arm", `${managed}/trustedAccessRoleBindings`, { name: "aks/b", properties: { roles: ["x"] } }, "name aks"],
  ["command", "aks trustedaccess rolebinding create", { "cluster-name": "aks", roles: "x" }, "name aks"],
] as const)("a trusted-access binding of %s", (source, type, body, cluster) => {
  expect(attributesOf(only(declare(type, body, { source }), "trusted-access"))).toMatchObject({
    cluster,
    roles: ["x"],
  });
});

describe("an extension whose type is not known", () => {
  const body = { name: "azureml", cluster_id: "x", extension_type: unknown() };

  test("is supposed to be ours, and may not exist", () => {
    const extension = only(declare("azurerm_kubernetes_cluster_extension", body), "extension");
    expect(extension.supposed).toBe(true);
    expect(extension.existence.certain).toBe(false);
  });

  test("is not ours where another type is written", () => {
    const other = declare("azurerm_kubernetes_cluster_extension", { ...body, extension_type: "microsoft.flux" });
    expect(() => only(other, "extension")).toThrow();
  });
});
