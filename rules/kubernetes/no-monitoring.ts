import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "A cluster without Container Insights and managed metrics",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "medium",
  sources: ["terraform", "arm", "command"],
  tags: ["reliability"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    const { containerInsights, managedMetrics } = cluster.attributes;
    if (context.known(containerInsights) !== false || context.known(managedMetrics) !== false) return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "containerInsights",
      message: `${context.subject} sends neither logs to Container Insights nor metrics to Azure Monitor.`,
      help:
        cluster.source === "azurerm"
          ? "Add a block oms_agent or monitor_metrics to the cluster."
          : cluster.source === "command"
            ? "Add --enable-addons monitoring or --enable-azure-monitor-metrics."
            : "Enable addonProfiles.omsagent or azureMonitorProfile.metrics of the cluster.",
    });
  },
});
