import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

type Compute = Resource<"compute.cluster"> | Resource<"compute.instance">;

export default defineRule({
  on: "workspace",
  title: "The computes of a private workspace lie in no network",
  severity: { production: "warning", "non-production": "off", unclassified: "note" },
  precision: "high",
  securitySeverity: 6,
  sources: ["terraform", "arm", "command", "azureml"],
  tags: ["security", "network"],
  check(workspace, context) {
    if (context.known(workspace.attributes.publicAccess) !== false) return;
    if (context.known(workspace.attributes.isolationMode) !== "Disabled") return;
    const outside = computeWithoutSubnet(workspace, context);
    if (!outside) return;
    context.report({
      attribute: "isolationMode",
      at: workspace.header,
      message: `${context.subject} is closed to the internet, yet its compute ${outside.identity.address} lies in no network: it has no subnet, and the workspace no managed network.`,
      help: `Give the workspace a managed network with ${context.setting("isolationMode", "AllowOnlyApprovedOutbound")}, or each of its computes a subnet.`,
    });
  },
});

function computeWithoutSubnet(workspace: Resource, context: Context<"workspace">): Compute | undefined {
  const computes: readonly Compute[] = [
    ...context.pointingTo(workspace, "compute.cluster", "workspace"),
    ...context.pointingTo(workspace, "compute.instance", "workspace"),
  ];
  const outside = computes.find(({ attributes }) => attributes.subnet.state === "absent");
  return outside ?? computes.find(({ attributes }) => context.written(attributes.subnet) === undefined);
}
