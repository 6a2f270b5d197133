import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "key-vault",
  title: "A key vault is opened by access policies instead of roles",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 5,
  sources: ["terraform", "arm"],
  tags: ["security", "identity"],
  check(vault, context) {
    if (context.known(vault.attributes.rbac) !== false) return;
    context.report({
      attribute: "rbac",
      message: `${context.subject} is opened by access policies of its own instead of Azure roles: ${context.state("rbac")}.`,
      help: `Assign roles such as Key Vault Secrets User, then set ${context.setting("rbac", true)}: from then on the policies no longer count.`,
      fix: { set: "rbac", to: true },
    });
  },
});
