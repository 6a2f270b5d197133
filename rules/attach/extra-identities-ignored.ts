import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "attachment",
  title: "An attachment with several identities, of which one is used",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness", "identity"],
  check(attachment, context) {
    const identities = context.written(attachment.attributes.identityIds);
    if (identities === undefined || identities.length < 2) return;
    context.report({
      attribute: "identityIds",
      message: `${context.subject} names ${identities.length} user-assigned identities, and an attached cluster uses the first only.`,
      help: `Keep the one identity in ${context.name("identityIds")} that has the roles its jobs and deployments need.`,
    });
  },
});
