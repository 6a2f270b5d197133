import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A VM size that is not on the allow-list",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["cost"],
  options: {
    sizes: { holds: "strings", description: "The VM sizes that computes may have." },
  },
  check(compute, context) {
    const allowed = context.listOption("sizes");
    if (allowed === undefined) return;
    const size = context.known(compute.attributes.vmSize);
    if (size === undefined || allowed.some((one) => one.toLowerCase() === size.toLowerCase())) return;
    context.report({
      attribute: "vmSize",
      message: `${context.subject} asks for a VM size that the configuration does not allow: ${context.state("vmSize")}.`,
      help: `Set ${context.name("vmSize")} to one of ${allowed.join(", ")}.`,
    });
  },
});
