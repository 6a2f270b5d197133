import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "extension",
  title: "Production follows a release train that is not stable",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  check(extension, context) {
    const train = context.written(extension.attributes.releaseTrain);
    if (train === undefined || train === "" || train.toLowerCase() === "stable") return;
    context.report({
      attribute: "releaseTrain",
      message: `${context.subject} follows the release train "${train}", which brings versions to production before they are stable.`,
      help: `Set ${context.setting("releaseTrain", "stable")}.`,
      fix: { set: "releaseTrain", to: "stable" },
    });
  },
});
