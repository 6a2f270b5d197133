import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace without a key of the customer",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "very-high",
  securitySeverity: 3,
  sources: ["terraform", "arm", "azureml"],
  tags: ["security", "encryption"],
  preset: "strict",
  check(workspace, context) {
    if (context.known(workspace.attributes.encryption) !== false) return;
    context.report({
      attribute: "encryption",
      message: `${context.subject} is encrypted with Microsoft's own keys: ${context.name("encryption")} is not set.`,
      help: `Name a key vault and a key in ${context.name("encryption")}; a workspace takes them only when it is created.`,
    });
  },
});
