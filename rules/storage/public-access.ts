import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "storage.account",
  title: "A storage account is reachable from all networks",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "high",
  securitySeverity: 6,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  check(account, context) {
    if (context.known(account.attributes.publicAccess) !== true) return;
    if (context.known(account.attributes.defaultAction) === "Deny") return;
    const apart = context.exactlyPointingTo(account, "storage.network-rules", "account");
    if (apart.some((rules) => context.known(rules.attributes.defaultAction) === "Deny")) return;
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} is reachable from all networks, as no network rule denies by default: ${context.state("publicAccess")}.`,
      help: `Set ${context.setting("publicAccess", false)}, or deny by default in its network rules and let in what needs it.`,
    });
  },
});
