import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";
import { trustsWorkspace } from "../../src/model/trusted-access.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "Local accounts are disabled and no workspace is trusted",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness", "identity"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.localAccounts) !== false) return;
    if (!servesMachineLearning(cluster, context)) return;
    if (trustsWorkspace(cluster, context)) return;
    context.report({
      attribute: "localAccounts",
      message: `${context.subject} has no local accounts and no trusted-access role binding for a workspace, so Azure Machine Learning cannot reach its API server.`,
      help: `Bind the role Microsoft.MachineLearningServices/workspaces/mlworkload of the cluster to the workspace, or set ${context.setting("localAccounts", true)}.`,
    });
  },
});
