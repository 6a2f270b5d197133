import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "inference.cluster",
  title: "A cluster outside production is FastProd by default alone",
  severity: { production: "off", "non-production": "note", unclassified: "off" },
  tierBound: true,
  precision: "high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["cost"],
  check(cluster, context) {
    if (cluster.attributes.purpose.state !== "absent") return;
    if (context.known(cluster.attributes.purpose) !== "FastProd") return;
    context.report({
      attribute: "purpose",
      message: `${context.subject} is not production and is attached as if it were: ${context.state("purpose")}, which needs 12 vCPUs.`,
      help: `Set ${context.setting("purpose", "DevTest")}, or write "FastProd" where it is meant.`,
      fix: { set: "purpose", to: "DevTest" },
    });
  },
});
