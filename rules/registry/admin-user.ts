import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "registry",
  title: "The container registry's admin user is on",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  securitySeverity: 8,
  sources: ["terraform", "arm"],
  tags: ["security", "identity"],
  check(registry, context) {
    if (context.known(registry.attributes.adminUser) !== true) return;
    context.report({
      attribute: "adminUser",
      message: `${context.subject} has an admin user, one password with full rights that nobody owns: ${context.state("adminUser")}.`,
      help: `Set ${context.setting("adminUser", false)}, and give the workspace's identity the role AcrPull.`,
      fix: { set: "adminUser", to: false },
    });
  },
});
