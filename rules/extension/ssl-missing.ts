import { type Context, defineRule } from "../../src/engine/rule.ts";
import { certificateOf, switchOf, workloadOf } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";
import { settingsMapName, settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "Inference with neither a certificate nor leave to go without",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    if (context.known(switchOf(extension, "allowInsecureConnections")) === true) return;
    if (context.known(certificateOf(extension)) !== undefined) return;
    context.report({
      attribute: "settings",
      part: "ssl",
      message: `${context.subject} serves inference over HTTPS without a certificate: there is neither sslSecret nor a certificate with its key.`,
      help: advice(extension, context),
    });
  },
});

function advice(extension: Resource<"extension">, context: Context<"extension">): string {
  const inCluster = `${settingText(extension, "sslSecret", "<secret in azureml>")} and ${settingText(extension, "sslCname", "<host name>")}`;
  const add = `Add ${inCluster} to ${settingsMapName(extension, "settings")}`;
  if (context.environment.tier === "production") return `${add}.`;
  return `${add}, or ${settingText(extension, "allowInsecureConnections", "True")} where plain HTTP will do.`;
}
