import { defineRule } from "../../src/engine/rule.ts";
import { kindsWithIdentity } from "../../src/model/managed-identity.ts";

export default defineRule({
  on: kindsWithIdentity,
  title: "A user-assigned identity without its id",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness", "identity"],
  check(resource, context) {
    const type = context.known(resource.attributes.identityType);
    if (type === undefined || !/UserAssigned/i.test(type)) return;
    const ids = context.known(resource.attributes.identityIds);
    if (ids !== undefined && ids.length > 0) return;
    context.report({
      attribute: "identityType",
      message: `${context.subject} asks for a user-assigned identity (${context.state("identityType")}) and names none, which Azure refuses.`,
      help: `Add the identity's resource id to ${context.name("identityIds")}, or set ${context.setting("identityType", "SystemAssigned")}.`,
    });
  },
});
