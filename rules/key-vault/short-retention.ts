import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "key-vault",
  title: "A deleted vault or secret is kept for less than 30 days",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "very-high",
  fix: "unsafe",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(vault, context) {
    const days = context.known(vault.attributes.retentionDays);
    if (days === undefined || days >= 30) return;
    context.report({
      attribute: "retentionDays",
      message: `${context.subject} keeps what is deleted for ${days} days only.`,
      help: `Set ${context.setting("retentionDays", 90)}; the number of days can only be chosen when the vault is made.`,
      fix: { set: "retentionDays", to: 90 },
    });
  },
});
