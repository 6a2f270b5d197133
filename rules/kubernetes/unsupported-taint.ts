import { defineRule } from "../../src/engine/rule.ts";
import { servingClusters } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.pool",
  title: "A taint that the pods of Azure Machine Learning do not tolerate",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "medium",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  concerns: (pool, context) => servingClusters(pool, context).length > 0,
  check(pool, context) {
    const taints = context.known(pool.attributes.taints);
    if (taints === undefined || context.known(pool.attributes.mode) === "System") return;
    const taint = taints.find((one) => isRefusing(context.glimpse(one)));
    const name = taint && context.known(taint);
    if (taint === undefined || name === undefined) return;
    if (servingClusters(pool, context).length === 0) return;
    context.report({
      attribute: "taints",
      at: taint,
      part: name,
      message: `${context.subject} has the taint ${name}, which jobs and endpoints of Azure Machine Learning do not tolerate: none runs on the pool.`,
      help: "Use ml.azure.com/amlarc=true:NoSchedule instead, or leave the pool to other workloads with an ignore comment.",
    });
  },
});

const tolerated =
  /^(?:ml\.azure\.com\/(?:amlarc|amlarc-system|amlarc-workload|resource-group|workspace|compute)|nvidia\.com\/gpu)$/i;

/** PreferNoSchedule only advises. */
function isRefusing(taint: string | undefined): boolean {
  if (taint === undefined || taint.endsWith(":PreferNoSchedule")) return false;
  const [key] = taint.split(/[=:]/, 1);
  return key !== undefined && !tolerated.test(key);
}
