import { vmSize } from "../../data/vm-sizes.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";
import { servingClusters } from "../../src/model/serving-clusters.ts";

const leastVcpus = 4;
const leastGiB = 4;

export default defineRule({
  on: "kubernetes.pool",
  title: "A system pool of machines that are too weak",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  concerns: (pool, context) => servingClusters(pool, context).length > 0,
  check(pool, context) {
    if (context.known(pool.attributes.mode) !== "System") return;
    const weakness = weaknessOf(pool, context);
    if (weakness === undefined || servingClusters(pool, context).length === 0) return;
    context.report({
      attribute: weakness.attribute,
      message: `${context.subject} is a system pool of ${weakness.what}, and the system pods of the cluster and of Azure Machine Learning share it.`,
      help: "Use a size such as Standard_D4s_v5, with 4 vCPUs or more, no B-series and no Spot machines, for system pools.",
    });
  },
});

type Weakness = { readonly attribute: "priority" | "vmSize"; readonly what: string };

function weaknessOf(pool: Resource<"kubernetes.pool">, context: Context<"kubernetes.pool">): Weakness | undefined {
  const { priority, vmSize: sizeName } = pool.attributes;
  if (context.glimpse(priority) === "Spot") {
    return { attribute: "priority", what: "Spot machines, which Azure takes back at any time" };
  }
  const name = context.known(sizeName);
  const size = name === undefined ? undefined : vmSize(name);
  if (size === undefined) return undefined;
  if (size.burstable) return { attribute: "vmSize", what: `${size.name} machines, which slow down without credits` };
  if (size.vcpus < leastVcpus) {
    return { attribute: "vmSize", what: `${size.name} machines with ${size.vcpus} vCPUs instead of ${leastVcpus}` };
  }
  if (size.memoryGiB === undefined || size.memoryGiB >= leastGiB) return undefined;
  return { attribute: "vmSize", what: `${size.name} machines with ${size.memoryGiB} GiB instead of ${leastGiB}` };
}
