import { defineRule } from "../../src/engine/rule.ts";
import { internalBalancerProvider, routerServiceType, workloadOf } from "../../src/model/extension-settings.ts";
import { settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "The inference router has a public load balancer",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "high",
  fix: "unsafe",
  sources: ["terraform", "arm", "command"],
  securitySeverity: 4,
  tags: ["security", "network"],
  check(extension, context) {
    const type = routerServiceType(extension);
    if (context.written(type) !== "loadBalancer") return;
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    if (context.known(extension.attributes.clusterType) !== "managedClusters") return;
    if (context.known(internalBalancerProvider(extension)) !== undefined) return;
    context.report({
      attribute: "settings",
      at: type,
      part: "inferenceRouterServiceType",
      message: `${context.subject} puts the inference router behind a load balancer with a public address, as no internalLoadBalancerProvider is set.`,
      help: `Add ${settingText(extension, "internalLoadBalancerProvider", "azure")} to keep scoring inside the virtual network.`,
      fix: { set: "settings", entry: "internalLoadBalancerProvider", to: "azure" },
    });
  },
});
