import { defineRule } from "../../src/engine/rule.ts";
import type { Tier } from "../../src/model/environment.ts";
import type { Source } from "../../src/model/resource.ts";

const limits: Readonly<Record<Tier, number>> = { production: 60, "non-production": 30, unclassified: 30 };

export default defineRule({
  on: "compute.cluster",
  title: "Idle nodes are kept for a long time",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["cost"],
  options: {
    minutes: { holds: "number", min: 1, description: "The longest idle time, in minutes." },
  },
  check(cluster, context) {
    const idle = context.known(cluster.attributes.idleTime)?.minutes;
    const limit = context.numberOption("minutes") ?? limits[context.environment.tier];
    if (idle === undefined || idle <= limit) return;
    context.report({
      attribute: "idleTime",
      message: `${context.subject} pays for idle nodes for ${Math.round(idle)} minutes before it lets them go, although ${limit} are enough here.`,
      help: `Set ${context.setting("idleTime", isInSeconds(cluster.source) ? limit * 60 : `PT${limit}M`)} or less.`,
    });
  },
});

function isInSeconds(source: Source): boolean {
  return source === "azureml" || source === "command";
}
