import { defineRule } from "../../src/engine/rule.ts";
import { knownText, type Reference } from "../../src/model/reference.ts";

export default defineRule({
  on: "inference.cluster",
  title: "The cluster lies in another subscription than the workspace",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform"],
  tags: ["correctness"],
  check(inference, context) {
    const cluster = subscriptionIn(context.known(inference.attributes.cluster));
    const workspace = subscriptionIn(context.known(inference.attributes.workspace));
    if (cluster === undefined || workspace === undefined) return;
    if (cluster.toLowerCase() === workspace.toLowerCase()) return;
    context.report({
      attribute: "cluster",
      message: `${context.subject} attaches a cluster of the subscription ${cluster}, and its workspace lies in ${workspace}; both have to lie in one.`,
      help: "Attach a cluster of the workspace's own subscription.",
    });
  },
});

function subscriptionIn(reference: Reference | undefined): string | undefined {
  const subscription = reference?.by === "id" ? reference.id.subscription : undefined;
  return subscription && knownText(subscription);
}
