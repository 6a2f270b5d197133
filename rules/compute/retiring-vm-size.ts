import { vmSize } from "../../data/vm-sizes.ts";
import { defineRule } from "../../src/engine/rule.ts";
import type { Tier } from "../../src/model/environment.ts";

/** How many days ahead a retirement is worth a word. */
const horizon: Readonly<Record<Tier, number>> = { production: 365, "non-production": 90, unclassified: 90 };
const millisecondsPerDay = 86_400_000;

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A VM size that Azure will soon retire",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["retirement"],
  check(compute, context) {
    const size = context.known(compute.attributes.vmSize);
    const retires = size === undefined ? undefined : vmSize(size)?.retires;
    if (retires === undefined || retires <= context.today) return;
    const days = (Date.parse(retires) - Date.parse(context.today)) / millisecondsPerDay;
    if (days > horizon[context.environment.tier]) return;
    context.report({
      attribute: "vmSize",
      message: `${context.subject} asks for a VM size that Azure retires on ${retires}, in ${days} days: ${context.state("vmSize")}.`,
      help: `Set ${context.name("vmSize")} to a size of a current series before that day.`,
    });
  },
});
