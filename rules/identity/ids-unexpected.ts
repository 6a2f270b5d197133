import { defineRule } from "../../src/engine/rule.ts";
import { kindsWithIdentity } from "../../src/model/managed-identity.ts";

export default defineRule({
  on: kindsWithIdentity,
  title: "Ids of identities that the type leaves out",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["identity", "correctness"],
  check(resource, context) {
    if (context.known(resource.attributes.identityType) !== "SystemAssigned") return;
    const ids = context.known(resource.attributes.identityIds);
    if (ids === undefined || ids.length === 0) return;
    context.report({
      attribute: "identityIds",
      message: `${context.subject} names user-assigned identities although ${context.state("identityType")}: they are refused or ignored.`,
      help: `Remove ${context.name("identityIds")}, or set ${context.setting("identityType", "UserAssigned")}.`,
    });
  },
});
