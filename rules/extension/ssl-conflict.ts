import { defineRule } from "../../src/engine/rule.ts";
import { settingOf, switchOf, workloadOf, writtenSettings } from "../../src/model/extension-settings.ts";

const pair = ["sslCertPemFile", "sslKeyPemFile"];

export default defineRule({
  on: "extension",
  title: "A certificate in a secret beside one in files, which wins",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["command"],
  tags: ["correctness"],
  check(extension, context) {
    if (extension.source !== "command") return;
    const secret = settingOf(extension, "sslSecret");
    if (context.written(secret) === undefined) return;
    const files = writtenSettings(extension).filter(
      ({ key, within }) => within === "protectedSettings" && pair.includes(key),
    );
    if (files.length < pair.length || files.some(({ value }) => context.known(value) === "")) return;
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    if (context.known(switchOf(extension, "allowInsecureConnections")) === true) return;
    context.report({
      attribute: "settings",
      at: secret,
      part: "sslSecret",
      message: `${context.subject} names the certificate of sslSecret beside sslCertPemFile and sslKeyPemFile, which win: the secret is ignored.`,
      help: "Remove sslSecret, or both PEM files.",
    });
  },
});
