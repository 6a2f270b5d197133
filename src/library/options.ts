import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import type { Rule } from "../engine/rule.ts";
import { nearest } from "../model/nearest.ts";

/** Throws where the configuration names a rule that does not exist: it would otherwise have no effect in silence. */
export function requireRules({ rules: settings = {} }: Configuration, rules: readonly Rule[]): void {
  const known = new Set(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
  const unknown = Object.keys(settings).find((name) => !known.has(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new RangeError(
    `There is no rule ${JSON.stringify(unknown)}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
  );
}

export function requireDate(text: string): void {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return;
  throw new RangeError(`The date must be written as in 2027-03-01, not ${JSON.stringify(text)}.`);
}

/** Removes what the configuration excludes; its patterns are those of `.gitignore`. */
export async function withoutExcluded(
  paths: readonly string[],
  patterns: readonly string[],
): Promise<readonly string[]> {
  if (patterns.length === 0) return paths;
  const { default: ignore } = await import("ignore");
  return ignore()
    .add([...patterns])
    .filter(paths);
}
