import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "variable",
  title: "A value does not fit its variable",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform"],
  tags: ["correctness", "environments"],
  check(variable, context) {
    const failure = context.written(variable.attributes.failure);
    if (failure === undefined) return;
    const name = context.known(variable.attributes.name);
    context.report({
      attribute: "failure",
      message: `The variable ${name} cannot take its value: ${sentence(failure)}`,
      help: `Give ${name} a value that its type and its validations allow.`,
    });
  },
});

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
