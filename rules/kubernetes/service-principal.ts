import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "A cluster for Azure Machine Learning runs as a service principal",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness", "identity"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.servicePrincipal) === undefined) return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "servicePrincipal",
      message: `${context.subject} runs as a service principal, and Azure Machine Learning supports only clusters with a managed identity.`,
      help: "Give the cluster a system-assigned or user-assigned identity instead, and make its node pools anew.",
    });
  },
});
