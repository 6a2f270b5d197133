import { isSameRegion } from "../../data/regions.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [
    ...(["workspace", "workspace.project", "compute.cluster", "compute.instance", "inference.cluster"] as const),
    ...(["endpoint.online", "endpoint.batch", "kubernetes.cluster", "storage.account", "key-vault"] as const),
    ...(["registry", "insights", "identity", "resource-group", "virtual-network"] as const),
    ...(["network.security-group", "private-endpoint", "public-ip", "load-balancer"] as const),
  ],
  title: "A resource in a region that the house does not allow",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["conventions"],
  options: { regions: { holds: "strings", description: "The regions in which resources may be." } },
  check(resource, context) {
    const regions = context.listOption("regions");
    if (regions === undefined) return;
    const location = context.written(resource.attributes.location);
    if (location === undefined || isSameRegion(location, "global")) return;
    if (regions.some((region) => isSameRegion(region, location))) return;
    context.report({
      attribute: "location",
      message: `${context.subject} is in ${location}, and only ${regions.join(", ")} may be used.`,
      help: `Set ${context.name("location")} to ${regions.length === 1 ? regions[0] : `one of ${regions.join(", ")}`}.`,
    });
  },
});
