import { defineRule } from "../../src/engine/rule.ts";

const recommended = 3;

export default defineRule({
  on: "deployment",
  title: "A production deployment with fewer than three instances",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "high",
  sources: ["terraform", "arm", "azureml"],
  tags: ["reliability"],
  check(deployment, context) {
    if (context.known(deployment.attributes.platform) === "Batch") return;
    const instances = context.known(deployment.attributes.instances);
    if (instances === undefined || instances >= recommended) return;
    context.report({
      attribute: "instances",
      message: `${context.subject} runs on ${instances === 1 ? "one instance" : `${instances} instances`}, so that ${instances < 2 ? "its failure or upgrade stops the service" : "a failure during an upgrade stops the service"}.`,
      help: `Set ${context.setting("instances", recommended)} or more.`,
    });
  },
});
