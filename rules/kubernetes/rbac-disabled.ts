import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "Kubernetes RBAC is switched off",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 8,
  sources: ["terraform", "arm", "command"],
  tags: ["security", "identity"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.rbac) !== false) return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "rbac",
      message: `${context.subject} lets every pod and user do everything in the cluster: ${context.state("rbac")}.`,
      help: `Set ${context.setting("rbac", true)}; the cluster is made anew.`,
      fix: { set: "rbac", to: true },
    });
  },
});
