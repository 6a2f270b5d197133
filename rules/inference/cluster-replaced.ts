import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["inference.cluster", "attachment"],
  title: "A plan replaces a cluster that is attached",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["plan"],
  tags: ["reliability"],
  check(attached, context) {
    if (attached.actions === undefined) return;
    for (const cluster of context.follow(attached.attributes.cluster, "kubernetes.cluster")) {
      const { actions } = cluster;
      if (!actions?.includes("delete") || !actions.includes("create")) continue;
      context.report({
        attribute: "cluster",
        message: `${context.subject} attaches ${cluster.identity.address}, which this plan replaces, and every endpoint on it goes with the old cluster.`,
        help: "Find out in the plan which attribute forces the replacement; if it must be, deploy the endpoints again afterwards.",
      });
    }
  },
});
