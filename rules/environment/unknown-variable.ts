import { nearest } from "../../data/nearest.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "assignment",
  title: "A variable file sets a variable that is not declared",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform"],
  tags: ["correctness", "environments"],
  check(assignment, context) {
    if (context.known(assignment.attributes.declared) !== false) return;
    const name = context.known(assignment.attributes.name);
    if (name === undefined) return;
    const declared = context.known(assignment.attributes.known)?.map((one) => context.known(one));
    const meant = nearest(name, declared?.filter((one) => one !== undefined) as string[]);
    context.report({
      attribute: "name",
      message: `The variable ${name} is set in ${assignment.header.file} and declared nowhere, so the value has no effect.`,
      help:
        meant === undefined ? `Declare ${name}, or remove the line.` : `Write ${meant} instead, or declare ${name}.`,
    });
  },
});
