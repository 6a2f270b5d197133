import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "storage.account",
  title: "Production data is kept in one data center",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(account, context) {
    if (context.known(account.attributes.replication) !== "LRS") return;
    context.report({
      attribute: "replication",
      message: `${context.subject} keeps all copies in one data center: ${context.state("replication")}.`,
      help: `Choose ZRS, GRS or another redundancy for ${context.name("replication")} that outlives a data center.`,
    });
  },
});
