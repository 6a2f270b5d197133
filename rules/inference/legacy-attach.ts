import { retirements } from "../../data/retirements.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "inference.cluster",
  title: "A cluster is attached in the way of version 1",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["retirement"],
  check(cluster, context) {
    const ended = retirements["sdk-v1"].date;
    if (cluster.source === "command" || context.today < ended) return;
    context.report({
      attribute: "name",
      at: cluster.header,
      message: `${context.subject} attaches AKS in the way of version 1, to which only the CLI and the SDK of version 1 deploy, and their support ended on ${ended}.`,
      help: "Install the extension Microsoft.AzureML.Kubernetes on the cluster, and attach it as a compute of the type Kubernetes.",
    });
  },
});
