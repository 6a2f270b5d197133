import { type Context, defineRule } from "../../src/engine/rule.ts";
import { routerServiceType, settingOf, workloadOf } from "../../src/model/extension-settings.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "extension",
  title: "An internal load balancer where there can be none",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    const provider = settingOf(extension, "internalLoadBalancerProvider");
    const name = context.written(provider);
    if (name === undefined || context.known(workloadOf(extension, "inference")) !== true) return;
    const problem = problemOf(name, extension, context);
    if (problem === undefined) return;
    context.report({
      attribute: "settings",
      at: provider,
      part: "internalLoadBalancerProvider",
      message: `${context.subject} sets internalLoadBalancerProvider to "${name}"${problem.because}.`,
      help: problem.help,
    });
  },
});

interface Misuse {
  readonly because: string;
  readonly help: string;
}

function problemOf(name: string, extension: Resource<"extension">, context: Context<"extension">): Misuse | undefined {
  if (name.toLowerCase() !== "azure") {
    return {
      because: ", which counts as no internal load balancer at all: the router becomes public",
      help: "Write azure, the only provider there is, or remove the setting.",
    };
  }
  const type = context.glimpse(routerServiceType(extension));
  if (type === "nodePort" || type === "clusterIP") {
    context.rest(settingOf(extension, "inferenceRouterServiceType"));
    return {
      because: `, and inferenceRouterServiceType is ${type}, which has no load balancer`,
      help: "Remove internalLoadBalancerProvider, or set inferenceRouterServiceType to loadBalancer.",
    };
  }
  if (context.known(extension.attributes.clusterType) === "connectedClusters") {
    return {
      because: " on a cluster that Azure Arc connects, and only AKS has internal load balancers of Azure",
      help: "Remove internalLoadBalancerProvider, and set inferenceRouterServiceType to nodePort or clusterIP where the cluster has no load balancer of its own.",
    };
  }
  context.known(routerServiceType(extension));
  return undefined;
}
