import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import type { Rule } from "../engine/rule.ts";
import { nearest } from "../model/nearest.ts";
import { PathPatterns } from "../model/path-patterns.ts";

/** Throws where the configuration names a rule that does not exist: it would otherwise have no effect in silence. */
export function requireRules(configuration: Configuration, rules: readonly Rule[]): void {
  const known = new Set(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
  const unknown = namedRules(configuration).find((name) => !known.has(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new RangeError(
    `There is no rule ${JSON.stringify(unknown)}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
  );
}

function namedRules({ rules = {}, overrides = [], ignores = [], locked }: Configuration): string[] {
  const overridden = overrides.flatMap((override) => Object.keys(override.rules ?? {}));
  return [...Object.keys(rules), ...overridden, ...ignores.flatMap((entry) => entry.rules), ...(locked ?? [])];
}

export function requireDate(text: string): void {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return;
  throw new RangeError(`The date must be written as in 2027-03-01, not ${JSON.stringify(text)}.`);
}

/** Removes what the configuration excludes; its patterns are those of `.gitignore`. */
export function withoutExcluded(paths: readonly string[], exclude: readonly string[]): readonly string[] {
  if (exclude.length === 0) return paths;
  const patterns = new PathPatterns(exclude, "");
  return paths.filter((path) => !patterns.cover(path));
}
