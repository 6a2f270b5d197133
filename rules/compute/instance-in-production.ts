import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.instance",
  title: "A personal compute instance in production",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "medium",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["cost", "reliability"],
  check(instance, context) {
    context.report({
      attribute: "name",
      at: instance.header,
      message: `${context.subject} is a personal machine for interactive work, and stands in production.`,
      help: "Run production jobs on a cluster, and keep compute instances in a workspace for development.",
    });
  },
});
