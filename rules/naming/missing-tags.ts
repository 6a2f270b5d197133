import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: [
    ...(["workspace", "workspace.project", "compute.cluster", "compute.instance", "endpoint.online"] as const),
    ...(["endpoint.batch", "kubernetes.cluster", "storage.account", "key-vault", "registry", "insights"] as const),
    ...(["identity", "resource-group", "virtual-network", "network.security-group", "private-endpoint"] as const),
    ...(["public-ip", "load-balancer"] as const),
  ],
  title: "A resource lacks tags that the house requires",
  severity: { production: "warning", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  sources: ["terraform", "arm"],
  tags: ["conventions"],
  options: { tags: { holds: "strings", description: "The names of the tags that every resource must have." } },
  check(resource, context) {
    const required = context.listOption("tags");
    if (required === undefined || !judged.has(resource.source)) return;
    const { tags } = resource.attributes;
    if (resource.source === "azapi" && tags.state === "absent") {
      context.undecided("the azapi provider may add default tags");
    }
    const names = new Set([...(context.written(tags)?.keys() ?? new Set<string>())].map((name) => name.toLowerCase()));
    const missing = required.filter((name) => !names.has(name.toLowerCase()));
    if (missing.length === 0) return;
    const list = missing.join(", ");
    context.report({
      attribute: "tags",
      message: `${context.subject} lacks the ${missing.length === 1 ? "tag" : "tags"} ${list}.`,
      help: `Add ${list} to ${context.name("tags")}.`,
    });
  },
});

/** Languages in which each resource has tags of its own. */
const judged: ReadonlySet<string> = new Set(["azurerm", "azapi", "arm"]);
