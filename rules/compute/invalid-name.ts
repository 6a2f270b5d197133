import { defineRule } from "../../src/engine/rule.ts";
import { knownParts } from "../../src/model/known-parts.ts";
import { holdsPlaceholder } from "../../src/model/placeholder.ts";

const allowed = /^[a-z][a-z0-9-]*[a-z0-9]$/i;
const shortest = 3;

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A compute's name that Azure refuses",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness", "naming"],
  check(compute, context) {
    const parts = knownParts(compute.attributes.name);
    const name = parts !== undefined && cannotBecomeValid(parts) ? parts : context.written(compute.attributes.name);
    if (name === undefined || holdsPlaceholder(name)) return;
    const longest = compute.kind === "compute.cluster" ? 32 : 24;
    if (name.length >= shortest && name.length <= longest && allowed.test(name)) return;
    context.report({
      attribute: "name",
      message: `${context.subject} has the name "${name}", which Azure refuses${name === parts ? " whatever is not known yet" : ""}.`,
      help: `Set ${context.name("name")} to ${shortest} to ${longest} letters, digits and dashes that begin with a letter and end with a letter or digit.`,
    });
  },
});

/** Whether a known part of a name holds what none may, whatever stands for the ellipses. */
function cannotBecomeValid(parts: string): boolean {
  return !/^(?:…|[a-z])[a-z0-9…-]*$/i.test(parts) || parts.endsWith("-");
}
