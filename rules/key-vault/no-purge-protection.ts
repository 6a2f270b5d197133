import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "key-vault",
  title: "A deleted key vault can be purged for good",
  severity: { production: "error", "non-production": "off", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 6,
  sources: ["terraform", "arm"],
  tags: ["security", "reliability"],
  check(vault, context) {
    if (context.known(vault.attributes.purgeProtection) !== false) return;
    context.report({
      attribute: "purgeProtection",
      message: `${context.subject} can be purged with all its keys as soon as it is deleted: ${context.state("purgeProtection")}.`,
      help: `Set ${context.setting("purgeProtection", true)}; it cannot be switched off again.`,
      fix: { set: "purgeProtection", to: true },
    });
  },
});
