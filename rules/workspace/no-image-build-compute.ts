import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  on: "workspace",
  title: "No compute builds images for a private registry",
  severity: { production: "warning", "non-production": "note", unclassified: "note" },
  precision: "high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness", "network"],
  check(workspace, context) {
    if (context.known(workspace.attributes.imageBuildCompute)) return;
    for (const registry of context.follow(workspace.attributes.containerRegistry, "registry")) {
      if (context.known(registry.attributes.publicAccess) !== false) continue;
      context.report({
        attribute: "imageBuildCompute",
        message: `${context.subject} names no compute that builds images, and its registry ${registry.identity.address} is private, so that the registry's own builders cannot push to it.`,
        help: `Name a CPU cluster of the workspace in ${context.name("imageBuildCompute")}.`,
      });
    }
  },
});
