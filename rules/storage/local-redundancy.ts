import { regionNamed } from "../../data/regions.ts";
import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "storage.account",
  title: "Production data is kept in one data center",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "very-high",
  sources: ["terraform", "arm"],
  tags: ["reliability"],
  check(account, context) {
    if (context.known(account.attributes.replication) !== "LRS") return;
    const better = betterRedundancy(account, context);
    if (better === undefined) return;
    context.report({
      attribute: "replication",
      message: `${context.subject} keeps all copies in one data center: ${context.state("replication")}.`,
      help: `Choose ${better} for ${context.name("replication")}, which outlives a data center.`,
    });
  },
});

/** Premium storage is not replicated to other regions: without zones it has no choice. */
function betterRedundancy(account: Resource<"storage.account">, context: Context<"storage.account">) {
  const { tier, location } = account.attributes;
  if (context.known(tier) !== "Premium") return "ZRS, GRS or another redundancy";
  const region = context.written(location);
  return region !== undefined && regionNamed(region)?.zones === 0 ? undefined : "ZRS";
}
