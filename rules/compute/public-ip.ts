import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "Compute nodes get public IP addresses",
  severity: { production: "error", "non-production": "off", unclassified: "warning" },
  precision: "very-high",
  fix: "unsafe",
  securitySeverity: 7.5,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "network"],
  check(compute, context) {
    if (context.known(compute.attributes.publicIp) !== true) return;
    context.report({
      attribute: "publicIp",
      message: `${context.subject} gives its nodes public IP addresses: ${context.state("publicIp")}.`,
      help: `Set ${context.setting("publicIp", false)}, and give the compute a subnet or its workspace a managed network.`,
      fix: { set: "publicIp", to: false },
    });
  },
});
