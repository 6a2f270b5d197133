import { tierOfName } from "../../../model/environment.ts";
import { sourceOf } from "../evaluate/module-opener.ts";
import type { ModuleSyntax } from "../evaluate/module-syntax.ts";
import type { EnvironmentPlan, RootPlan } from "./find-roots.ts";

/** Environments that a root does not have by variable files, but by calling one module for each: `prod_ml`, `dev_ml`. */
export interface InstancedEnvironments {
  readonly plans: readonly EnvironmentPlan[];
  /** Whether a call of the root belongs to an environment; what names no environment belongs to all. */
  readonly includes: (call: string, environment: string) => boolean;
}

export function instancedEnvironments(plan: RootPlan, syntax: ModuleSyntax): InstancedEnvironments | undefined {
  const [only, ...others] = plan.environments;
  if (!only || others.length > 0 || tierOfName(only.name) !== undefined) return undefined;
  const bySource = new Map<string, Map<string, string>>();
  for (const [name, call] of syntax.calls) {
    const source = sourceOf({ syntax: call });
    const environment = environmentIn(name);
    if (source === undefined || environment === undefined) continue;
    const calls = bySource.get(source) ?? new Map<string, string>();
    bySource.set(source, calls.set(name, environment));
  }
  const environments = new Map<string, string>();
  for (const calls of bySource.values()) {
    if (new Set(calls.values()).size > 1) for (const [name, environment] of calls) environments.set(name, environment);
  }
  const names = new Set(environments.values());
  if (names.size === 0) return undefined;
  return {
    plans: [...names].sort().map((name) => ({ ...only, name })),
    includes: (call, environment) => (environments.get(call) ?? environment) === environment,
  };
}

/** The word of a call's name that speaks of an environment: `prod` of `prod_ml`, `non_prod` of `non_prod_ml`. */
function environmentIn(name: string): string | undefined {
  const words = name.split(/[_-]/);
  for (let to = words.length; to > 0; to--) {
    if (tierOfName(words[to - 1]!) === undefined) continue;
    const before = words[to - 2];
    const isNegated = before !== undefined && ["non", "not", "no", "pre"].includes(before.toLowerCase());
    return isNegated ? `${before}_${words[to - 1]}` : words[to - 1];
  }
  return undefined;
}
