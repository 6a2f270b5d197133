import { defineRule } from "../../src/engine/rule.ts";

const old = new Set(["TLS1_0", "TLS1_1"]);

export default defineRule({
  on: "storage.account",
  title: "A storage account accepts TLS below 1.2",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  securitySeverity: 7,
  sources: ["terraform", "arm"],
  tags: ["security", "encryption"],
  check(account, context) {
    const minimum = context.written(account.attributes.minimumTls);
    if (minimum === undefined || !old.has(minimum)) return;
    context.report({
      attribute: "minimumTls",
      message: `${context.subject} asks for less than TLS 1.2, the least that Azure Storage accepts since February 2026: ${context.state("minimumTls")}.`,
      help: `Set ${context.setting("minimumTls", "TLS1_2")}.`,
      fix: { set: "minimumTls", to: "TLS1_2" },
    });
  },
});
