import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "instance-type",
  title: "An instance type asks for GPUs under requests instead of limits",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    const gpus = context.written(type.attributes.gpuRequest);
    if (gpus === undefined || Number(gpus) === 0) return;
    const hasLimit = context.glimpse(type.attributes.gpuLimit) !== undefined;
    context.report({
      attribute: "gpuRequest",
      message: `${context.subject} asks for nvidia.com/gpu under requests, where an instance type takes none.`,
      help: hasLimit
        ? "Remove nvidia.com/gpu from requests; the one under limits is all it needs."
        : "Move nvidia.com/gpu from requests to limits.",
      fix: hasLimit ? { remove: "gpuRequest" } : [{ remove: "gpuRequest" }, { set: "gpuLimit", to: gpus }],
    });
  },
});
