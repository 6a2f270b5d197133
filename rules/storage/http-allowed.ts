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
    const { httpsOnly } = account.attributes;
    if (context.known(httpsOnly) !== false) return;
    const state =
      httpsOnly.state === "absent" && account.source !== "azurerm"
        ? `${context.name("httpsOnly")} is not set, and API version ${account.version} leaves it off`
        : context.state("httpsOnly");
    context.report({
      attribute: "httpsOnly",
      message: `${context.subject} answers over plain HTTP, where keys and data can be read on the way: ${state}.`,
      help: `Set ${context.setting("httpsOnly", true)}.`,
      fix: { set: "httpsOnly", to: true },
    });
  },
});
