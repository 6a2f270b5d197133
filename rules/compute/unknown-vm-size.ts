import { isNewerVersion, nearestVmSizes, vmSize } from "../../data/vm-sizes.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { holdsPlaceholder } from "../../src/model/placeholder.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A VM size that Azure does not have",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness"],
  check(compute, context) {
    const size = context.known(compute.attributes.vmSize);
    if (size === undefined || holdsPlaceholder(size) || vmSize(size) !== undefined) return;
    const near = nearestVmSizes(size);
    if (isNewerVersion(size)) {
      context.report({
        attribute: "vmSize",
        level: "note",
        message: `${context.subject} asks for a VM size of a newer version than this linter knows: ${context.state("vmSize")}.`,
        help: "Check the name with az ml compute list-sizes, or update ml-lint.",
      });
      return;
    }
    context.report({
      attribute: "vmSize",
      message: `${context.subject} asks for a VM size that Azure does not have: ${context.state("vmSize")}.`,
      help:
        near.length > 0
          ? `Set ${near.map((name) => context.setting("vmSize", name)).join(" or ")}.`
          : `Set ${context.name("vmSize")} to a name that az ml compute list-sizes shows.`,
      fix: near.length === 1 ? { set: "vmSize", to: near[0]! } : undefined,
    });
  },
});
