import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "A cluster can grow beyond the ceiling",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["cost"],
  options: {
    nodes: { holds: "number", integer: true, min: 0, description: "The most nodes that a cluster may have." },
  },
  check(cluster, context) {
    const ceiling = context.numberOption("nodes");
    if (ceiling === undefined) return;
    const nodes = context.known(cluster.attributes.maxNodes);
    if (nodes === undefined || nodes <= ceiling) return;
    context.report({
      attribute: "maxNodes",
      message: `${context.subject} may grow to ${nodes} nodes, and the configuration allows ${ceiling}.`,
      help: `Set ${context.setting("maxNodes", ceiling)}.`,
    });
  },
});
