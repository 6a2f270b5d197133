import { type Tier, tiers } from "../../model/environment.ts";
import type { Severity } from "../level.ts";
import type { Rule } from "../rule.ts";
import type { EntryPath } from "./configuration-source.ts";
import type { Preset } from "./preset.ts";
import { type Decision, decide, presetOf, type RuleSettings, ruleName } from "./severity.ts";

/** Settings, and how to name the place where one of their entries stands. */
export interface NamedSettings {
  readonly settings: RuleSettings;
  readonly originOf: (path: EntryPath) => string;
}

/** A value in force, and who says so. */
export interface Effective<T> {
  readonly value: T;
  readonly from: string;
}

export interface EffectiveRule {
  readonly id: string;
  readonly severity: Readonly<Record<Tier, Effective<Severity>>>;
  /** The options that are set, by name. */
  readonly options: Readonly<Record<string, Effective<unknown>>>;
}

const byDefault = "default";

/** The preset in force; later settings win. */
export function effectivePreset(layers: readonly NamedSettings[]): Effective<Preset> {
  const layer = layers.findLast(({ settings }) => settings.preset !== undefined);
  const value = presetOf(layers.map(({ settings }) => settings));
  return { value, from: layer === undefined ? byDefault : layer.originOf(["preset"]) };
}

/** What holds for each rule, and who says so; later settings win. */
export function effectiveRules(rules: readonly Rule[], layers: readonly NamedSettings[]): EffectiveRule[] {
  const settings = layers.map((layer) => layer.settings);
  const preset = `preset ${presetOf(settings)}`;
  return rules.map((rule) => {
    const decisions = decide(rule, settings);
    const effective = (tier: Tier) => {
      const { severity, by } = decisions[tier];
      return [tier, { value: severity, from: originOf(by, rule, tier, layers, preset) }] as const;
    };
    return {
      id: rule.id,
      severity: Object.fromEntries(tiers.map(effective)) as EffectiveRule["severity"],
      options: optionsOf(rule, layers),
    };
  });
}

function originOf(
  by: Decision["by"],
  rule: Rule,
  tier: Tier,
  layers: readonly NamedSettings[],
  preset: string,
): string {
  if (by === "preset") return preset;
  const layer = typeof by === "number" ? layers[by] : undefined;
  return layer === undefined ? byDefault : layer.originOf(["rules", nameIn(rule, layer), tier]);
}

function optionsOf(rule: Rule, layers: readonly NamedSettings[]): EffectiveRule["options"] {
  const options: Record<string, Effective<unknown>> = {};
  for (const layer of layers) {
    const name = nameIn(rule, layer);
    const setting = layer.settings.rules?.[name];
    if (typeof setting !== "object") continue;
    for (const [option, value] of Object.entries(setting.options ?? {})) {
      options[option] = { value, from: layer.originOf(["rules", name, "options", option]) };
    }
  }
  return options;
}

function nameIn(rule: Rule, { settings }: NamedSettings): string {
  return ruleName(rule, settings.rules ?? {}) ?? rule.id;
}
