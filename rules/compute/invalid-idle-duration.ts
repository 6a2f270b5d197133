import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "An idle time that is no ISO 8601 duration",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(cluster, context) {
    if (cluster.source === "azureml" || cluster.source === "command") return;
    const idle = context.written(cluster.attributes.idleTime);
    if (idle === undefined || idle.minutes !== undefined) return;
    context.report({
      attribute: "idleTime",
      message: `${context.subject} gives "${idle.text}" as ${context.name("idleTime")}, which is no ISO 8601 duration.`,
      help: `Set ${context.setting("idleTime", isoOf(idle.text))}.`,
    });
  },
});

/** What `30m`, `1h` or `90s` most probably mean; else an example. */
function isoOf(text: string): string {
  const match = /^(\d{1,6})\s?([smh])/i.exec(text);
  return match ? `PT${match[1]}${match[2]!.toUpperCase()}` : "PT30M";
}
