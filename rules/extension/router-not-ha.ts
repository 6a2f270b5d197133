import { defineRule } from "../../src/engine/rule.ts";
import { highAvailabilityKeys, switchOf, workloadOf } from "../../src/model/extension-settings.ts";
import { leastNodesOf } from "../../src/model/node-count.ts";
import { settingText } from "../../src/model/setting-text.ts";

const enough = 3;

export default defineRule({
  on: "extension",
  title: "A single inference router in production, with nodes for three",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  check(extension, context) {
    const highlyAvailable = switchOf(extension, ...highAvailabilityKeys);
    if (context.written(highlyAvailable) !== false) return;
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    for (const cluster of context.follow(extension.attributes.cluster, "kubernetes.cluster")) {
      const pools = context.exactlyPointingTo(cluster, "kubernetes.pool", "cluster");
      const nodes = context.known(leastNodesOf(cluster, pools));
      if (nodes === undefined || nodes < enough) continue;
      context.report({
        attribute: "settings",
        at: highlyAvailable,
        part: "inferenceRouterHA",
        message: `${context.subject} switches inferenceRouterHA off, so one replica answers every request, although ${cluster.identity.address} has ${nodes} nodes.`,
        help: `Set ${settingText(extension, "inferenceRouterHA", "True")} to run three replicas.`,
        fix: { replace: highlyAvailable, by: "True" },
      });
    }
  },
});
