import { defineRule } from "../../src/engine/rule.ts";

/** Where diagnostic settings are written beside their workspace; for YAML and commands they are made elsewhere. */
const declarative = new Set(["azurerm", "azapi", "arm"]);

export default defineRule({
  on: "workspace",
  title: "Nobody keeps the logs of a workspace",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(workspace, context) {
    if (!declarative.has(workspace.source)) return;
    if (context.exactlyPointingTo(workspace, "diagnostic-setting", "target").length > 0) return;
    context.report({
      attribute: "name",
      at: workspace.header,
      message: `${context.subject} has no diagnostic setting, so that nobody keeps the logs of who used it and how.`,
      help: "Add a diagnostic setting whose target is the workspace, and send its logs to a Log Analytics workspace.",
    });
  },
});
