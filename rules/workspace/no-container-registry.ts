import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace without a registry of its own",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["reliability"],
  check(workspace, context) {
    if (context.known(workspace.attributes.containerRegistry) !== undefined) return;
    context.report({
      attribute: "containerRegistry",
      message: `${context.subject} has no registry of its own: ${context.name("containerRegistry")} is not set, and with the first image Azure creates one that no template knows.`,
      help: `Declare a container registry, and write its id in ${context.name("containerRegistry")}.`,
    });
  },
});
