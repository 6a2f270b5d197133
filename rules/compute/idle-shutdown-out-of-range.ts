import { defineRule } from "../../src/engine/rule.ts";

const shortest = 15;
const longest = 3 * 24 * 60;

export default defineRule({
  on: "compute.instance",
  title: "Idle shutdown outside of what Azure accepts",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml"],
  tags: ["correctness"],
  check(instance, context) {
    const idle = context.written(instance.attributes.idleShutdown);
    if (idle === undefined) return;
    const { text, minutes } = idle;
    if (minutes !== undefined && minutes >= shortest && minutes <= longest) return;
    const fault =
      minutes === undefined ? "is no duration" : minutes < shortest ? "is under 15 minutes" : "is over 3 days";
    context.report({
      attribute: "idleShutdown",
      message: `${context.subject} gives "${text}" as ${context.name("idleShutdown")}, which ${fault}; Azure accepts 15 minutes to 3 days.`,
      help: `Set ${context.setting("idleShutdown", context.name("idleShutdown").endsWith("_minutes") ? 60 : "PT1H")}.`,
    });
  },
});
