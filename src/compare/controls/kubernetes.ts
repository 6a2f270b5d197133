import { vmSize } from "../../../data/vm-sizes.ts";
import type { Resource } from "../../model/resource.ts";
import { orDefault } from "../../model/value.ts";
import { controlsOf } from "../control.ts";
import type { ReadingContext, Said } from "../reading.ts";
import {
  either,
  enabled,
  identityType,
  list,
  number,
  range,
  reference,
  settings,
  size,
  word,
  wordOrNone,
  yesOrNo,
} from "../show.ts";

type Cluster = Resource<"kubernetes.cluster">;
type Pool = Resource<"kubernetes.pool">;

const quiet = { quiet: true } as const;
const onAks = { appliesTo: isAks } as const;

export const kubernetesCluster = controlsOf("kubernetes.cluster", "Kubernetes cluster", (row) => [
  row.derived("nodes", "Nodes in all pools", nodesInAll, onAks),
  row.derived("vcpus", "vCPUs in all pools", vcpusInAll, onAks),
  row.attribute("tier", "Tier", word, onAks),
  row.attribute("privateApiServer", "API server", either("Private", "Public"), onAks),
  row.attribute("authorizedRanges", "Authorized IP ranges", list, onAks),
  row.attribute("localAccounts", "Local accounts", enabled, onAks),
  row.attribute("rbac", "Kubernetes RBAC", enabled, onAks),
  row.attribute("identityType", "Identity", identityType, { also: ["identityIds", "servicePrincipal"] }),
  row.attribute("networkPlugin", "Network plugin", word, onAks),
  row.attribute("networkPolicy", "Network policy", wordOrNone, onAks),
  row.attribute("upgradeChannel", "Upgrade channel", wordOrNone, onAks),
  row.attribute("nodeUpgradeChannel", "Node image upgrade channel", wordOrNone, onAks),
  row.attribute("containerInsights", "Container insights", enabled, onAks),
  row.attribute("managedMetrics", "Managed metrics", enabled, { ...onAks, ...quiet }),
  row.pointing("diagnosticSettings", "Diagnostic settings", "diagnostic-setting", "target", onAks),
]);

export const kubernetesPool = controlsOf("kubernetes.pool", "Node pool", (row) => [
  row.attribute("mode", "Mode", word),
  row.attribute("vmSize", "VM size", size),
  row.attribute("nodes", "Nodes", number, { appliesTo: (pool) => !growsByItself(pool) }),
  row.attribute("autoscaling", "Autoscaling", enabled),
  row.attribute("minNodes", "Minimum nodes", number, { appliesTo: growsByItself }),
  row.attribute("maxNodes", "Maximum nodes", number, { appliesTo: growsByItself }),
  row.attribute("priority", "Priority", word),
  row.attribute("osType", "Operating system", word, quiet),
  row.attribute("publicIp", "Public IP of nodes", yesOrNo),
  row.attribute("subnet", "Subnet", reference),
  row.attribute("zones", "Availability zones", list),
  row.attribute("taints", "Taints", list, quiet),
  row.attribute("labels", "Labels", settings, quiet),
]);

export const trustedAccess = controlsOf("trusted-access", "Trusted access", (row) => [
  row.attribute("cluster", "Kubernetes cluster", reference),
  row.attribute("workspace", "Workspace", reference),
  row.attribute("roles", "Roles", list),
]);

export const publicAddress = controlsOf("public-ip", "Public IP address", (row) => [row.attribute("sku", "SKU", word)]);

export const loadBalancer = controlsOf("load-balancer", "Load balancer", (row) => [row.attribute("sku", "SKU", word)]);

export const federatedCredential = controlsOf("federated-credential", "Federated credential", (row) => [
  row.attribute("identity", "Identity", reference),
  row.attribute("subject", "Subject", word),
  row.attribute("issuer", "Issuer", word),
]);

function isAks(cluster: Cluster): boolean {
  const connected = orDefault(cluster.attributes.connected);
  return connected.state !== "known" || !connected.value;
}

function growsByItself(pool: Pool): boolean {
  const autoscaling = orDefault(pool.attributes.autoscaling);
  return autoscaling.state === "known" && autoscaling.value;
}

function nodesInAll(cluster: Cluster, context: ReadingContext): Said {
  return total(cluster, context, () => 1);
}

function vcpusInAll(cluster: Cluster, context: ReadingContext): Said {
  return total(cluster, context, (pool) => {
    const name = orDefault(pool.attributes.vmSize);
    if (name.state === "unknown") return name.why;
    const known = name.state === "known" ? vmSize(name.value) : undefined;
    return known?.vcpus ?? `the VM size of ${pool.identity.address} is not known`;
  });
}

/** The sum over all pools of their nodes, each weighed; a text is the reason why nobody can tell. */
function total(cluster: Cluster, { links }: ReadingContext, weigh: (pool: Pool) => number | string): Said {
  const pools = links.pointingTo(cluster, "kubernetes.pool", "cluster", cluster.environment);
  const [uncertain] = pools.uncertain;
  const why =
    pools.unresolved ??
    (uncertain && !uncertain.existence.certain ? uncertain.existence.why : pools.unresolvedUncertain);
  if (why !== undefined) return { text: "", unknown: why };
  if (pools.resources.length === 0) return { text: "", unknown: "its node pools are not known" };
  let [least, most] = [0, 0];
  for (const pool of pools.resources) {
    const weight = weigh(pool);
    if (typeof weight === "string") return { text: "", unknown: weight };
    const nodes = nodesOf(pool);
    if (typeof nodes === "string") return { text: "", unknown: nodes };
    least += nodes.least * weight;
    most += nodes.most * weight;
  }
  return range(least, most);
}

function nodesOf(pool: Pool): { readonly least: number; readonly most: number } | string {
  const { autoscaling, minNodes, maxNodes, nodes } = pool.attributes;
  const grows = orDefault(autoscaling);
  if (grows.state === "unknown") return grows.why;
  const isGrowing = grows.state === "known" && grows.value;
  const least = orDefault(isGrowing ? minNodes : nodes);
  const most = orDefault(isGrowing ? maxNodes : nodes);
  if (least.state === "unknown") return least.why;
  if (most.state === "unknown") return most.why;
  if (least.state === "absent" || most.state === "absent") {
    return `the node count of ${pool.identity.address} is not known`;
  }
  return { least: least.value, most: most.value };
}
