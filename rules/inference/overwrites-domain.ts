import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "inference.cluster",
  title: "A leaf domain is taken from whoever holds it",
  severity: { production: "warning", "non-production": "note", unclassified: "note" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(cluster, context) {
    if (context.known(cluster.attributes.sslOverwriteDomain) !== true) return;
    context.report({
      attribute: "sslOverwriteDomain",
      message: `${context.subject} takes its leaf domain from whichever cluster holds it now, which then no longer answers: ${context.state("sslOverwriteDomain")}.`,
      help: `Remove ${context.name("sslOverwriteDomain")}, and choose a leaf domain label that no other cluster has.`,
    });
  },
});
