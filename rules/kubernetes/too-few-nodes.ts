import { type Context, defineRule } from "../../src/engine/rule.ts";
import { workloadOf } from "../../src/model/extension-settings.ts";
import { leastNodes } from "../../src/model/node-count.ts";
import type { Resource } from "../../src/model/resource.ts";

const enough = 3;

export default defineRule({
  on: "kubernetes.pool",
  title: "A pool for production inference has fewer than 3 nodes",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "medium",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  concerns: (pool, context) =>
    context.follow(pool.attributes.cluster, "kubernetes.cluster").some((cluster) => servesModels(cluster, context)),
  check(pool, context) {
    if (!canServe(pool, context)) return;
    const nodes = context.known(leastNodes(pool));
    if (nodes === undefined || nodes === 0 || nodes >= enough) return;
    for (const cluster of context.follow(pool.attributes.cluster, "kubernetes.cluster")) {
      if (!servesModels(cluster, context)) continue;
      const pools = context
        .exactlyPointingTo(cluster, "kubernetes.pool", "cluster")
        .filter((one) => canServe(one, context));
      if (pools.some((one) => hasEnough(one, context))) continue;
      context.report({
        attribute: context.known(pool.attributes.autoscaling) ? "minNodes" : "nodes",
        message: `${context.subject} has ${nodes === 1 ? "one node" : `${nodes} nodes`} at the least, and no pool of the cluster has the ${enough} on which the replicas of an endpoint survive the loss of one.`,
        help: `Give the pool ${enough} nodes or more.`,
      });
    }
  },
});

type PoolContext = Context<"kubernetes.pool">;

function hasEnough(pool: Resource<"kubernetes.pool">, context: PoolContext): boolean {
  const nodes = context.known(leastNodes(pool));
  return nodes !== undefined && nodes >= enough;
}

function canServe(pool: Resource<"kubernetes.pool">, context: PoolContext): boolean {
  const { osType, priority } = pool.attributes;
  return context.known(priority) !== "Spot" && context.known(osType) !== "Windows";
}

function servesModels(cluster: Resource<"kubernetes.cluster">, context: PoolContext): boolean {
  const extensions = context.pointingTo(cluster, "extension", "cluster");
  if (extensions.some((extension) => context.known(workloadOf(extension, "inference")) === true)) return true;
  const inference = context.pointingTo(cluster, "inference.cluster", "cluster");
  return inference.some(({ attributes }) => /^(?:Fast|Dense)Prod$/.test(String(context.known(attributes.purpose))));
}
