import type { Environment, Tier } from "./environment.ts";

const order: readonly Tier[] = ["non-production", "production", "unclassified"];

/** On the way to production: by tier, then by name. */
export function compareEnvironments(a: Environment, b: Environment): number {
  const byTier = order.indexOf(a.tier) - order.indexOf(b.tier);
  if (byTier !== 0) return byTier;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
