import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "A cluster without a network policy engine",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "high",
  securitySeverity: 5,
  sources: ["terraform", "arm", "command"],
  tags: ["security", "network"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.networkPolicy) !== "none") return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "networkPolicy",
      message: `${context.subject} enforces no network policies between its pods: ${context.state("networkPolicy")}.`,
      help: `Set ${context.setting("networkPolicy", "cilium")} or "calico".`,
    });
  },
});
