import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "A cluster with two kinds of identity at once",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["identity", "correctness"],
  check(cluster, context) {
    const type = context.known(cluster.attributes.identityType);
    if (type !== "SystemAssigned,UserAssigned") return;
    const ids = context.known(cluster.attributes.identityIds);
    if (ids === undefined || ids.length === 0) return;
    context.report({
      attribute: "identityType",
      message: `${context.subject} asks for a system-assigned and a user-assigned identity together, and a cluster can have only one kind.`,
      help: `Set ${context.setting("identityType", "UserAssigned")}, or "SystemAssigned" without ids.`,
    });
  },
});
