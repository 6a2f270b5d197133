import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: ["public-ip", "load-balancer"],
  title: "A Basic public IP or load balancer",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "unsafe",
  sources: ["terraform", "arm"],
  tags: ["retirement"],
  check(resource, context) {
    if (context.known(resource.attributes.sku) !== "Basic") return;
    context.report({
      attribute: "sku",
      message: `${context.subject} is of the Basic SKU, which Azure retired on 30 September 2025: ${context.state("sku")}.`,
      help: `Set ${context.setting("sku", "Standard")}.`,
      fix: { resource, change: standard(resource) },
    });
  },
});

const sku = { set: "sku", to: "Standard" } as const;

/** Addresses of the Standard SKU are static: Azure refuses any other. */
function standard(resource: Resource<"public-ip" | "load-balancer">) {
  if (resource.kind === "load-balancer") return sku;
  const { allocation } = (resource as Resource<"public-ip">).attributes;
  const isStatic = allocation.state === "known" && allocation.value === "Static";
  return isStatic ? sku : ([sku, { set: "allocation", to: "Static" }] as const);
}
