import { type Context, defineRule } from "../../src/engine/rule.ts";
import { nearest } from "../../src/model/nearest.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "assignment",
  title: "A variable file sets a variable that is not declared",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  sources: ["terraform"],
  tags: ["correctness", "environments"],
  check(assignment, context) {
    if (context.known(assignment.attributes.declared) !== false) return;
    const name = context.known(assignment.attributes.name);
    if (name === undefined) return;
    if (belongsElsewhere(assignment, context))
      context.undecided(`${assignment.header.file} seems to be of another root`);
    const declared = context.known(assignment.attributes.known)?.map((one) => context.known(one));
    const meant = nearest(name, declared?.filter((one) => one !== undefined) as string[]);
    context.report({
      attribute: "name",
      message: `The variable ${name} is set in ${assignment.header.file} and declared nowhere, so the value has no effect.`,
      fix: meant === undefined ? undefined : { replace: assignment.header, by: meant },
      help:
        meant === undefined ? `Declare ${name}, or remove the line.` : `Write ${meant} instead, or declare ${name}.`,
    });
  },
});

/** Whether most of what a file sets is declared nowhere. */
function belongsElsewhere({ header }: Resource<"assignment">, context: Context<"assignment">): boolean {
  const beside = context.allOfRoot("assignment").filter((other) => other.header.file === header.file);
  const strange = beside.filter(({ attributes }) => context.glimpse(attributes.declared) === false);
  return strange.length * 2 > beside.length;
}
