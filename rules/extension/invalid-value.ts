import { type ExtensionSetting, extensionSetting, formerSetting, nearestValue } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { booleanOf, writtenSettings } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";
import { settingText } from "../../src/model/setting-text.ts";

/** Words that people write for true and false. */
const meant: Readonly<Record<string, string>> = {
  yes: "True",
  y: "True",
  on: "True",
  1: "True",
  enabled: "True",
  no: "False",
  n: "False",
  off: "False",
  0: "False",
  disabled: "False",
};

export default defineRule({
  on: "extension",
  title: "A value that a setting of the extension does not take",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "command", "settings"],
  tags: ["correctness"],
  check(extension, context) {
    for (const { key, value, within } of writtenSettings(extension)) {
      const text = context.glimpse(value);
      const setting = settingMeant(key);
      if (text === undefined || text === "" || !setting || fits(setting, text)) continue;
      const suggestion = suggestionFor(setting, text);
      context.report({
        attribute: within,
        at: value,
        part: key,
        message: `${context.subject} sets ${key} to "${text}", ${consequence(setting, extension)}.`,
        help: `Write ${suggestion === undefined ? choices(setting) : settingText(extension, key, suggestion)}.`,
        fix: suggestion === undefined ? undefined : { replace: value, by: suggestion },
      });
    }
    context.written(extension.attributes.settings);
    context.written(extension.attributes.protectedSettings);
  },
});

/** What a key takes; a former one takes what its replacement does, or is a switch for it. */
function settingMeant(key: string): ExtensionSetting | undefined {
  const former = formerSetting(key);
  if (!former) return extensionSetting(key);
  if (former.onlyWhenTrue) return { name: key, type: "boolean", workloads: ["inference"], layer: "user" };
  const [name] = Object.keys(former.replacements);
  return name === undefined ? undefined : extensionSetting(name);
}

function fits({ name, type, allowed }: ExtensionSetting, text: string): boolean {
  // The provider of an internal load balancer has a rule of its own.
  if (name === "internalLoadBalancerProvider") return true;
  if (type === "boolean") return booleanOf(text) !== undefined;
  if (type === "int") return /^\d{1,9}$/.test(text);
  return allowed === undefined || allowed.some((word) => word.toLowerCase() === text.toLowerCase());
}

function suggestionFor({ type, allowed }: ExtensionSetting, text: string): string | undefined {
  if (type === "boolean") return meant[text.toLowerCase()] ?? nearestValue(text, ["True", "False"]);
  return allowed && nearestValue(text, allowed);
}

function consequence({ name, type, allowed }: ExtensionSetting, { source }: Resource<"extension">): string {
  if (type === "boolean") return "which counts as false: only True is true";
  if (type === "int") return "which is not a whole number";
  const refused = source === "command" && name === "inferenceRouterServiceType";
  return `which is none of ${allowed?.join(", ")}, so ${refused ? "az refuses it" : "the extension cannot use it"}`;
}

function choices({ type, allowed }: ExtensionSetting): string {
  if (type === "boolean") return "True or False";
  return type === "int" ? "a whole number" : `one of ${allowed?.join(", ")}`;
}
