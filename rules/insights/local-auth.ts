import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "insights",
  title: "Application Insights takes telemetry by key",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "very-high",
  securitySeverity: 3,
  sources: ["terraform", "arm"],
  tags: ["security", "identity"],
  check(insights, context) {
    if (context.known(insights.attributes.localAuth) !== true) return;
    context.report({
      attribute: "localAuth",
      message: `${context.subject} takes telemetry from whoever has its key: ${context.state("localAuth")}.`,
      help: `Set ${context.setting("localAuth", false)} once everything that sends telemetry does so with an identity.`,
    });
  },
});
