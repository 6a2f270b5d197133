import { defineRule } from "../../src/engine/rule.ts";
import { switchOf, workloadOf } from "../../src/model/extension-settings.ts";
import { settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "Inference answers over plain HTTP",
  severity: { production: "error", "non-production": "note", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform", "arm", "command", "settings"],
  securitySeverity: 7.5,
  tags: ["security"],
  check(extension, context) {
    const insecure = switchOf(extension, "allowInsecureConnections");
    if (context.written(insecure) !== true) return;
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    context.report({
      attribute: "settings",
      at: insecure,
      part: "allowInsecureConnections",
      message: `${context.subject} allows insecure connections, so requests to its models, and the keys in them, travel unencrypted.`,
      help: `Remove allowInsecureConnections and set ${settingText(extension, "sslSecret", "<secret in azureml>")} with ${settingText(extension, "sslCname", "<host name>")}.`,
    });
  },
});
