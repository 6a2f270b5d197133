import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "inference.cluster",
  title: "A production cluster is attached for development and test",
  severity: { production: "error", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(cluster, context) {
    if (context.known(cluster.attributes.purpose) !== "DevTest") return;
    context.report({
      attribute: "purpose",
      message: `${context.subject} serves production and is attached for development and test, with a single replica of its router: ${context.state("purpose")}.`,
      help: `Set ${context.setting("purpose", "FastProd")}, on a cluster with 12 vCPUs or more.`,
      fix: { set: "purpose", to: "FastProd" },
    });
  },
});
