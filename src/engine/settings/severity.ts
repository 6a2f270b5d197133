import { type Environment, type Tier, tiers } from "../../model/environment.ts";
import type { Place } from "../../model/place.ts";
import { type Level, reaches, type Severity } from "../level.ts";
import type { Rule } from "../rule.ts";
import { type Preset, severityUnder } from "./preset.ts";

/** What a configuration says of one rule: one severity for all tiers, or one for each, and its options. */
export type RuleSetting =
  | Severity
  | (Partial<Readonly<Record<Tier, Severity>>> & { readonly options?: Readonly<Record<string, unknown>> });

/** What one place says of rules: the configuration, one of its overrides, the command line. */
export interface RuleSettings {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

export interface Severities {
  /**
   * The severity of a rule for a finding at a place. `drafted` is the level that the rule asks for there: it stands unless
   * it is louder than what a configuration says.
   */
  of(rule: string, environment: Environment, at: Place, drafted?: Level): Severity;
  /** The severity where no environment is concerned: the worst of all tiers. */
  anywhere(rule: string, at: Pick<Place, "file">): Severity;
  readonly isEverOn: (rule: Rule | string) => boolean;
}

/** A severity and who says so: the rule itself, a preset, or settings by their index. */
export interface Decision {
  readonly severity: Severity;
  readonly by: "rule" | "preset" | number;
}

export type Decisions = Readonly<Record<Tier, Decision>>;

const order: readonly Severity[] = ["error", "warning", "note", "off"];

/** The severity of a rule in each tier; of several settings the last that speaks of it wins. */
export function decide(rule: Rule, settings: readonly RuleSettings[]): Decisions {
  let decisions = ownDecisions(rule, presetOf(settings));
  for (const [index, { rules = {} }] of settings.entries()) {
    const setting = settingOf(rule, rules);
    if (setting === undefined) continue;
    const said = typeof setting === "string" ? everywhere(setting) : setting;
    const entries = tiers.flatMap((tier) => (said[tier] ? [[tier, { severity: said[tier], by: index }] as const] : []));
    decisions = { ...decisions, ...Object.fromEntries(entries) };
  }
  return decisions;
}

/** The preset in force: the last that is named. */
export function presetOf(settings: readonly RuleSettings[]): Preset {
  return settings.findLast(({ preset }) => preset !== undefined)?.preset ?? "recommended";
}

/** The worst severity of a rule over all tiers. */
export function worstOf(decisions: Decisions): Severity {
  return order.find((severity) => tiers.some((tier) => decisions[tier].severity === severity)) ?? "off";
}

/** The level of a finding, where the rule may ask for another one than its tier has. */
export function levelIn({ severity, by }: Decision, drafted: Level | undefined): Severity {
  if (severity === "off" || drafted === undefined) return severity;
  const isLouder = drafted !== severity && reaches(drafted, severity);
  return typeof by === "number" && isLouder ? severity : drafted;
}

/** The options of rules that settings hold, by the id of the rule; later settings win, option by option. */
export function optionsOf(rules: readonly Rule[], ...settings: readonly RuleSettings[]) {
  const options = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { rules: said = {} } of settings) {
    if (Object.keys(said).length === 0) continue;
    for (const rule of rules) {
      const setting = settingOf(rule, said);
      if (typeof setting !== "object" || !setting.options) continue;
      options.set(rule.id, { ...options.get(rule.id), ...setting.options });
    }
  }
  return options;
}

/** The name under which settings speak of a rule: its id or a former name. */
export function ruleName(rule: Rule, settings: Readonly<Record<string, RuleSetting>>): string | undefined {
  return [rule.id, ...(rule.aliases ?? [])].find((id) => settings[id] !== undefined);
}

function settingOf(rule: Rule, settings: Readonly<Record<string, RuleSetting>>): RuleSetting | undefined {
  const name = ruleName(rule, settings);
  return name === undefined ? undefined : settings[name];
}

function everywhere<T>(value: T): Record<Tier, T> {
  return { production: value, "non-production": value, unclassified: value };
}

function ownDecisions(rule: Rule, preset: Preset): Decisions {
  const severity = severityUnder(preset, rule);
  const decisions = tiers.map((tier): [Tier, Decision] => {
    const isOwn = rule.preset === undefined && severity[tier] === rule.severity[tier];
    return [tier, { severity: severity[tier], by: isOwn ? "rule" : "preset" }];
  });
  return Object.fromEntries(decisions) as Decisions;
}
