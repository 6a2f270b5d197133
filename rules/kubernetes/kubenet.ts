import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "A cluster with kubenet, which retires on 31 March 2028",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["retirement"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.networkPlugin) !== "kubenet") return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "networkPlugin",
      message: `${context.subject} uses kubenet, which Azure retires on 31 March 2028: ${context.state("networkPlugin")}.`,
      help: `Set ${context.setting("networkPlugin", "azure")} with the overlay mode.`,
    });
  },
});
