import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["storage.account", "storage.container"],
  title: "Blobs may be read without credentials",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  securitySeverity: 8,
  sources: ["terraform", "arm"],
  tags: ["security", "network"],
  check(resource, context) {
    if (context.known(resource.attributes.publicBlobs) !== true) return;
    const isAccount = resource.kind === "storage.account";
    context.report({
      attribute: "publicBlobs",
      message: `${context.subject} lets ${isAccount ? "any of its containers be opened to" : "its blobs be read by"} everyone on the internet: ${context.state("publicBlobs")}.`,
      help: `Set ${context.setting("publicBlobs", false)}.`,
      fix: { set: "publicBlobs", to: false },
    });
  },
});
