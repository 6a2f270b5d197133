import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace behind a virtual network still admits the internet",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "safe",
  securitySeverity: 8,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  check(workspace, context) {
    if (context.written(workspace.attributes.publicAccessBehindVnet) !== true) return;
    context.report({
      attribute: "publicAccessBehindVnet",
      message: `${context.subject} admits the internet although it is behind a virtual network: ${context.state("publicAccessBehindVnet")}.`,
      help: `Remove ${context.name("publicAccessBehindVnet")}, and set ${context.setting("publicAccess", false)} in its place.`,
      fix: { set: "publicAccessBehindVnet", to: false },
    });
  },
});
