import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "endpoint.online",
  title: "An online endpoint takes keys instead of tokens",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 5,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "identity"],
  check(endpoint, context) {
    if (context.known(endpoint.attributes.authMode) !== "Key") return;
    context.report({
      attribute: "authMode",
      message: `${context.subject} lets in whoever holds one of its two keys, which never expire: ${context.state("authMode")}.`,
      help: `Set ${context.setting("authMode", tokenMode(endpoint))}, and give its callers the role Azure Machine Learning Data Scientist or one with the scoring action.`,
      fix: { set: "authMode", to: tokenMode(endpoint) },
    });
  },
});

/** The mode as the source spells it: snake case in YAML and commands. */
function tokenMode({ source }: Resource): string {
  return source === "azureml" || source === "command" ? "aad_token" : "AADToken";
}
