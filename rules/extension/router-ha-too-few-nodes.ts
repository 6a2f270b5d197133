import { extensionSetting } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { routerHighAvailability, workloadOf } from "../../src/model/extension-settings.ts";
import { leastNodesOf } from "../../src/model/node-count.ts";
import { settingText } from "../../src/model/setting-text.ts";
import type { Value } from "../../src/model/value.ts";

const replicas = 3;

export default defineRule({
  on: "extension",
  title: "A highly available inference router on too few nodes",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness", "reliability"],
  check(extension, context) {
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    const chartDefault = extensionSetting("inferenceRouterHA")?.default;
    const highlyAvailable = routerHighAvailability(extension, chartDefault);
    if (context.known(highlyAvailable) !== true) return;
    const byDefault = highlyAvailable.state === "known" && highlyAvailable.defaultOf !== undefined;
    for (const cluster of context.follow(extension.attributes.cluster, "kubernetes.cluster")) {
      const pools = context.exactlyPointingTo(cluster, "kubernetes.pool", "cluster");
      const nodes = context.known(leastNodesOf(cluster, pools));
      if (nodes === undefined || nodes > replicas) continue;
      const enough = nodes === replicas;
      context.report({
        attribute: "settings",
        ...(!byDefault && { at: highlyAvailable }),
        part: "inferenceRouterHA",
        ...(enough && { level: "warning" as const }),
        message: `${context.subject} runs ${replicas} replicas of the inference router on a node each${byDefault ? ", as inferenceRouterHA is on by default" : ""}, and ${cluster.identity.address} has ${enough ? `only ${replicas} nodes, so that an upgrade leaves one replica without` : `${nodes === 1 ? "one node" : `${nodes} nodes`} at the least`}.`,
        help: enough
          ? `Give ${cluster.identity.address} a fourth node, so that each replica keeps one while nodes are replaced.`
          : `Give ${cluster.identity.address} ${replicas} nodes or more, or set ${settingText(extension, "inferenceRouterHA", "False")}.`,
        fix: enough ? undefined : switchedOff(highlyAvailable, byDefault),
      });
    }
  },
});

function switchedOff(written: Value<boolean>, byDefault: boolean) {
  if (byDefault) return { set: "settings", entry: "inferenceRouterHA", to: "False" } as const;
  return { replace: written, by: "False" } as const;
}
