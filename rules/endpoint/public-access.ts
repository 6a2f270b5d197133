import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "endpoint.online",
  title: "An online endpoint is reachable from the internet",
  severity: { production: "error", "non-production": "off", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 7.5,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "network"],
  check(endpoint, context) {
    if (context.written(endpoint.attributes.compute) !== undefined) return;
    if (context.known(endpoint.attributes.publicAccess) !== true) return;
    const isCommand = endpoint.source === "command";
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} takes requests from the internet: ${isCommand ? "it names no file that says otherwise, and public network access is on by default" : context.state("publicAccess")}.`,
      help: isCommand
        ? "Name a file with public_network_access: disabled by --file; requests then come through the workspace's private endpoint."
        : `Set ${context.setting("publicAccess", false)}; requests then come through the workspace's private endpoint.`,
      fix: isCommand ? undefined : { set: "publicAccess", to: false },
    });
  },
});
