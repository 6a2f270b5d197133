import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

const ownNamespace = "azureml";

export default defineRule({
  on: "extension",
  title: "The extension outside of its namespace or for one namespace only",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    const { attributes } = extension;
    const target = context.written(attributes.targetNamespace);
    const scope = context.written(attributes.scope);
    if (scope === "namespace" || target !== undefined) {
      context.report({
        attribute: target === undefined ? "scope" : "targetNamespace",
        message: `${context.subject} asks for the scope of ${target === undefined ? "a namespace" : `the namespace "${target}"`}, and the AzureML extension installs for the whole cluster only.`,
        help: advice(extension, target !== undefined, context),
        fix: clusterWide(extension, scope, target),
      });
      return;
    }
    const namespace = context.written(attributes.releaseNamespace);
    if (namespace === undefined || namespace === ownNamespace) return;
    context.report({
      attribute: "releaseNamespace",
      message: `${context.subject} wants to be released into the namespace "${namespace}", and the AzureML extension lives in ${ownNamespace} only.`,
      help: `Set ${context.setting("releaseNamespace", ownNamespace)}, or leave it out.`,
      fix: { set: "releaseNamespace", to: ownNamespace },
    });
  },
});

function advice(extension: Resource<"extension">, hasTarget: boolean, context: Context<"extension">): string {
  const remove = `Remove ${context.name("targetNamespace")}`;
  if (extension.source === "azurerm") return `${remove}.`;
  if (extension.source !== "command") return "Remove namespace from the scope.";
  const clusterWide = context.setting("scope", "cluster");
  return hasTarget ? `${remove} and write ${clusterWide}.` : `Write ${clusterWide}.`;
}

/** A command says the scope itself; elsewhere it follows from whether a namespace is written. */
function clusterWide({ source }: Resource, scope: string | undefined, target: string | undefined) {
  if (source === "azurerm") return { remove: "targetNamespace" } as const;
  if (source !== "command") return { remove: "targetNamespace", with: "scope" } as const;
  const changes = [];
  if (target !== undefined) changes.push({ remove: "targetNamespace" } as const);
  if (scope === "namespace") changes.push({ set: "scope", to: "cluster" } as const);
  return changes;
}
