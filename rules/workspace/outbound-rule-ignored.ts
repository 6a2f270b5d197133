import { defineRule } from "../../src/engine/rule.ts";

const strictMode = "AllowOnlyApprovedOutbound";

export default defineRule({
  on: "outbound-rule",
  title: "An outbound rule that the isolation mode leaves without effect",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness", "network"],
  check(rule, context) {
    const type = context.known(rule.attributes.ruleType);
    if (type !== "FQDN" && type !== "ServiceTag") return;
    for (const workspace of context.follow(rule.attributes.workspace, "workspace")) {
      const mode = context.known(workspace.attributes.isolationMode);
      if (mode === undefined || mode === strictMode) continue;
      const byDefault = workspace.attributes.isolationMode.state === "absent" ? " by default" : "";
      const what = type === "FQDN" ? "a domain" : "a service tag";
      context.report({
        attribute: "destination",
        message: `${context.subject} approves ${what}, and the isolation mode of ${workspace.identity.address} is${byDefault} "${mode}", under which such rules are not enforced.`,
        help: `Set the isolation mode of ${workspace.identity.address} to "${strictMode}", or remove the rule.`,
      });
    }
  },
});
