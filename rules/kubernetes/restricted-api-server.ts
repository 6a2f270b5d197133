import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";
import { trustsWorkspace } from "../../src/model/trusted-access.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "The API server admits listed addresses only, and no workspace is trusted",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "medium",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness", "network"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    const ranges = context.known(cluster.attributes.authorizedRanges);
    if (ranges === undefined || ranges.length === 0) return;
    if (context.known(cluster.attributes.privateApiServer) === true) return;
    if (!servesMachineLearning(cluster, context)) return;
    if (trustsWorkspace(cluster, context)) return;
    context.report({
      attribute: "authorizedRanges",
      message: `${context.subject} admits ${ranges.length === 1 ? "one address range" : `${ranges.length} address ranges`} to its API server, and those of Azure Machine Learning have to be among them.`,
      help: "Bind the role Microsoft.MachineLearningServices/workspaces/mlworkload of the cluster to the workspace, or add the ranges of the service tag AzureMachineLearning for the region and its pair.",
    });
  },
});
