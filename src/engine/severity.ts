import { type Environment, type Tier, tiers } from "../model/environment.ts";
import type { Severity } from "./level.ts";
import type { Rule } from "./rule.ts";

/** What a configuration says of one rule: one severity for all tiers, or one for each, and its options. */
export type RuleSetting =
  | Severity
  | (Partial<Readonly<Record<Tier, Severity>>> & { readonly options?: Readonly<Record<string, unknown>> });

export interface RuleSettings {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** Which rules run: those that suit nearly everyone, or also those for strict houses. */
export type Preset = "recommended" | "strict";

export interface Severities {
  of(rule: string, environment: Environment): Severity;
  /** The severity where no environment is concerned: the worst of all tiers. */
  anywhere(rule: string): Severity;
  readonly isEverOn: (rule: Rule) => boolean;
}

const order: readonly Severity[] = ["error", "warning", "note", "off"];

/** The severities of rules in each tier, with what the configuration says over what the rule says. */
export function severitiesOf(
  rules: readonly Rule[],
  { rules: settings = {}, preset = "recommended" }: RuleSettings,
): Severities {
  const table = new Map(rules.map((rule) => [rule.id, withSetting(rule, settingOf(rule, settings), preset)]));
  const worst = (id: string): Severity => {
    const severity = table.get(id);
    if (!severity) return "off";
    return order.find((candidate) => tiers.some((tier) => severity[tier] === candidate)) ?? "off";
  };
  return {
    of: (rule, environment) => table.get(rule)?.[environment.tier] ?? "off",
    anywhere: worst,
    isEverOn: (rule) => worst(rule.id) !== "off",
  };
}

/** The options that a configuration sets, by the id of the rule. */
export function optionsOf(rules: readonly Rule[], { rules: settings = {} }: RuleSettings) {
  const options = new Map<string, Readonly<Record<string, unknown>>>();
  for (const rule of rules) {
    const setting = settingOf(rule, settings);
    if (typeof setting === "object" && setting.options) options.set(rule.id, setting.options);
  }
  return options;
}

function settingOf(rule: Rule, settings: Readonly<Record<string, RuleSetting>>): RuleSetting | undefined {
  const name = [rule.id, ...(rule.aliases ?? [])].find((id) => settings[id] !== undefined);
  return name === undefined ? undefined : settings[name];
}

const everywhere = (severity: Severity): Record<Tier, Severity> => ({
  production: severity,
  "non-production": severity,
  unclassified: severity,
});

function withSetting(rule: Rule, setting: RuleSetting | undefined, preset: Preset): Record<Tier, Severity> {
  if (typeof setting === "string") return everywhere(setting);
  const own = rule.preset === "strict" && preset !== "strict" ? everywhere("off") : rule.severity;
  const { options: _, ...tiersSet } = setting ?? {};
  return { ...own, ...tiersSet };
}
