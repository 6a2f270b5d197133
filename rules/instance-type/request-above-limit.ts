import { defineRule } from "../../src/engine/rule.ts";
import type { RawQuantity } from "../../src/model/kinds.ts";
import { parseQuantity } from "../../src/model/quantity.ts";

const pairs = [
  { name: "cpu", request: "cpuRequest", limit: "cpuLimit" },
  { name: "memory", request: "memoryRequest", limit: "memoryLimit" },
] as const;

export default defineRule({
  on: "instance-type",
  title: "An instance type requests more than its limit",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["kubernetes", "arm", "terraform", "azureml"],
  tags: ["correctness"],
  check(type, context) {
    const { attributes } = type;
    for (const { name, request, limit } of pairs) {
      const requested = context.glimpse(attributes[request]);
      const limited = context.glimpse(attributes[limit]);
      if (requested === undefined || limited === undefined || !isAbove(requested, limited)) continue;
      context.rest(attributes[limit]);
      context.report({
        attribute: request,
        message: `${context.subject} requests ${name} of ${requested}, which is above its limit of ${limited}, so that Kubernetes refuses its pods.`,
        help: `Lower the request of ${name} to ${limited} or less, or raise the limit.`,
      });
    }
    for (const { request, limit } of pairs) {
      context.known(attributes[request]);
      context.known(attributes[limit]);
    }
  },
});

function isAbove(requested: RawQuantity, limited: RawQuantity): boolean {
  const [request, limit] = [parseQuantity(String(requested)), parseQuantity(String(limited))];
  return request !== undefined && limit !== undefined && limit > 0 && request > limit;
}
