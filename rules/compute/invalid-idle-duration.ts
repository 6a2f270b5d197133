import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.cluster",
  title: "An idle time that is no ISO 8601 duration",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(cluster, context) {
    if (cluster.source === "azureml" || cluster.source === "command") return;
    const idle = context.written(cluster.attributes.idleTime);
    if (idle === undefined || idle.minutes !== undefined) return;
    const meant = isoOf(idle.text);
    const advised = meant === undefined ? "PT30M" : meant;
    context.report({
      attribute: "idleTime",
      message: `${context.subject} gives "${idle.text}" as ${context.name("idleTime")}, which is no ISO 8601 duration.`,
      help: `Set ${context.setting("idleTime", advised)}.`,
      fix: meant === undefined ? undefined : { set: "idleTime", to: meant },
    });
  },
});

/** What `30m`, `1h` or `90s` most probably mean. */
function isoOf(text: string): string | undefined {
  const match = /^(\d{1,6})\s?([smh])/i.exec(text);
  return match ? `PT${match[1]}${match[2]!.toUpperCase()}` : undefined;
}
