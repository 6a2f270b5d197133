import { settings, strings } from "../collections.ts";
import { anyOf, equals, isOpen, lacks } from "../condition.ts";
import { arm, armScope, azurerm, command } from "../families.ts";
import { constant, fieldAt, leafOf, mapped, notExpressible, nothing } from "../field.ts";
import { namedReference, reference } from "../references.ts";
import { boolean, choice, presence, string } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

const azureMl = "Microsoft.AzureML.Kubernetes";
const clusterTypes = ["managedClusters", "connectedClusters", "provisionedClusters", "appliances"];
const azureType = "Microsoft.KubernetesConfiguration/extensions";

const inTerraform = {
  ...azurerm.name,
  cluster: reference("cluster_id"),
  settings: settings("configuration_settings"),
  protectedSettings: settings("configuration_protected_settings"),
  replacedSettings: nothing(),
  unseenSettings: nothing(),
  version: string("version"),
  releaseTrain: string("release_train"),
  /** The provider asks for automatic upgrades exactly when no version is pinned. */
  autoUpgrade: mapped(presence("version"), (pinned) => !pinned),
  scope: mapped(presence("target_namespace"), (namespaced) => (namespaced ? "namespace" : "cluster")),
  releaseNamespace: string("release_namespace"),
  targetNamespace: string("target_namespace"),
  update: constant(false),
};

/** The kind of cluster, as the id of the extension's scope names it. */
const armClusterType = fieldAt(["scope", "parent_id", "parent"], "a cluster's id", (tree) => {
  const id = leafOf(tree);
  const texts = typeof id === "string" ? [id] : tree.form === "undecided" ? (tree.pieces ?? []) : [];
  const known = texts
    .filter((piece) => typeof piece === "string")
    .join("\0")
    .toLowerCase();
  return clusterTypes.find((type) => known.includes(`/${type.toLowerCase()}/`));
});

const inCommand = {
  ...command.name,
  identityType: nothing(),
  identityIds: nothing(),
  cluster: namedReference("cluster-name", "resource-group"),
  clusterType: choice(clusterTypes, "cluster-type"),
  settings: settings("settings"),
  protectedSettings: settings("protected-settings"),
  replacedSettings: strings("replaced-settings"),
  unseenSettings: string("settings-incomplete"),
  version: string("version"),
  releaseTrain: string("release-train"),
  autoUpgrade: boolean("auto-upgrade-minor-version"),
  scope: choice(["cluster", "namespace"], "scope"),
  releaseNamespace: string("release-namespace"),
  targetNamespace: string("target-namespace"),
};

/** The AzureML extension of a Kubernetes cluster. */
export const extension = defineMapping("extension", {
  azurerm: [
    {
      type: "azurerm_kubernetes_cluster_extension",
      azureType,
      when: equals("extension_type", azureMl),
      maybe: isOpen("extension_type"),
      attributes: {
        ...inTerraform,
        identityType: notExpressible("azurerm gives the extension of an AKS cluster no identity argument"),
        identityIds: nothing(),
        clusterType: constant("managedClusters"),
      },
    },
    {
      type: "azurerm_arc_kubernetes_cluster_extension",
      azureType,
      when: equals("extension_type", azureMl),
      maybe: isOpen("extension_type"),
      attributes: {
        ...inTerraform,
        ...azurerm.identity,
        identityIds: nothing(),
        clusterType: constant("connectedClusters"),
      },
    },
  ],
  arm: {
    type: azureType,
    when: equals("properties.extensionType", azureMl),
    maybe: isOpen("properties.extensionType"),
    attributes: {
      ...arm.name,
      ...arm.identity,
      cluster: armScope(),
      clusterType: armClusterType,
      settings: settings("properties.configurationSettings"),
      protectedSettings: settings("properties.configurationProtectedSettings"),
      replacedSettings: nothing(),
      unseenSettings: nothing(),
      version: string("properties.version"),
      releaseTrain: string("properties.releaseTrain"),
      autoUpgrade: boolean("properties.autoUpgradeMinorVersion"),
      scope: mapped(presence("properties.scope.namespace"), (namespaced) => (namespaced ? "namespace" : "cluster")),
      releaseNamespace: string("properties.scope.cluster.releaseNamespace"),
      targetNamespace: string("properties.scope.namespace.targetNamespace"),
      update: constant(false),
    },
  },
  command: [
    {
      type: "k8s-extension create",
      azureType,
      when: equals("extension-type", azureMl),
      maybe: isOpen("extension-type"),
      attributes: { ...inCommand, update: constant(false) },
    },
    {
      type: "k8s-extension update",
      azureType,
      when: anyOf(equals("extension-type", azureMl), lacks("extension-type")),
      updates: () => true,
      attributes: { ...inCommand, update: constant(true) },
    },
  ],
  settings: {
    type: "settings",
    attributes: {
      name: nothing(),
      identityType: nothing(),
      identityIds: nothing(),
      cluster: nothing(),
      clusterType: nothing(),
      settings: settings("settings"),
      protectedSettings: nothing(),
      replacedSettings: strings("replaced-settings"),
      unseenSettings: constant("a file that no command names may hold only some of the settings"),
      version: nothing(),
      releaseTrain: nothing(),
      autoUpgrade: nothing(),
      scope: nothing(),
      releaseNamespace: nothing(),
      targetNamespace: nothing(),
      update: constant(true),
    },
  },
});
