import { defineRule } from "../../src/engine/rule.ts";
import { parseIpRange, rangesOverlap } from "../../src/model/ip-range.ts";

const dockerRange = parseIpRange("172.17.0.0/16")!;

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A subnet in the range of Docker's bridge",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["network", "correctness"],
  check(compute, context) {
    for (const { attributes, identity } of context.follow(compute.attributes.subnet, "subnet")) {
      const prefixes = context.known(attributes.addressPrefixes);
      const clash = prefixes?.map((prefix) => context.known(prefix)).find(isInDockerRange);
      if (clash === undefined) continue;
      context.report({
        attribute: "subnet",
        message: `${context.subject} lies in ${identity.address}, whose range ${clash} overlaps 172.17.0.0/16, the bridge network of Docker on its nodes.`,
        help: "Give the subnet a range outside of 172.17.0.0/16.",
      });
    }
  },
});

function isInDockerRange(prefix: string | undefined): boolean {
  const range = prefix === undefined ? undefined : parseIpRange(prefix);
  return range !== undefined && rangesOverlap(range, dockerRange);
}
