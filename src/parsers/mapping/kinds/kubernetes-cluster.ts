import { strings } from "../collections.ts";
import { arm, azurerm, command } from "../families.ts";
import { absentWhen, constant, fieldAt, leafOf, nothing } from "../field.ts";
import { boolean, choice, flag, not, presence, string } from "../scalars.ts";
import { defineMapping, type Fields } from "../surface.ts";

const tiers = ["Free", "Standard", "Premium"];
const managed = "Microsoft.ContainerService/managedClusters";
const connected = "Microsoft.Kubernetes/connectedClusters";

/** What only AKS has; a cluster that Azure Arc connects is managed elsewhere. */
const managedElsewhere: Omit<
  Fields<"kubernetes.cluster">,
  "name" | "group" | "location" | "tags" | "identityType" | "identityIds"
> = {
  connected: constant(true),
  tier: nothing(),
  privateApiServer: nothing(),
  authorizedRanges: nothing(),
  localAccounts: nothing(),
  rbac: nothing(),
  servicePrincipal: nothing(),
  networkPlugin: nothing(),
  networkPolicy: nothing(),
  upgradeChannel: nothing(),
  nodeUpgradeChannel: nothing(),
  containerInsights: nothing(),
  managedMetrics: nothing(),
};

/** `--enable-addons monitoring,azure-policy` */
const monitoringAddon = fieldAt(["enable-addons"], "names of add-ons", (tree) => {
  const names = leafOf(tree);
  return typeof names === "string" ? names.split(",").some((name) => name.trim() === "monitoring") : undefined;
});

/** The client id `msi` stands for a managed identity. */
const armServicePrincipal = absentWhen(
  string("properties.servicePrincipalProfile.clientId"),
  (clientId) => clientId.toLowerCase() === "msi",
);

export const kubernetesCluster = defineMapping("kubernetes.cluster", {
  azurerm: [
    {
      type: "azurerm_kubernetes_cluster",
      azureType: managed,
      attributes: {
        ...azurerm.name,
        ...azurerm.group,
        ...azurerm.tagged,
        ...azurerm.identity,
        connected: constant(false),
        tier: choice(tiers, "sku_tier"),
        privateApiServer: boolean("private_cluster_enabled"),
        authorizedRanges: strings("api_server_access_profile.authorized_ip_ranges", "api_server_authorized_ip_ranges"),
        localAccounts: not(boolean("local_account_disabled")),
        rbac: boolean("role_based_access_control_enabled"),
        servicePrincipal: string("service_principal.client_id"),
        networkPlugin: choice(["azure", "kubenet", "none"], "network_profile.network_plugin"),
        networkPolicy: choice(["none", "calico", "azure", "cilium"], "network_profile.network_policy"),
        upgradeChannel: string("automatic_upgrade_channel", "automatic_channel_upgrade"),
        nodeUpgradeChannel: string("node_os_upgrade_channel", "node_os_channel_upgrade"),
        containerInsights: presence("oms_agent"),
        managedMetrics: presence("monitor_metrics"),
      },
    },
    {
      type: "azurerm_arc_kubernetes_cluster",
      azureType: connected,
      attributes: {
        ...azurerm.name,
        ...azurerm.group,
        ...azurerm.tagged,
        ...azurerm.identity,
        identityIds: nothing(),
        ...managedElsewhere,
      },
    },
  ],
  arm: [
    {
      type: managed,
      attributes: {
        ...arm.name,
        ...arm.group,
        ...arm.tagged,
        ...arm.identity,
        connected: constant(false),
        tier: choice(tiers, "sku.tier"),
        privateApiServer: boolean("properties.apiServerAccessProfile.enablePrivateCluster"),
        authorizedRanges: strings("properties.apiServerAccessProfile.authorizedIPRanges"),
        localAccounts: not(boolean("properties.disableLocalAccounts")),
        rbac: boolean("properties.enableRBAC"),
        servicePrincipal: armServicePrincipal,
        networkPlugin: choice(["azure", "kubenet", "none"], "properties.networkProfile.networkPlugin"),
        networkPolicy: choice(["none", "calico", "azure", "cilium"], "properties.networkProfile.networkPolicy"),
        upgradeChannel: string("properties.autoUpgradeProfile.upgradeChannel"),
        nodeUpgradeChannel: string("properties.autoUpgradeProfile.nodeOSUpgradeChannel"),
        containerInsights: boolean("properties.addonProfiles.omsagent.enabled"),
        managedMetrics: boolean("properties.azureMonitorProfile.metrics.enabled"),
      },
    },
    {
      type: connected,
      attributes: { ...arm.name, ...arm.group, ...arm.tagged, ...arm.identity, ...managedElsewhere },
    },
  ],
  command: [
    {
      type: "aks create",
      azureType: managed,
      attributes: {
        ...command.name,
        ...command.group,
        ...command.tagged,
        identityType: nothing(),
        identityIds: nothing(),
        connected: constant(false),
        tier: choice(tiers, "tier"),
        privateApiServer: flag("enable-private-cluster"),
        authorizedRanges: strings("api-server-authorized-ip-ranges"),
        localAccounts: not(flag("disable-local-accounts")),
        rbac: not(flag("disable-rbac")),
        servicePrincipal: string("service-principal"),
        networkPlugin: choice(["azure", "kubenet", "none"], "network-plugin"),
        networkPolicy: choice(["none", "calico", "azure", "cilium"], "network-policy"),
        upgradeChannel: string("auto-upgrade-channel"),
        nodeUpgradeChannel: string("node-os-upgrade-channel"),
        containerInsights: monitoringAddon,
        managedMetrics: flag("enable-azure-monitor-metrics"),
      },
    },
    {
      type: "connectedk8s connect",
      azureType: connected,
      attributes: {
        ...command.name,
        ...command.group,
        ...command.tagged,
        identityType: nothing(),
        identityIds: nothing(),
        ...managedElsewhere,
      },
    },
  ],
});
