import type { OptionDefinition, Rule } from "./rule.ts";

/** A part of a JSON Schema. */
export type SchemaPart = Readonly<Record<string, unknown>>;

const tiersAndTheirSeverity: SchemaPart = {
  production: { $ref: "#/definitions/SeverityName" },
  "non-production": { $ref: "#/definitions/SeverityName" },
  unclassified: { $ref: "#/definitions/SeverityName" },
};

/** What a configuration may say of rules, by id, as JSON Schema: the published one and the one that is checked against. */
export function ruleSettingsSchema(rules: readonly Rule[]): SchemaPart {
  const entries = rules.flatMap((rule) => [
    [rule.id, settingSchema(rule)] as const,
    ...(rule.aliases ?? []).map((alias) => [alias, settingSchema(rule, `The former name of ${rule.id}.`)] as const),
  ]);
  return {
    title: "RuleSettings",
    description: "The severity of rules, by id: one for all tiers, or one for each, with options.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(entries),
  };
}

function settingSchema(rule: Rule, description: string = `${rule.title}.`): SchemaPart {
  if (!rule.options) return { description, allOf: [{ $ref: "#/definitions/RuleSetting" }] };
  const properties = { ...tiersAndTheirSeverity, options: optionsSchema(rule.options) };
  const perTier = { type: "object", additionalProperties: false, properties };
  return { description, oneOf: [{ $ref: "#/definitions/SeverityName" }, perTier] };
}

function optionsSchema(options: Readonly<Record<string, OptionDefinition>>): SchemaPart {
  const properties = Object.entries(options).map(([name, option]) => [name, optionSchema(option)] as const);
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(properties) };
}

function optionSchema(option: OptionDefinition): SchemaPart {
  const { description } = option;
  if (option.holds === "strings") {
    const items = option.choices ? { enum: option.choices } : { type: "string", minLength: 1 };
    return { description, type: "array", minItems: 1, items };
  }
  return {
    description,
    type: option.integer ? "integer" : "number",
    ...(option.min !== undefined && { minimum: option.min }),
    ...(option.max !== undefined && { maximum: option.max }),
  };
}
