import { type Context, defineRule } from "../../src/engine/rule.ts";
import { defaultEnvironment } from "../../src/model/environment.ts";

const variableWords = { thing: "variable", outcome: "a plan stops to ask for it" };
const parameterWords = { thing: "parameter", outcome: "the deployment is refused" };

export default defineRule({
  on: "variable",
  title: "A required variable has no value in an environment",
  severity: { production: "error", "non-production": "error", unclassified: "off" },
  tierBound: true,
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "environments"],
  check(variable, context) {
    const { attributes } = variable;
    if (context.environment.name === defaultEnvironment) return;
    if (!context.known(attributes.required) || context.known(attributes.assigned)) return;
    if (!hasVariableFile(context)) return;
    const name = context.known(attributes.name);
    const setIn = context.siblings.filter((sibling) => {
      const counterpart = context.inEnvironment(sibling);
      return counterpart !== undefined && context.glimpse(counterpart.attributes.assigned) === true;
    });
    const forgotten = setIn.length > 0 && !context.known(attributes.sensitive);
    const words = variable.source === "arm" ? parameterWords : variableWords;
    const elsewhere = setIn.length > 0 ? `, though ${listed(setIn.map((sibling) => sibling.name))} sets it` : "";
    context.report({
      attribute: "required",
      ...(!forgotten && { level: "note" as const }),
      message: `The ${words.thing} ${name} has no default and no value in ${context.environment.name}${elsewhere}: ${words.outcome}.`,
      help: `Set ${name} in the ${words.thing} file of ${context.environment.name}, or give the ${words.thing} a default.`,
    });
  },
});

/** A root that is named by its folder alone gets its values elsewhere. */
function hasVariableFile(context: Context<"variable">): boolean {
  return context.allOfRoot("variable").some((other) => context.glimpse(other.attributes.assigned) === true);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
