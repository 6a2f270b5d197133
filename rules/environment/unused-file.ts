import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "variable-file",
  title: "A variable file that no root module reads",
  severity: { production: "note", "non-production": "note", unclassified: "note" },
  precision: "medium",
  sources: ["terraform"],
  tags: ["environments"],
  check(file, context) {
    context.report({
      attribute: "path",
      message: `The variable file ${context.known(file.attributes.path)} sets no variable of a root module near it, so nothing here was checked with it.`,
      help: "Move it into the root module or a folder such as environments below or beside it, or remove it.",
    });
  },
});
