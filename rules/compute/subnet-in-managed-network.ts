import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "A subnet in a workspace that has a managed network",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
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
    });
  },
});
