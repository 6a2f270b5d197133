import { vmSize } from "../../data/vm-sizes.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "A cluster keeps nodes that nobody uses",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["cost"],
  check(cluster, context) {
    const nodes = context.known(cluster.attributes.minNodes);
    if (nodes === undefined || nodes <= 0) return;
    context.report({
      attribute: "minNodes",
      message: `${context.subject} never scales to zero: ${context.state("minNodes")}, so ${hourlyWaste(nodes, context.glimpse(cluster.attributes.vmSize))} without a job.`,
      help: `Set ${context.setting("minNodes", 0)}; the cluster still grows when a job is queued.`,
      fix: { set: "minNodes", to: 0 },
    });
  },
});

function hourlyWaste(nodes: number, size: string | undefined): string {
  const machines = nodes === 1 ? "one node is paid for" : `${nodes} nodes are paid for`;
  const known = size === undefined ? undefined : vmSize(size);
  if (!known?.gpus) return `${machines} every hour`;
  const gpus = nodes * known.gpus;
  return `${machines}, ${gpus === 1 ? "one GPU" : `${gpus} GPUs`} in all, every hour`;
}
