import { defineRule } from "../../src/engine/rule.ts";
import { workloadOf } from "../../src/model/extension-settings.ts";

export default defineRule({
  on: "inference.cluster",
  title: "Two inference routers on one cluster",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(inference, context) {
    if (!inference.existence.certain) return;
    for (const cluster of context.follow(inference.attributes.cluster, "kubernetes.cluster")) {
      for (const extension of context.pointingTo(cluster, "extension", "cluster")) {
        const workload = workloadOf(extension, "inference");
        if (context.known(workload) !== true) continue;
        context.report({
          attribute: "cluster",
          message: `${context.subject} attaches ${cluster.identity.address} with a router of its own, and ${extension.identity.address} installs the AzureML extension with inference on it: the two routers collide.`,
          help: "Keep the extension, attach the cluster as a Kubernetes compute, and remove this attachment.",
        });
        return;
      }
    }
  },
});
