import { defineRule } from "../../src/engine/rule.ts";
import { certificateOf, settingOf, switchOf, workloadOf } from "../../src/model/extension-settings.ts";
import { settingsMapName, settingText } from "../../src/model/setting-text.ts";

export default defineRule({
  on: "extension",
  title: "A certificate for inference without the host name it is for",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    if (context.known(workloadOf(extension, "inference")) !== true) return;
    const insecure = context.known(switchOf(extension, "allowInsecureConnections")) === true;
    // The chart then leaves the certificate alone; only the command line still asks for the name.
    if (insecure && extension.source !== "command") return;
    const certificate = certificateOf(extension);
    if (certificate.state === "absent") return;
    // HTTPS cannot do without a certificate, nor a certificate without this name: one that is not known needs it, too.
    if (insecure) context.known(certificate);
    if (context.known(settingOf(extension, "sslCname")) !== undefined) return;
    context.rest(certificate);
    context.report({
      attribute: "settings",
      part: "sslCname",
      message: `${context.subject} serves inference with a certificate but without sslCname, the host name in the scoring URIs.`,
      help: `Add ${settingText(extension, "sslCname", "<host name on the certificate>")} to ${settingsMapName(extension, "settings")}.`,
    });
  },
});
