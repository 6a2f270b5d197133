import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "key-vault",
  title: "A key vault is reachable from all networks",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  securitySeverity: 6,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  check(vault, context) {
    if (context.known(vault.attributes.publicAccess) !== true) return;
    if (context.known(vault.attributes.defaultAction) === "Deny") return;
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} is reachable from all networks, as no network rule denies by default: ${context.state("publicAccess")}.`,
      help: `Set ${context.setting("publicAccess", false)}, or deny by default in its network rules.`,
    });
  },
});
