import { type Context, defineRule } from "../../src/engine/rule.ts";
import { knownText, type Reference } from "../../src/model/reference.ts";
import type { Resource } from "../../src/model/resource.ts";
import { lastName } from "../../src/model/resource-match.ts";
import type { Value } from "../../src/model/value.ts";

/** How the two zones begin in every cloud, and what they are called in the public one. */
const zones = [
  { start: "privatelink.api.", name: "privatelink.api.azureml.ms" },
  { start: "privatelink.notebooks.", name: "privatelink.notebooks.azure.net" },
];

export default defineRule({
  on: "dns-zone-group",
  title: "The private endpoint of a workspace lacks one of its DNS zones",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["correctness", "network"],
  check(group, context) {
    const written = context.known(group.attributes.zones);
    if (written === undefined) return;
    for (const endpoint of context.follow(group.attributes.endpoint, "private-endpoint")) {
      const [workspace] = context.follow(endpoint.attributes.target, "workspace");
      if (!workspace) continue;
      const names = written.flatMap((zone) => zoneNames(zone, context));
      const missing = zones.filter(({ start }) => !names.some((name) => name.startsWith(start)));
      if (missing.length === 0) continue;
      context.report({
        attribute: "zones",
        message: `${context.subject} registers the private endpoint of ${workspace.identity.address} and lacks the zone ${missing.map(({ name }) => name).join(" and ")}, so that names of the workspace resolve to its public address.`,
        help: `Add the private DNS zone ${missing.map(({ name }) => name).join(" and ")} to ${context.name("zones")}.`,
      });
    }
  },
});

function zoneNames(reference: Value<Reference>, context: Context<"dns-zone-group">): string[] {
  const found: readonly Resource<"dns-zone">[] = context.follow(reference, "dns-zone");
  if (found.length > 0) return found.map((zone) => nameOfZone(context.known(zone.attributes.name), context));
  const target = context.known(reference);
  const name = target && lastName(target);
  return [nameOfZone(name && knownText(name), context)];
}

function nameOfZone(name: string | undefined, context: Context<"dns-zone-group">): string {
  return name?.toLowerCase() ?? context.undecided("the name of a DNS zone is not known");
}
