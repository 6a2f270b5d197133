import { defineRule } from "../../src/engine/rule.ts";
import { workloadOf } from "../../src/model/extension-settings.ts";
import { settingsMapName, settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "The AzureML extension with neither training nor inference",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    if (context.known(extension.attributes.update)) return;
    const training = workloadOf(extension, "training");
    const inference = workloadOf(extension, "inference");
    if (context.glimpse(training) === true || context.glimpse(inference) === true) return;
    if (context.known(training) === true || context.known(inference) === true) return;
    context.report({
      attribute: "settings",
      message: `${context.subject} switches neither enableTraining nor enableInference on, so the extension runs no job and serves no model.`,
      help: `Add ${settingText(extension, "enableTraining", "True")} or ${settingText(extension, "enableInference", "True")} to ${settingsMapName(extension, "settings")}.`,
    });
  },
});
