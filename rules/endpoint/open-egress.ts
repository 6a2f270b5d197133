import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

export default defineRule({
  on: "deployment",
  title: "A deployment in a private workspace reaches the internet",
  severity: { production: "error", "non-production": "warning", unclassified: "warning" },
  precision: "high",
  fix: "safe",
  securitySeverity: 6,
  sources: ["terraform", "arm", "azureml"],
  tags: ["security", "network"],
  concerns: (_, context) =>
    context.all("workspace").some((workspace) => mayBePrivateWithoutNetwork(workspace, context)),
  check(deployment, context) {
    const { platform, publicEgress, endpoint } = deployment.attributes;
    if (context.glimpse(publicEgress) === false || context.known(platform) !== "Managed") return;
    const workspace = context
      .follow(endpoint, "endpoint.online")
      .flatMap((online) => context.follow(online.attributes.workspace, "workspace"))
      .find((candidate) => isPrivateWithoutNetwork(candidate, context));
    if (!workspace || context.known(publicEgress) !== true) return;
    context.report({
      attribute: "publicEgress",
      message: `${context.subject} may reach any address on the internet (${context.state("publicEgress")}), and its workspace ${workspace.identity.address} is private.`,
      help: `Set ${context.setting("publicEgress", false)}, or give the workspace a managed network, which then decides for its deployments.`,
      fix: { set: "publicEgress", to: false },
    });
  },
});

/** The same of a workspace of which not everything is known. */
function mayBePrivateWithoutNetwork({ attributes }: Resource<"workspace">, context: Context<"deployment">): boolean {
  if (context.glimpse(attributes.publicAccess) === true) return false;
  const isolation = context.glimpse(attributes.isolationMode);
  return isolation === undefined || isolation === "Disabled";
}

/** Where the workspace has a managed network, that one decides what leaves, and the deployment's own setting does not. */
function isPrivateWithoutNetwork(workspace: Resource<"workspace">, context: Context<"deployment">): boolean {
  if (context.known(workspace.attributes.publicAccess) !== false) return false;
  const isolation = context.known(workspace.attributes.isolationMode);
  return isolation === undefined || isolation === "Disabled";
}
