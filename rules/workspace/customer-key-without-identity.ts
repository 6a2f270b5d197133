import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "No identity that may use the customer-managed key",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "encryption", "identity"],
  check(workspace, context) {
    if (context.known(workspace.attributes.identityType) !== "UserAssigned") return;
    if (context.written(workspace.attributes.encryption) !== true) return;
    if (context.known(workspace.attributes.encryptionIdentity) !== undefined) return;
    context.report({
      attribute: "encryptionIdentity",
      message: `${context.subject} is encrypted with a customer-managed key and has no identity but user-assigned ones, and ${context.name("encryptionIdentity")} does not say which of them may use the key.`,
      help: `Write the resource id of an identity that may use the key in ${context.name("encryptionIdentity")}.`,
    });
  },
});
