import type { Environment, Tier } from "./environment.ts";
import { matchesName } from "./name-pattern.ts";

/** Tiers by the names of environments; a `*` in a name stands for any characters. */
export type TierSettings = Readonly<Record<string, Tier>>;

/** The entry that gives an environment its tier: its own name, else the last pattern that matches. */
export function tierEntry(settings: TierSettings, name: string): string | undefined {
  if (Object.hasOwn(settings, name)) return name;
  return Object.keys(settings).findLast((pattern) => pattern.includes("*") && matchesName(pattern, name));
}

/** The environment in the tier that settings give it, if they do. */
export function inSetTier(settings: TierSettings, environment: Environment): Environment {
  const entry = tierEntry(settings, environment.name);
  return entry === undefined ? environment : { ...environment, tier: settings[entry]! };
}
