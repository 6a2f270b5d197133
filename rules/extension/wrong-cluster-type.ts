import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

/** By type, whether Azure Arc connects the clusters of that type. */
const connectedByType: ReadonlyMap<string, boolean> = new Map([
  ["managedClusters", false],
  ["connectedClusters", true],
]);

const words = { managed: "an AKS cluster", connected: "a cluster that Azure Arc connects" };

export default defineRule({
  on: "extension",
  title: "The cluster is of another type than the extension says",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "command"],
  tags: ["correctness"],
  check(extension, context) {
    const { attributes } = extension;
    const type = context.known(attributes.clusterType);
    const connected = type === undefined ? undefined : connectedByType.get(type);
    if (connected === undefined) return;
    const clusters = context.follow(attributes.cluster, "kubernetes.cluster");
    if (clusters.some((cluster) => context.known(cluster.attributes.connected) === connected)) return;
    const [cluster] = clusters;
    if (!cluster) return;
    if (extension.source === "command" && context.all("kubernetes.cluster").some(mayBeMeant)) {
      context.undecided("the name of another cluster is not known");
    }
    const inTerraform = extension.source === "azurerm";
    const means = connected ? words.connected : words.managed;
    context.report({
      attribute: inTerraform ? "cluster" : "clusterType",
      message: `${context.subject} is for ${means}${inTerraform ? "" : `, as ${context.state("clusterType")}`}, and ${cluster.identity.address} is ${connected ? words.managed : words.connected}.`,
      fix:
        extension.source === "command"
          ? { set: "clusterType", to: connected ? "managedClusters" : "connectedClusters" }
          : undefined,
      help: inTerraform
        ? `Use ${connected ? "azurerm_kubernetes_cluster_extension" : "azurerm_arc_kubernetes_cluster_extension"} for ${cluster.identity.address}.`
        : `Write ${context.setting("clusterType", connected ? "managedClusters" : "connectedClusters")}.`,
    });
  },
});

/** Two clusters of different types may have one name. */
function mayBeMeant(cluster: Resource<"kubernetes.cluster">): boolean {
  return cluster.attributes.name.state === "unknown";
}
