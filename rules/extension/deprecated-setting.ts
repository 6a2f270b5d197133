import { extensionSetting, type FormerSetting, formerSetting } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { booleanOf, type WrittenSetting, writtenSettings } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";
import { settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "A setting of the extension that was renamed or given up",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "command", "settings"],
  tags: ["correctness"],
  check(extension, context) {
    for (const written of writtenSettings(extension)) {
      const { key, within, at } = written;
      const former = formerSetting(key);
      const legacy = extensionSetting(key)?.status === "undocumented-legacy";
      if (!former && !legacy) continue;
      const replacement = former && replacementOf(former, extension);
      context.report({
        attribute: within,
        at,
        part: key,
        message: replacement
          ? `${context.subject} sets ${key}, which is not what today's extension reads: ${replacement} is.`
          : `${context.subject} sets ${key}, which is no longer documented and has no replacement.`,
        help: replacement && !isMoot(former, written) ? `Write ${replacement} instead of ${key}.` : `Remove ${key}.`,
        fix: former && oneForOne(former, written),
      });
    }
    context.written(extension.attributes.settings);
    context.written(extension.attributes.protectedSettings);
  },
});

/** What to write today: a key that takes the old value, or keys with their values. */
function replacementOf(former: FormerSetting, extension: Resource<"extension">): string {
  return Object.entries(former.replacements)
    .map(([key, value]) => (value === null ? key : settingText(extension, key, value)))
    .join(" with ");
}

/** A switch that is off and stands for nothing that would have to be written. */
function isMoot(former: FormerSetting, { value }: WrittenSetting): boolean {
  return former.onlyWhenTrue === true && value.state === "known" && booleanOf(value.value) === false;
}

/** The one key that takes its place, with the old value or its own. */
function oneForOne(former: FormerSetting, written: WrittenSetting) {
  const { key, value, within } = written;
  if (isMoot(former, written)) return { remove: within, entry: key } as const;
  const [first, ...more] = Object.entries(former.replacements);
  if (!first || more.length > 0) return undefined;
  const renamed = { rename: within, entry: key, to: first[0] } as const;
  if (first[1] === null) return former.onlyWhenTrue ? undefined : renamed;
  const isOn = value.state === "known" && booleanOf(value.value) === true;
  return isOn ? ([renamed, { replace: value, by: first[1] }] as const) : undefined;
}
