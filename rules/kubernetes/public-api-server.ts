import { defineRule } from "../../src/engine/rule.ts";
import { servesMachineLearning } from "../../src/model/serving-clusters.ts";

export default defineRule({
  on: "kubernetes.cluster",
  title: "The API server is reachable from everywhere",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "very-high",
  securitySeverity: 6,
  sources: ["terraform", "arm", "command"],
  tags: ["security", "network"],
  concerns: servesMachineLearning,
  check(cluster, context) {
    if (context.known(cluster.attributes.privateApiServer) !== false) return;
    const ranges = context.known(cluster.attributes.authorizedRanges);
    if (ranges !== undefined && ranges.length > 0) return;
    if (!servesMachineLearning(cluster, context)) return;
    context.report({
      attribute: "privateApiServer",
      message: `${context.subject} lets the whole internet reach its API server: ${context.state("privateApiServer")}, and no address ranges are authorized.`,
      help: `Set ${context.setting("privateApiServer", true)}, or list the ranges that may reach it in ${context.name("authorizedRanges")}.`,
    });
  },
});
