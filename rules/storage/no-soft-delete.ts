import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "storage.account",
  title: "Deleted blobs cannot be brought back",
  severity: { production: "note", "non-production": "off", unclassified: "off" },
  precision: "high",
  sources: ["terraform"],
  tags: ["reliability"],
  check(account, context) {
    if (context.known(account.attributes.blobSoftDelete) !== false) return;
    context.report({
      attribute: "blobSoftDelete",
      message: `${context.subject} keeps no deleted blobs, so a script that deletes too much deletes for good.`,
      help: `Add a ${context.name("blobSoftDelete")} block that says how many days deleted blobs are kept.`,
    });
  },
});
