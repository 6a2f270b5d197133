import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "registry",
  title: "A Premium container registry is reachable from all networks",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  securitySeverity: 5,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  check(registry, context) {
    if (context.known(registry.attributes.publicAccess) !== true) return;
    if (context.known(registry.attributes.sku) !== "Premium") return;
    if (context.known(registry.attributes.defaultAction) === "Deny") return;
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} is reachable from all networks: ${context.state("publicAccess")}.`,
      help: `Set ${context.setting("publicAccess", false)}, and give the registry a private endpoint.`,
    });
  },
});
