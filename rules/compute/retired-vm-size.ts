import { vmSize } from "../../data/vm-sizes.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A VM size that Azure has retired",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["retirement"],
  check(compute, context) {
    const size = context.known(compute.attributes.vmSize);
    const retires = size === undefined ? undefined : vmSize(size)?.retires;
    if (retires === undefined || retires > context.today) return;
    context.report({
      attribute: "vmSize",
      message: `${context.subject} asks for a VM size that Azure retired on ${retires}: ${context.state("vmSize")}.`,
      help: `Set ${context.name("vmSize")} to a size of a current series; az ml compute list-sizes shows those of a region.`,
    });
  },
});
