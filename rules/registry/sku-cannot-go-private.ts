import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "registry",
  title: "The registry of a private workspace cannot be private",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  sources: ["terraform", "arm"],
  tags: ["network", "correctness"],
  check(registry, context) {
    const sku = context.known(registry.attributes.sku);
    if (sku === undefined || sku === "Premium") return;
    const workspaces = context.pointingTo(registry, "workspace", "containerRegistry");
    const workspace = workspaces.find((one) => context.known(one.attributes.publicAccess) === false);
    if (workspace === undefined) return;
    const closed = context.known(registry.attributes.publicAccess) === false;
    const refused = closed || context.pointingTo(registry, "private-endpoint", "target").length > 0;
    context.report({
      attribute: "sku",
      ...(refused && { level: "error" as const }),
      message: `${context.subject} serves the private workspace ${workspace.identity.address}, and only Premium can have private endpoints: ${context.state("sku")}.`,
      help: `Set ${context.setting("sku", "Premium")}.`,
      fix: { set: "sku", to: "Premium" },
    });
  },
});
