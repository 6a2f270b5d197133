import { defineRule } from "../../src/engine/rule.ts";
import { comparePlaces } from "../../src/model/place.ts";
import type { Resource } from "../../src/model/resource.ts";

type Inference = Resource<"inference.cluster">;

export default defineRule({
  on: "inference.cluster",
  title: "One AKS cluster is attached twice",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(inference, context) {
    if (!inference.existence.certain) return;
    for (const cluster of context.follow(inference.attributes.cluster, "kubernetes.cluster")) {
      const first = context
        .pointingTo(cluster, "inference.cluster", "cluster")
        .find((other) => other.identity.root === inference.identity.root && isEarlier(other, inference));
      if (!first) continue;
      context.rest(first.attributes.cluster);
      context.report({
        attribute: "cluster",
        message: `${context.subject} attaches ${cluster.identity.address}, which ${first.identity.address} attaches already; a cluster serves one attachment.`,
        help: "Remove one of the two, or give it a cluster of its own.",
      });
      return;
    }
  },
});

function isEarlier(a: Inference, b: Inference): boolean {
  const order = comparePlaces(a.header, b.header);
  return order < 0 || (order === 0 && a.identity.address < b.identity.address);
}
