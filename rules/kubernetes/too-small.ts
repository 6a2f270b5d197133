import { vmSize } from "../../data/vm-sizes.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import { leastNodes } from "../../src/model/node-count.ts";
import type { Resource } from "../../src/model/resource.ts";
import { runsExtension } from "../../src/model/serving-clusters.ts";

const leastVcpus = 4;
const leastGiB = 14;

export default defineRule({
  on: "kubernetes.cluster",
  title: "A cluster with less than 4 vCPUs or 14 GiB for Azure Machine Learning",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness", "reliability"],
  check(cluster, context) {
    if (!runsExtension(cluster, context)) return;
    const pools = context.exactlyPointingTo(cluster, "kubernetes.pool", "cluster");
    if (pools.length === 0 || cluster.existing) return;
    let vcpus = 0;
    let memory = 0;
    for (const pool of pools) {
      const size = sizeOf(pool, context);
      const nodes = context.known(leastNodes(pool));
      if (nodes === undefined) return context.undecided(`the nodes of ${pool.identity.address} are not known`);
      vcpus += nodes * size.vcpus;
      memory += nodes * size.memoryGiB;
      if (vcpus >= leastVcpus && memory >= leastGiB) return;
    }
    context.report({
      attribute: "name",
      at: cluster.header,
      part: "size",
      message: `${context.subject} has ${vcpus} vCPUs and ${memory} GiB in all its pools, and Azure Machine Learning needs ${leastVcpus} vCPUs and ${leastGiB} GiB.`,
      help: `Give the cluster more or larger nodes, such as one Standard_D4s_v5, until it has ${leastVcpus} vCPUs and ${leastGiB} GiB.`,
    });
  },
});

function sizeOf(pool: Resource<"kubernetes.pool">, context: Context<"kubernetes.cluster">) {
  const name = context.known(pool.attributes.vmSize);
  const size = name === undefined ? undefined : vmSize(name);
  if (size?.memoryGiB === undefined) {
    return context.undecided(`the vCPUs and memory of ${name ?? pool.identity.address} are not known`);
  }
  return { vcpus: size.vcpus, memoryGiB: size.memoryGiB };
}
