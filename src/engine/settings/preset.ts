import { type Tier, tiers } from "../../model/environment.ts";
import type { Severity } from "../level.ts";
import type { Rule } from "../rule.ts";

/** Which rules run and how widely; each holds what the one before it holds. */
export const presets = ["recommended", "strict", "all"] as const;

export type Preset = (typeof presets)[number];

/** What each preset holds. */
export const presetMeanings: Readonly<Record<Preset, string>> = {
  recommended: "every rule that suits nearly everyone, in the tiers where it matters",
  strict: "also the rules for houses with strict demands, such as keys of their own",
  all: "every rule in every tier: where a rule is off otherwise it is a note, unless what it says is about other tiers",
};

/** The smallest preset that holds a rule. */
export function presetOfRule(rule: Rule): Preset {
  return rule.preset ?? "recommended";
}

/** Whether a preset holds a rule. */
export function holds(preset: Preset, rule: Rule): boolean {
  return presets.indexOf(preset) >= presets.indexOf(presetOfRule(rule));
}

/** What a rule's severity is in each tier under a preset, before a configuration speaks of the rule. */
export function severityUnder(preset: Preset, rule: Rule): Readonly<Record<Tier, Severity>> {
  if (!holds(preset, rule)) return { production: "off", "non-production": "off", unclassified: "off" };
  if (preset !== "all" || rule.tierBound) return rule.severity;
  const raised = tiers.map((tier) => [tier, rule.severity[tier] === "off" ? "note" : rule.severity[tier]] as const);
  return Object.fromEntries(raised) as Record<Tier, Severity>;
}
