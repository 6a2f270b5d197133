import { extensionSetting, formerSetting, hasKnownRoot, nearestSetting } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { writtenSettings } from "../../src/model/extension-settings.ts";

export default defineRule({
  on: "extension",
  title: "A setting that the AzureML extension does not have",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "command", "settings"],
  tags: ["correctness"],
  check(extension, context) {
    for (const { key, within, at } of writtenSettings(extension)) {
      if (extensionSetting(key) || formerSetting(key) || isListItem(key)) continue;
      const suggestion = nearestSetting(key);
      const onlyCase = suggestion?.toLowerCase() === key.toLowerCase();
      if (hasKnownRoot(key) && !onlyCase) continue;
      context.report({
        attribute: within,
        at,
        part: key,
        message: `${context.subject} sets ${key}, which the extension does not have: ${onlyCase ? `the case of letters counts, so ` : ""}it does nothing, and nobody tells.`,
        help: suggestion === undefined ? `Remove ${key}.` : `Write ${suggestion} instead of ${key}.`,
        fix: onlyCase ? { rename: within, entry: key, to: suggestion! } : undefined,
      });
    }
    context.written(extension.attributes.settings);
    context.written(extension.attributes.protectedSettings);
  },
});

/** An item of one of the chart's lists, such as `toleration[0].key`, which no misspelt setting looks like. */
function isListItem(key: string): boolean {
  return /\[\d+\]/.test(key);
}
