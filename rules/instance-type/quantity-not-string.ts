import { defineRule } from "../../src/engine/rule.ts";

const amounts = ["cpuRequest", "memoryRequest", "cpuLimit", "memoryLimit"] as const;

export default defineRule({
  on: "instance-type",
  title: "The cpu or memory of an instance type is a number instead of a string",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "safe",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    for (const amount of amounts) {
      const value = context.glimpse(type.attributes[amount]);
      if (typeof value !== "number" || value <= 0) continue;
      const name = amount.startsWith("cpu") ? "cpu" : "memory";
      context.report({
        attribute: amount,
        message: `${context.subject} writes ${name} as the number ${value}, and instance types take it as a string only.`,
        help: `Put it in quotes: "${value}".`,
        fix: { set: amount, to: String(value) },
      });
    }
    for (const amount of amounts) context.known(type.attributes[amount]);
  },
});
