import { defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";
import { compareVersions } from "../../src/model/version.ts";

export default defineRule({
  on: ["compute.cluster", "compute.instance"],
  title: "Private nodes without any network",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["network", "correctness"],
  check(compute, context) {
    if (context.known(compute.attributes.publicIp) !== false) return;
    if (context.known(compute.attributes.subnet) !== undefined) return;
    const workspaces = context.follow(compute.attributes.workspace, "workspace");
    if (workspaces.length === 0) context.undecided("whether the workspace has a managed network was not read");
    if (workspaces.some((workspace) => context.known(workspace.attributes.isolationMode) !== "Disabled")) return;
    const refused = isRefused(compute);
    context.report({
      attribute: "publicIp",
      level: refused ? "error" : "warning",
      message: `${context.subject} has neither public IP addresses nor a subnet, and its workspace has no managed network: ${refused ? "the deployment fails" : "its nodes cannot reach the workspace"}.`,
      help: `Set ${context.name("subnet")} to a subnet's id, or give the workspace a managed network.`,
    });
  },
});

/** Azure refuses such instances; azurerm refused such clusters until it dropped its own check. */
function isRefused({ kind, source, version }: Resource): boolean {
  if (kind === "compute.instance") return true;
  return source === "azurerm" && version !== undefined && compareVersions(version, "4.18.0") < 0;
}
