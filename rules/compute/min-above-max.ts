import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "A cluster's minimum node count is above its maximum",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness"],
  check(cluster, context) {
    const maximum = context.known(cluster.attributes.maxNodes);
    if (maximum === 0) {
      context.report({
        attribute: "minNodes",
        message: `${context.subject} can never run a job: ${context.state("maxNodes")}.`,
        help: `Set ${context.name("maxNodes")} to the number of nodes that jobs may use.`,
      });
      return;
    }
    const minimum = context.known(cluster.attributes.minNodes);
    if (minimum === undefined || maximum === undefined || minimum <= maximum) return;
    context.report({
      attribute: "minNodes",
      message: `${context.subject} asks for at least ${minimum} nodes and for at most ${maximum}, which Azure refuses.`,
      help: `Set ${context.setting("minNodes", 0)}, or raise ${context.name("maxNodes")} to ${minimum} or more.`,
    });
  },
});
