import { defineRule } from "../../src/engine/rule.ts";
import { knownParts } from "../../src/model/known-parts.ts";

const valid = /^[a-z0-9]{3,24}$/;

export default defineRule({
  on: "storage.account",
  title: "A storage account name that Azure refuses",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "naming"],
  check(account, context) {
    const parts = knownParts(account.attributes.name);
    if (parts !== undefined && !/^[a-z0-9]{0,24}$/.test(parts.replaceAll("…", ""))) {
      context.report({
        attribute: "name",
        message: `${context.subject} is named "${parts}", which Azure refuses whatever is not known yet: a storage account has 3 to 24 lower-case letters and digits.`,
        help: "Choose a name of 3 to 24 lower-case letters and digits.",
      });
      return;
    }
    const name = context.written(account.attributes.name);
    if (name === undefined || valid.test(name)) return;
    const isOfLength = name.length >= 3 && name.length <= 24;
    context.report({
      attribute: "name",
      message: `${context.subject} is named "${name}", which Azure refuses: a storage account has 3 to 24 lower-case letters and digits.`,
      help: `Choose a name of 3 to 24 lower-case letters and digits${isOfLength ? "" : `; it has ${name.length} characters now`}.`,
    });
  },
});
