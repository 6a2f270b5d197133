import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";

type EndpointContext = Context<"endpoint.online">;
type Traffic = ReadonlyMap<string, Value<number>>;

export default defineRule({
  on: "endpoint.online",
  title: "The traffic of an endpoint is not divided among its deployments",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm", "azureml"],
  tags: ["correctness"],
  check(endpoint, context) {
    const traffic = context.written(endpoint.attributes.traffic);
    if (traffic === undefined || traffic.size === 0) return;
    judgeSum(traffic, context);
    judgeNames(endpoint, traffic, context);
    for (const share of traffic.values()) context.known(share);
  },
});

function judgeSum(traffic: Traffic, context: EndpointContext): void {
  let sum = 0;
  for (const value of traffic.values()) {
    const share = context.glimpse(value);
    if (share === undefined) return;
    sum += share;
  }
  if (sum === 0 || sum === 100) return;
  const shares = [...traffic].map(([name, value]) => `${name} ${context.glimpse(value)}`).join(", ");
  context.report({
    attribute: "traffic",
    message: `${context.subject} hands out ${sum} percent of its traffic (${shares}); it has to be 100, or 0 for none.`,
    help: "Set the shares so that they add up to 100.",
  });
}

/** Speaks where the project declares deployments of the endpoint, and knows all their names. */
function judgeNames(endpoint: Resource<"endpoint.online">, traffic: Traffic, context: EndpointContext): void {
  const deployments = context.exactlyPointingTo(endpoint, "deployment", "endpoint");
  const names = deployments.map((deployment) => context.known(deployment.attributes.name));
  if (names.length === 0 || names.includes(undefined)) return;
  for (const [name, share] of traffic) {
    const percent = context.glimpse(share);
    if (!percent || names.some((known) => known?.toLowerCase() === name.toLowerCase())) continue;
    context.report({
      attribute: "traffic",
      at: share,
      part: name,
      message: `${context.subject} sends ${percent} percent of its traffic to the deployment ${name}, and its deployments are ${names.join(", ")}.`,
      help: `Rename the share to one of ${names.join(", ")}, or declare the deployment ${name}.`,
    });
  }
}
