import { extensionSetting, formerSetting } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { type WrittenSetting, writtenSettings } from "../../src/model/extension-settings.ts";
import { settingsMapName } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "A secret of the extension among its plain settings",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm", "command"],
  securitySeverity: 8,
  tags: ["security", "correctness"],
  check(extension, context) {
    // A file that no command names may be the protected one.
    if (extension.source === "settings") return;
    const plain = settingsMapName(extension, "settings");
    const secured = settingsMapName(extension, "protectedSettings");
    for (const { key, value, within } of writtenSettings(extension)) {
      if (within !== "settings" || (value.state === "known" && value.value === "")) continue;
      const names = [key, ...Object.keys(formerSetting(key)?.replacements ?? {})];
      const setting = names.map(extensionSetting).find((one) => one?.protected);
      const isFile = setting?.layer === "user-cli-only";
      if (!setting || (isFile && extension.source !== "command")) continue;
      context.report({
        attribute: "settings",
        at: value.state === "known" ? { ...value, sensitive: true } : value,
        part: key,
        message: isFile
          ? `${context.subject} passes ${key} in ${plain}, where az does not look for it: only ${secured} hands the file over.`
          : `${context.subject} holds the secret ${key} in ${plain}, which anyone who may read the extension can see.`,
        help: `Move ${key} from ${plain} to ${secured}.`,
        fix: isFile || !isLiteral(value) ? moved(key, value) : undefined,
      });
    }
    context.written(extension.attributes.settings);
  },
});

/** A secret that is written as such is lost already: elsewhere in the same file it is no safer. */
function isLiteral({ state, trail }: WrittenSetting["value"]): boolean {
  return state === "known" && trail.length === 0;
}

function moved(key: string, { at }: WrittenSetting["value"]) {
  return [
    { remove: "settings", entry: key },
    { set: "protectedSettings", entry: key, to: { copyOf: at } },
  ] as const;
}
