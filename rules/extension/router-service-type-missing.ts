import { defineRule } from "../../src/engine/rule.ts";
import { routerServiceType, workloadOf } from "../../src/model/extension-settings.ts";
import { settingsMapName, settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "Inference does not say how its router is reached",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    if (context.known(routerServiceType(extension)) !== undefined) return;
    context.report({
      attribute: "settings",
      part: "inferenceRouterServiceType",
      message: `${context.subject} serves inference without inferenceRouterServiceType, which says how the inference router is reached and has no default.`,
      help: `Add ${settingText(extension, "inferenceRouterServiceType", "loadBalancer")}, or nodePort or clusterIP where you run a load balancer of your own, to ${settingsMapName(extension, "settings")}.`,
    });
  },
});
