import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A subnet in a workspace that has a managed network",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["network", "correctness"],
  check(compute, context) {
    if (context.written(compute.attributes.subnet) === undefined) return;
    const workspaces = context.follow(compute.attributes.workspace, "workspace");
    const managed = workspaces.find((workspace) => context.known(workspace.attributes.isolationMode) !== "Disabled");
    if (managed === undefined) return;
    context.report({
      attribute: "subnet",
      message: `${context.subject} names a subnet although its workspace ${managed.identity.address} has a managed network (${context.known(managed.attributes.isolationMode)}), and Azure ML does not support both together.`,
      help: `Remove ${context.name("subnet")}; the managed network holds the nodes.`,
      fix: withoutSubnet(compute),
    });
  },
});

/** In YAML and commands the network stands beside the subnet, and would be left over. */
function withoutSubnet({ source }: Resource): Fix {
  if (source === "azurerm") return { remove: "subnet" };
  return source === "arm" || source === "azapi" ? { remove: "subnet", with: "subnet" } : undefined;
}

type Fix = { readonly remove: "subnet"; readonly with?: "subnet" } | undefined;
