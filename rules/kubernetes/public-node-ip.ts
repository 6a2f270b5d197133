import { defineRule } from "../../src/engine/rule.ts";
import { servingClusters } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.pool",
  title: "The nodes of a pool have public IP addresses",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 7,
  sources: ["terraform", "arm", "command"],
  tags: ["security", "network"],
  concerns: (pool, context) => servingClusters(pool, context).length > 0,
  check(pool, context) {
    if (context.known(pool.attributes.publicIp) !== true) return;
    if (servingClusters(pool, context).length === 0) return;
    context.report({
      attribute: "publicIp",
      message: `${context.subject} gives each of its nodes a public IP address: ${context.state("publicIp")}.`,
      help: `Set ${context.setting("publicIp", false)}; endpoints are reached through the load balancer of the inference router.`,
      fix: { set: "publicIp", to: false },
    });
  },
});
