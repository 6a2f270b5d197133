import { defineRule } from "../../src/engine/rule.ts";
import { parseIpRange, usableAddresses } from "../../src/model/ip-range.ts";

export default defineRule({
  on: "compute.cluster",
  title: "A cluster can grow beyond its subnet",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["network", "reliability"],
  check(cluster, context) {
    const nodes = context.known(cluster.attributes.maxNodes);
    if (nodes === undefined) return;
    for (const { attributes, identity } of context.follow(cluster.attributes.subnet, "subnet")) {
      const prefixes = context.known(attributes.addressPrefixes)?.map((prefix) => context.known(prefix));
      const ranges = prefixes?.map((prefix) => (prefix === undefined ? undefined : parseIpRange(prefix)));
      const readable = ranges?.filter((range) => range !== undefined);
      if (!ranges || !readable || readable.length === 0 || readable.length < ranges.length) continue;
      const addresses = readable.reduce((sum, range) => sum + usableAddresses(range), 0);
      if (nodes <= addresses) continue;
      context.report({
        attribute: "maxNodes",
        message: `${context.subject} may grow to ${nodes} nodes, and its subnet ${identity.address} has ${addresses} usable addresses.`,
        help: `Set ${context.setting("maxNodes", addresses)}, or give the subnet a larger range.`,
      });
    }
  },
});
