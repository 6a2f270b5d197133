import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace runs in the legacy mode of version 1",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["retirement"],
  check(workspace, context) {
    if (context.known(workspace.attributes.legacyMode) !== true) return;
    context.report({
      attribute: "legacyMode",
      message: `${context.subject} runs in the legacy mode of version 1, in which the commands and the SDK of version 2 do not work: ${context.state("legacyMode")}.`,
      help: `Set ${context.setting("legacyMode", false)}.`,
      fix: { set: "legacyMode", to: false },
    });
  },
});
