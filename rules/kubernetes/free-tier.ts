import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "A production cluster of the Free tier",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.tier) !== "Free") return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "tier",
      message: `${context.subject} has a control plane without an uptime agreement: ${context.state("tier")}.`,
      help: `Set ${context.setting("tier", "Standard")}.`,
      fix:
        cluster.source === "azurerm" || cluster.attributes.tier.state === "known"
          ? { set: "tier", to: "Standard" }
          : undefined,
    });
  },
});
