import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace does not say which of its identities it acts as",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "azureml"],
  tags: ["correctness", "identity"],
  check(workspace, context) {
    if (workspace.attributes.primaryIdentity.state === "known") return;
    const type = context.known(workspace.attributes.identityType);
    if (type === undefined || !type.includes("UserAssigned")) return;
    const ids = context.known(workspace.attributes.identityIds);
    if (ids === undefined || ids.length === 0) return;
    if (context.known(workspace.attributes.primaryIdentity) !== undefined) return;
    // A feature store writes its features as an identity that it is given beside its own.
    if (type !== "UserAssigned" && context.known(workspace.attributes.flavor) === "FeatureStore") return;
    const consequence =
      type === "UserAssigned"
        ? "so that nothing says which identity the workspace acts as"
        : "so that the workspace acts as its system-assigned identity";
    context.report({
      attribute: "primaryIdentity",
      message: `${context.subject} has a user-assigned identity, and ${context.name("primaryIdentity")} is not set, ${consequence}.`,
      help: `Write the identity's resource id in ${context.name("primaryIdentity")}.`,
      fix: ids.length === 1 ? { set: "primaryIdentity", to: { copyOf: ids[0]!.at } } : undefined,
    });
  },
});
