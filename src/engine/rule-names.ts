import type { Rule } from "./rule.ts";

/** From every name of a rule, former ones included, to its id. */
export function idsByName(rules: readonly Rule[]): Map<string, string> {
  return new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule.id])));
}

/** The ids of rules that are named, perhaps by former names; names of none are left out. */
export function idsOf(names: readonly string[], rules: readonly Rule[]): Set<string> {
  if (names.length === 0) return new Set();
  const ids = idsByName(rules);
  return new Set(names.flatMap((name) => ids.get(name) ?? []));
}
