import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

const subresource = "amlworkspace";
const workspaceType = "microsoft.machinelearningservices/workspaces";

export default defineRule({
  on: "private-endpoint",
  title: "A private endpoint asks a workspace for a sub-resource it lacks",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm"],
  tags: ["correctness", "network"],
  check(endpoint, context) {
    const items = context.known(endpoint.attributes.subresources);
    const wrong = items?.find((item) => context.glimpse(item)?.toLowerCase() !== subresource);
    if (!wrong || !leadsToWorkspace(endpoint, context)) return;
    context.report({
      attribute: "subresources",
      at: wrong,
      message: `${context.subject} asks a workspace for the sub-resource "${context.known(wrong)}", and the only one it has is "${subresource}".`,
      help: `Write ${context.name("subresources")} with "${subresource}" alone.`,
      fix: items?.length === 1 ? { replace: wrong, by: subresource } : undefined,
    });
  },
});

function leadsToWorkspace(endpoint: Resource<"private-endpoint">, context: Context<"private-endpoint">): boolean {
  const target = context.written(endpoint.attributes.target);
  if (target?.by === "id") return target.id.type.toLowerCase() === workspaceType;
  return context.follow(endpoint.attributes.target, "workspace").length > 0;
}
