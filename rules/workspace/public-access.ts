import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace is reachable from the internet",
  severity: { production: "error", "non-production": "off", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 8,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "network"],
  check(workspace, context) {
    if (context.known(workspace.attributes.publicAccess) !== true) return;
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} is reachable from the internet: ${context.state("publicAccess")}.`,
      help: `Set ${context.setting("publicAccess", false)}, and give the workspace a private endpoint.`,
      fix: { set: "publicAccess", to: false },
    });
  },
});
