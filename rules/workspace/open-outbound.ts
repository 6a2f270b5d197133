import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A managed network lets everything out to the internet",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  securitySeverity: 5.5,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "network"],
  check(workspace, context) {
    if (context.known(workspace.attributes.isolationMode) !== "AllowInternetOutbound") return;
    context.report({
      attribute: "isolationMode",
      message: `The managed network of ${context.subject} lets its computes reach any address on the internet: ${context.state("isolationMode")}.`,
      help: `Set ${context.setting("isolationMode", "AllowOnlyApprovedOutbound")}, and add an outbound rule for each destination that is needed.`,
    });
  },
});
