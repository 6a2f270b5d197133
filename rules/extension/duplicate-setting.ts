import { defineRule } from "../../src/engine/rule.ts";
import { writtenSettings } from "../../src/model/extension-settings.ts";
import { settingsMapName } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "A setting of the extension is written twice",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command", "settings"],
  tags: ["correctness"],
  check(extension, context) {
    const written = writtenSettings(extension);
    const secured = new Map(written.filter(({ within }) => within !== "settings").map((one) => [one.key, one]));
    for (const { key, at, within } of written) {
      const other = secured.get(key);
      if (within !== "settings" || !other) continue;
      context.rest(other.value);
      context.report({
        attribute: "settings",
        at,
        part: key,
        message: `${context.subject} sets ${key} both in ${settingsMapName(extension, "settings")} and in ${settingsMapName(extension, "protectedSettings")}, which the extension refuses.`,
        help: `Keep ${key} in one of the two.`,
      });
    }
    const replacedKeys = context.written(extension.attributes.replacedSettings);
    if (!replacedKeys) return;
    for (const replaced of replacedKeys) {
      const key = context.known(replaced);
      if (key === undefined) continue;
      context.report({
        attribute: "settings",
        at: replaced,
        part: key,
        message: `${context.subject} sets ${key} twice: the later value counts, and this one is lost.`,
        help: `Remove one of the two values of ${key}.`,
      });
    }
  },
});
