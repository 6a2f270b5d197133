import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A high-business-impact workspace keeps its data on public storage",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  securitySeverity: 7,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "network"],
  check(workspace, context) {
    if (context.known(workspace.attributes.highBusinessImpact) !== true) return;
    for (const account of context.follow(workspace.attributes.storageAccount, "storage.account")) {
      if (context.known(account.attributes.publicAccess) !== true) continue;
      if (context.known(account.attributes.defaultAction) === "Deny") continue;
      const apart = context.exactlyPointingTo(account, "storage.network-rules", "account");
      if (apart.some((rules) => context.known(rules.attributes.defaultAction) === "Deny")) continue;
      context.report({
        attribute: "storageAccount",
        message: `${context.subject} is marked as of high business impact, and its storage ${account.identity.address} is reachable from all networks.`,
        help: `Switch off public network access of ${account.identity.address}, or deny by default in its network rules.`,
      });
    }
  },
});
