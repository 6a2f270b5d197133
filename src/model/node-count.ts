import type { Resource } from "./resource.ts";
import type { Step } from "./tree.ts";
import { orDefault, type Unknown, type Value } from "./value.ts";

type Pool = Resource<"kubernetes.pool">;

/** How many nodes a pool surely has: of one that grows by itself, its minimum. */
export function leastNodes(pool: Pool): Value<number> {
  const { attributes } = pool;
  const autoscaling = orDefault(attributes.autoscaling);
  if (autoscaling.state === "unknown") return autoscaling;
  const grows = autoscaling.state === "known" && autoscaling.value;
  const nodes = orDefault(grows ? attributes.minNodes : attributes.nodes);
  if (nodes.state !== "absent") return nodes;
  return unknown(pool, `the node count of ${pool.identity.address} is not known`);
}

/** How many nodes the pools of a cluster surely have; its trail leads to each pool's number. */
export function leastNodesOf(cluster: Resource<"kubernetes.cluster">, pools: readonly Pool[]): Value<number> {
  const name = cluster.identity.address;
  if (cluster.existing) return unknown(cluster, `the pools of ${name} are declared elsewhere`);
  let sum = 0;
  const trail: Step[] = [];
  for (const pool of pools) {
    const nodes = leastNodes(pool);
    if (nodes.state !== "known") return nodes.state === "unknown" ? nodes : unknown(pool, "");
    sum += nodes.value;
    trail.push({ at: nodes.at, text: `nodes of ${pool.identity.address}` }, ...nodes.trail);
  }
  if (pools.length === 0) return unknown(cluster, `the pools of ${name} are not known`);
  return { state: "known", value: sum, at: cluster.header, trail };
}

function unknown(resource: Resource, why: string): Unknown {
  return { state: "unknown", why, at: resource.header, trail: [] };
}
