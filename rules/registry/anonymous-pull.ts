import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "registry",
  title: "A container registry answers without credentials",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "safe",
  securitySeverity: 7,
  sources: ["terraform", "arm"],
  tags: ["security", "network", "identity"],
  check(registry, context) {
    if (context.known(registry.attributes.anonymousPull) !== true) return;
    const sku = context.known(registry.attributes.sku);
    if (sku !== "Standard" && sku !== "Premium") return;
    context.report({
      attribute: "anonymousPull",
      message: `${context.subject} gives its images without credentials to everyone who reaches it: ${context.state("anonymousPull")}.`,
      help: `Set ${context.setting("anonymousPull", false)}, and give what pulls images the role AcrPull.`,
      fix: { set: "anonymousPull", to: false },
    });
  },
});
