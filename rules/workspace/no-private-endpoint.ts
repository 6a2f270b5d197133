import { defineRule } from "../../src/engine/rule.ts";

/** Where endpoints are written beside their workspace; for YAML and commands they are made elsewhere. */
const declarative = new Set(["azurerm", "azapi", "arm"]);

export default defineRule({
  on: "workspace",
  title: "A private workspace has no private endpoint",
  severity: { production: "warning", "non-production": "note", unclassified: "note" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["network", "correctness"],
  check(workspace, context) {
    if (!declarative.has(workspace.source)) return;
    if (context.known(workspace.attributes.publicAccess) !== false) return;
    if (context.exactlyPointingTo(workspace, "private-endpoint", "target").length > 0) return;
    context.report({
      attribute: "publicAccess",
      message: `${context.subject} is closed to the internet (${context.state("publicAccess")}) and no private endpoint leads to it, so that nobody reaches it.`,
      help: 'Add a private endpoint whose target is the workspace, with the sub-resource "amlworkspace".',
    });
  },
});
