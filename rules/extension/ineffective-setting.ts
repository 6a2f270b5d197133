import { type ExtensionSetting, extensionSetting } from "../../data/extension-settings.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import { booleanOf, workloadOf, writtenSettings } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";

const switches = { training: "enableTraining", inference: "enableInference" } as const;

export default defineRule({
  on: "extension",
  title: "A setting for a workload that is switched off",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    let open: Value<string> | undefined;
    for (const { key, value, within, at } of writtenSettings(extension)) {
      const text = context.glimpse(value);
      if (text === "" || (text !== undefined && booleanOf(text) === false)) continue;
      const workload = workloadServed(extensionSetting(key));
      if (workload === undefined || !isOff(extension, workload, context)) continue;
      if (text === undefined) {
        open ??= value;
        continue;
      }
      context.report({
        attribute: within,
        at,
        part: key,
        message: `${context.subject} sets ${key}, which only ${workload} uses, and ${switches[workload]} is not on.`,
        help: `Remove ${key}, or set ${switches[workload]} to True.`,
      });
    }
    if (open) context.known(open);
  },
});

/** The one workload that a setting is for; the switches themselves and what the command line adds are for none. */
function workloadServed(setting: ExtensionSetting | undefined): "training" | "inference" | undefined {
  if (!setting || setting.layer === "cli-computed" || setting.workloads.length !== 1) return undefined;
  return Object.values(switches).some((name) => name === setting.name) ? undefined : setting.workloads[0];
}

/** Off while the other one is on: where both are off, that is what is wrong. */
function isOff(extension: Resource<"extension">, workload: "training" | "inference", context: Context<"extension">) {
  const other = workload === "training" ? "inference" : "training";
  return (
    context.known(workloadOf(extension, workload)) === false && context.known(workloadOf(extension, other)) === true
  );
}
