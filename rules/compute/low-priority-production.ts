import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "Production runs on nodes that Azure takes away",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  tierBound: true,
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["reliability"],
  check(cluster, context) {
    if (context.known(cluster.attributes.priority) !== "LowPriority") return;
    context.report({
      attribute: "priority",
      message: `${context.subject} runs on nodes that Azure takes away when it needs them: ${context.state("priority")}.`,
      help: `Set ${context.setting("priority", "Dedicated")}.`,
    });
  },
});
