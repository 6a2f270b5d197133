import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "attachment",
  title: "A cluster is attached on which the AzureML extension is not installed",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "medium",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness"],
  check(attachment, context) {
    for (const cluster of context.follow(attachment.attributes.cluster, "kubernetes.cluster")) {
      if (cluster.existing) continue;
      if (context.exactlyPointingTo(cluster, "extension", "cluster").length > 0) continue;
      const uncertain = context.all("extension").find(({ existence }) => !existence.certain);
      if (uncertain && !uncertain.existence.certain) context.undecided(uncertain.existence.why);
      context.report({
        attribute: "cluster",
        message: `${context.subject} attaches ${cluster.identity.address}, and nothing here installs the AzureML extension on it, without which Azure refuses to attach it.`,
        help: "Install the extension Microsoft.AzureML.Kubernetes on the cluster first.",
      });
    }
  },
});
