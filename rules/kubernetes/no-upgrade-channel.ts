import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "Neither the cluster nor its node images are upgraded by themselves",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    const { upgradeChannel, nodeUpgradeChannel } = cluster.attributes;
    if (!isNone(context.known(nodeUpgradeChannel)) || !isNone(context.known(upgradeChannel))) return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "upgradeChannel",
      message: `${context.subject} is upgraded by nobody: ${context.state("upgradeChannel")}, and ${context.state("nodeUpgradeChannel")}.`,
      help: `Set ${context.setting("upgradeChannel", "patch")} or ${context.setting("nodeUpgradeChannel", "NodeImage")}.`,
    });
  },
});

function isNone(channel: string | undefined): boolean {
  return channel === undefined || /^(?:none|unmanaged)$/i.test(channel);
}
