import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["public-ip", "load-balancer"],
  title: "A Basic public IP or load balancer",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "unsafe",
  sources: ["terraform", "arm"],
  tags: ["retirement"],
  check(resource, context) {
    if (context.known(resource.attributes.sku) !== "Basic") return;
    context.report({
      attribute: "sku",
      message: `${context.subject} is of the Basic SKU, which Azure retired on 30 September 2025: ${context.state("sku")}.`,
      help: `Set ${context.setting("sku", "Standard")}.`,
      fix: { set: "sku", to: "Standard" },
    });
  },
});
