import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "extension",
  title: "The extension has no system-assigned identity",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["correctness", "identity"],
  check(extension, context) {
    const { attributes, source } = extension;
    if (source === "command" || source === "settings") return;
    const type = context.known(attributes.clusterType);
    const onArc = type === "connectedClusters";
    if (!onArc && (type !== "managedClusters" || source === "azurerm")) return;
    const identity = context.known(attributes.identityType);
    if (identity?.includes("SystemAssigned")) return;
    context.report({
      attribute: "identityType",
      ...(!onArc && { level: "note" as const }),
      message: `${context.subject} has no system-assigned identity${onArc ? ", by which the extension on a cluster of Azure Arc signs in to Azure" : ", which az k8s-extension would have given it"}.`,
      help: `Set ${context.setting("identityType", "SystemAssigned")} in ${source === "arm" ? '"identity"' : "an identity block"}.`,
      fix: { set: "identityType", to: "SystemAssigned" },
    });
  },
});
