import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "A workspace reads its storage by a key that the storage refuses",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness"],
  check(workspace, context) {
    for (const account of context.follow(workspace.attributes.storageAccount, "storage.account")) {
      if (context.known(account.attributes.sharedKeys) !== false) continue;
      if (context.known(workspace.attributes.storageAccess) !== "AccessKey") continue;
      context.report({
        attribute: "storageAccess",
        message: `${context.subject} reads ${account.identity.address} by account key, which that account refuses: ${context.state("storageAccess")}.`,
        help: `Set ${context.setting("storageAccess", "Identity")}, and give those who work with the workspace a role on the data.`,
      });
    }
  },
});
