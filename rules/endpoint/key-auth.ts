import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "endpoint.online",
  title: "An online endpoint takes keys instead of tokens",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  securitySeverity: 5,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "identity"],
  check(endpoint, context) {
    if (context.known(endpoint.attributes.authMode) !== "Key") return;
    context.report({
      attribute: "authMode",
      message: `${context.subject} lets in whoever holds one of its two keys, which never expire: ${context.state("authMode")}.`,
      help: `Set ${tokenSetting(endpoint, context)}, and give its callers the role Azure Machine Learning Data Scientist or one with the scoring action.`,
    });
  },
});

/** The mode as the source spells it: snake case in YAML and commands. */
function tokenSetting(endpoint: Resource<"endpoint.online">, context: Context<"endpoint.online">): string {
  const isSnakeCase = endpoint.source === "azureml" || endpoint.source === "command";
  return context.setting("authMode", isSnakeCase ? "aad_token" : "AADToken");
}
