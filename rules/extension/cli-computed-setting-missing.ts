import { extensionSettings } from "../../data/extension-settings.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import { settingOf, workloadOf } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";
import { settingsMapName } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "Settings missing that the Azure CLI would have filled in",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(extension, context) {
    if (extension.source === "command" || extension.source === "settings") return;
    const inference = context.known(workloadOf(extension, "inference"));
    if (inference !== true && context.known(workloadOf(extension, "training")) !== true) return;
    const missing = wanted(extension, inference === true, context).filter(
      (name) => settingOf(extension, name).state === "absent",
    );
    if (missing.length === 0) return;
    context.known(settingOf(extension, missing[0]!));
    context.report({
      attribute: "settings",
      part: "cli-computed",
      message: `${context.subject} lacks ${missing.length === 1 ? "a setting" : "settings"} that az k8s-extension fills in by itself and nobody does here: ${missing.join(", ")}.`,
      help: `Add ${missing.length === 1 ? "it" : "them"} to ${settingsMapName(extension, "settings")}: the cluster's id and name, its location, and what fits its kind.`,
    });
  },
});

/** What the command line adds, for the workloads that are on. */
function wanted(extension: Resource<"extension">, inference: boolean, context: Context<"extension">): string[] {
  const names = extensionSettings()
    .filter(({ layer, workloads }) => layer === "cli-computed" && (inference || workloads.includes("training")))
    .map(({ name }) => name);
  const copiesSecret = inference && context.glimpse(settingOf(extension, "sslSecret")) !== undefined;
  return copiesSecret ? [...names, "scoringFe.sslSecret"] : names;
}
