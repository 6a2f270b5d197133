import { extensionSetting, formerSetting } from "../../data/extension-settings.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { workloadOf, writtenSettings } from "../../src/model/extension-settings.ts";
import { settingsMapName } from "../../src/model/setting-text.ts";
import type { Value } from "../../src/model/value.ts";

const contents: Readonly<Record<string, string>> = {
  sslCertPemFile: "scoringFe.sslCert",
  sslKeyPemFile: "scoringFe.sslKey",
};

export default defineRule({
  on: "extension",
  title: "A file that only the Azure CLI would read",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["correctness"],
  check(extension, context) {
    if (extension.source === "command" || extension.source === "settings") return;
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    let open: Value<string> | undefined;
    for (const { key, value, within, at } of writtenSettings(extension)) {
      const names = [key, ...Object.keys(formerSetting(key)?.replacements ?? {})];
      const setting = names.map(extensionSetting).find((one) => one?.layer === "user-cli-only");
      const content = setting && contents[setting.name];
      if (content === undefined || context.glimpse(value) === "") continue;
      if (value.state === "unknown") {
        open ??= value;
        continue;
      }
      context.report({
        attribute: within,
        at,
        part: key,
        message: `${context.subject} names a file in ${key}, which only the Azure CLI reads: from here the extension gets no certificate.`,
        help: `Put the content, in base64, under "${content}" in ${settingsMapName(extension, "protectedSettings")} instead.`,
      });
    }
    if (open) context.known(open);
    context.written(extension.attributes.settings);
    context.written(extension.attributes.protectedSettings);
  },
});
