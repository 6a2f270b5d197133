import { vmSize } from "../../data/vm-sizes.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "deployment",
  title: "A deployment on a VM size that Azure has retired",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml"],
  tags: ["retirement"],
  check(deployment, context) {
    if (context.glimpse(deployment.attributes.platform) === "Kubernetes") return;
    const size = context.written(deployment.attributes.instanceType);
    const retires = size === undefined ? undefined : vmSize(size)?.retires;
    if (retires === undefined || retires > context.today) return;
    context.report({
      attribute: "instanceType",
      message: `${context.subject} asks for a VM size that Azure retired on ${retires}: ${context.state("instanceType")}.`,
      help: `Set ${context.name("instanceType")} to a size of a current series, such as Standard_D4s_v5.`,
    });
  },
});
