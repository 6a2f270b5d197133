import { type Environment, type Tier, tiers } from "../model/environment.ts";
import type { Severity } from "./level.ts";
import type { Rule } from "./rule.ts";

/** What a configuration says of one rule: one severity for all tiers, or one for each. */
export type SeveritySetting = Severity | Partial<Readonly<Record<Tier, Severity>>>;

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
  configuration: { readonly rules?: Readonly<Record<string, SeveritySetting>> },
): Severities {
  const table = new Map(rules.map((rule) => [rule.id, withSetting(rule, settingOf(rule, configuration.rules ?? {}))]));
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

function settingOf(rule: Rule, settings: Readonly<Record<string, SeveritySetting>>): SeveritySetting | undefined {
  const name = [rule.id, ...(rule.aliases ?? [])].find((id) => settings[id] !== undefined);
  return name === undefined ? undefined : settings[name];
}

function withSetting(rule: Rule, setting: SeveritySetting | undefined): Record<Tier, Severity> {
  if (setting === undefined) return rule.severity;
  if (typeof setting === "string") return { production: setting, "non-production": setting, unclassified: setting };
  return { ...rule.severity, ...setting };
}
