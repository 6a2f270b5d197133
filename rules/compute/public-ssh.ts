import type { Context } from "../../src/engine/rule.ts";
import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "The SSH port of compute nodes is open to the internet",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  securitySeverity: 8,
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["security", "network"],
  check(compute, context) {
    const state = context.known(compute.attributes.publicSsh);
    if (state !== "Enabled" && (state !== "NotSpecified" || !isReachable(compute, context))) return;
    const isBlock = compute.source === "azurerm" && compute.kind === "compute.instance";
    context.report({
      attribute: "publicSsh",
      message: isBlock
        ? `${context.subject} opens its SSH port to the internet: it has an ssh block.`
        : `${context.subject} opens its SSH port to the internet: ${context.state("publicSsh")}${state === "Enabled" ? "" : ", which opens it on nodes outside of any network"}.`,
      help: isBlock ? "Remove the ssh block." : `Set ${context.setting("publicSsh", "Disabled")}.`,
      fix: isBlock ? { remove: "publicSsh" } : { set: "publicSsh", to: "Disabled" },
    });
  },
});

type Compute = "compute.cluster" | "compute.instance";

/** Unspecified, Azure closes the port on nodes that a network holds. */
function isReachable({ attributes }: Resource<Compute>, context: Context<Compute>): boolean {
  if (context.known(attributes.localAuth) !== true || context.known(attributes.publicIp) !== true) return false;
  if (context.known(attributes.subnet) !== undefined) return false;
  const workspaces = context.follow(attributes.workspace, "workspace");
  if (workspaces.length === 0) context.undecided("whether the workspace has a managed network was not read");
  return workspaces.every((workspace) => context.known(workspace.attributes.isolationMode) === "Disabled");
}
