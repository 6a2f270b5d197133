import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "attachment",
  title: "An attachment runs its workloads in the namespace default",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["reliability"],
  check(attachment, context) {
    if (context.known(attachment.attributes.namespace) !== "default") return;
    context.report({
      attribute: "namespace",
      message: `${context.subject} puts its jobs and models among everything else in the namespace default: ${context.state("namespace")}.`,
      help: `Create a namespace in the cluster and set ${context.setting("namespace", "NAMESPACE")}.`,
    });
  },
});
