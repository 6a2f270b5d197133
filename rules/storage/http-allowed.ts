import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "storage.account",
  title: "A storage account answers over plain HTTP",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  securitySeverity: 7,
  sources: ["terraform", "arm"],
  tags: ["security", "encryption"],
  check(account, context) {
    if (context.known(account.attributes.httpsOnly) !== false) return;
    context.report({
      attribute: "httpsOnly",
      message: `${context.subject} answers over plain HTTP, where keys and data can be read on the way: ${context.state("httpsOnly")}.`,
      help: `Set ${context.setting("httpsOnly", true)}.`,
      fix: { set: "httpsOnly", to: true },
    });
  },
});
