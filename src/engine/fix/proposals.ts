import type { RawFinding } from "../context.ts";
import type { Rule } from "../rule.ts";
import { changesOf, type Proposal } from "./change.ts";

/**
 * What would mend a finding in all environments and on all instances in which it holds; undefined where that cannot be
 * said of each, or where the resource is right in another environment against which it was checked.
 */
export function proposalsOf(rule: Rule, raws: readonly RawFinding[]): Proposal[] | undefined {
  if (rule.fix === undefined || raws.some((raw) => !raw.fix || !holdsEverywhere(raw, raws))) return undefined;
  return raws.map(({ fix, fixIsUnsafe, resource }) => ({
    resource: "resource" in fix! ? fix.resource : resource,
    changes: changesOf(fix!),
    safety: fixIsUnsafe ? "unsafe" : rule.fix!,
  }));
}

function holdsEverywhere(raw: RawFinding, raws: readonly RawFinding[]): boolean {
  const { checkedAgainst = 0, resource } = raw;
  if (checkedAgainst < 2) return true;
  const environments = new Set(
    raws.filter((other) => other.resource === resource).map((other) => other.environment.name),
  );
  return environments.size === checkedAgainst;
}
