import { defineRule } from "../../src/engine/rule.ts";

const most = 4;

export default defineRule({
  on: "compute.instance",
  title: "More schedules than a compute instance can have",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml"],
  tags: ["correctness"],
  check(instance, context) {
    const schedules = context.written(instance.attributes.schedules);
    if (schedules === undefined || schedules <= most) return;
    context.report({
      attribute: "schedules",
      message: `${context.subject} has ${schedules} schedules, and Azure accepts ${most} at most.`,
      help: `Keep ${most} schedules at most; one cron expression covers several days and hours.`,
    });
  },
});
