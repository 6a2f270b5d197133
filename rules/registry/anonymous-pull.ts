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
    context.report({
      attribute: "anonymousPull",
      message: `${context.subject} lets anyone pull its images without credentials: ${context.state("anonymousPull")}.`,
      help: `Set ${context.setting("anonymousPull", false)}, and give what pulls images the role AcrPull.`,
      fix: { set: "anonymousPull", to: false },
    });
  },
});
