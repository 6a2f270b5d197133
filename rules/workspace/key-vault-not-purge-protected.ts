import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "The key of a workspace lies in a vault that can be purged",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "unsafe",
  sources: ["terraform", "arm", "azureml"],
  tags: ["correctness", "encryption"],
  check(workspace, context) {
    for (const vault of context.follow(workspace.attributes.encryptionKeyVault, "key-vault")) {
      if (context.known(vault.attributes.purgeProtection) !== false) continue;
      context.report({
        attribute: "encryptionKeyVault",
        message: `${context.subject} is encrypted with a key in ${vault.identity.address}, which is not protected from purging, and Azure refuses such a vault.`,
        help: `Switch on purge protection of ${vault.identity.address}.`,
        fix: { resource: vault, change: { set: "purgeProtection", to: true } },
      });
    }
  },
});
