import type { Context } from "../../src/engine/rule.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "compute.instance",
  title: "A compute instance never stops by itself",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["cost"],
  check(instance, context) {
    const { idleShutdown } = instance.attributes;
    if (idleShutdown.state !== "absent") return;
    if (context.written(instance.attributes.stopsOnSchedule)) return;
    const inexpressible = idleShutdown.fallback.kind === "undecidable" && idleShutdown.fallback.inexpressible === true;
    if (!inexpressible && context.known(idleShutdown) !== undefined) return;
    if (inexpressible && isSetElsewhere(context)) return;
    context.report({
      attribute: "idleShutdown",
      ...(inexpressible && { level: "note" as const }),
      message: inexpressible
        ? `${context.subject} runs until somebody stops it: ${idleShutdown.fallback.why}.`
        : `${context.subject} runs until somebody stops it: ${context.state("idleShutdown")}.`,
      help: inexpressible
        ? "Set idleTimeBeforeShutdown to PT1H with azapi, or idle_time_before_shutdown_minutes to 60 in the YAML of az ml."
        : `Set ${context.setting("idleShutdown", instance.source === "azureml" ? 60 : "PT1H")}.`,
    });
  },
});

/** An update by azapi can set what azurerm cannot; which instance it means is not asked. */
function isSetElsewhere(context: Context<"compute.instance">): boolean {
  return context
    .allOfRoot("compute.instance")
    .some(({ partial, attributes }) => partial && attributes.idleShutdown.state !== "absent");
}
