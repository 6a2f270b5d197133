import { vmSize } from "../../data/vm-sizes.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

const floor = 12;

export default defineRule({
  on: "inference.cluster",
  title: "FastProd on a cluster with fewer than 12 vCPUs",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "reliability"],
  check(inference, context) {
    if (context.known(inference.attributes.purpose) !== "FastProd") return;
    for (const cluster of context.follow(inference.attributes.cluster, "kubernetes.cluster")) {
      const pools = context
        .exactlyPointingTo(cluster, "kubernetes.pool", "cluster")
        .map((pool) => ({ pool, ...poolSize(pool, context) }));
      if (pools.length === 0) continue;
      const most = sum(pools.map((pool) => pool.most * pool.vcpus));
      const least = sum(pools.map((pool) => pool.least * pool.vcpus));
      if (least >= floor) continue;
      const onlyLeast = most >= floor;
      context.report({
        attribute: "purpose",
        ...(onlyLeast && { level: "warning" as const }),
        message: `${context.subject} is attached as FastProd, which needs ${floor} vCPUs, and ${cluster.identity.address} has ${onlyLeast ? `only ${least} at its minimum` : most}: ${pools.map((pool) => share(pool, onlyLeast)).join(" + ")}.`,
        help: `Grow the cluster to ${floor} vCPUs or more, or set ${context.setting("purpose", "DevTest")} where it is not production.`,
      });
    }
  },
});

interface PoolSize {
  readonly size: string;
  readonly vcpus: number;
  readonly least: number;
  readonly most: number;
}

function poolSize(pool: Resource<"kubernetes.pool">, context: Context<"inference.cluster">): PoolSize {
  const { attributes } = pool;
  const name = context.known(attributes.vmSize);
  const size = name === undefined ? undefined : vmSize(name);
  if (name === undefined || size?.vcpus === undefined) {
    return context.undecided(`the vCPUs of ${name ?? pool.identity.address} are not known`);
  }
  const least = context.known(context.known(attributes.autoscaling) ? attributes.minNodes : attributes.nodes);
  const most = context.known(context.known(attributes.autoscaling) ? attributes.maxNodes : attributes.nodes);
  if (least === undefined || most === undefined) {
    return context.undecided(`the node count of ${pool.identity.address} is not known`);
  }
  return { size: size.name, vcpus: size.vcpus, least, most };
}

function share(pool: PoolSize, atMinimum: boolean): string {
  const nodes = atMinimum ? pool.least : pool.most;
  return `${nodes} × ${pool.vcpus} (${pool.size})`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
