import { defineRule } from "../../src/engine/rule.ts";
import { nearest } from "../../src/model/nearest.ts";

/** Exists on every cluster, whether or not anybody defines it. */
const builtIn = "defaultinstancetype";

export default defineRule({
  on: "attachment",
  title: "The default instance type of an attachment is not among its types",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "azureml"],
  tags: ["correctness"],
  check(attachment, context) {
    const { defaultInstanceType, instanceTypes } = attachment.attributes;
    const wanted = context.written(defaultInstanceType);
    const types = wanted === undefined ? undefined : context.written(instanceTypes);
    if (wanted === undefined || types === undefined || types.length === 0) return;
    const own = types.map((type) => context.known(type)).filter((name) => name !== undefined);
    const applied = context.all("instance-type").map((type) => context.known(type.attributes.name));
    const lowered = wanted.toLowerCase();
    if (lowered === builtIn || [...own, ...applied].some((name) => name?.toLowerCase() === lowered)) return;
    const near = nearest(wanted, own);
    const only = near ?? (own.length === 1 ? own[0] : undefined);
    context.report({
      attribute: "defaultInstanceType",
      message: `${context.subject} takes "${wanted}" as its default instance type, and defines only ${own.join(", ")}.`,
      help: near
        ? `Set ${context.setting("defaultInstanceType", near)}.`
        : `Define ${wanted} in ${context.name("instanceTypes")}, or set ${context.name("defaultInstanceType")} to one of those.`,
      fix: only === undefined ? undefined : { set: "defaultInstanceType", to: only },
    });
  },
});
