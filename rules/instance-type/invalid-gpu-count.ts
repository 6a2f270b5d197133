import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "instance-type",
  title: "The number of GPUs of an instance type is not a whole number",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    const gpus = context.written(type.attributes.gpuLimit);
    if (gpus === undefined || /^\d{1,9}$/.test(String(gpus))) return;
    context.report({
      attribute: "gpuLimit",
      message: `${context.subject} asks for "${gpus}" of nvidia.com/gpu, and GPUs are given out whole.`,
      help: "Set nvidia.com/gpu to a whole number such as 1, or leave it out for a type without GPUs.",
    });
  },
});
