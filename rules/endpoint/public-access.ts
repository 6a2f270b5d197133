import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "endpoint.online",
  title: "An online endpoint is reachable from the internet",
  severity: { production: "error", "non-production": "off", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 7.5,
  sources: ["terraform", "arm", "azureml"],
  tags: ["security", "network"],
  check(endpoint, context) {
    if (context.written(endpoint.attributes.compute) !== undefined) return;
    if (context.known(endpoint.attributes.publicAccess) !== true) return;
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} takes requests from the internet: ${context.state("publicAccess")}.`,
      help: `Set ${context.setting("publicAccess", false)}; requests then come through the workspace's private endpoint.`,
      fix: { set: "publicAccess", to: false },
    });
  },
});
