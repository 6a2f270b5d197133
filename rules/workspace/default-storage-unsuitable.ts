import { type Context, defineRule } from "../../src/engine/rule.ts";
import type { Resource } from "../../src/model/resource.ts";

const kindsWithoutFilesOrBlobs = new Set(["BlobStorage", "FileStorage", "BlockBlobStorage"]);

export default defineRule({
  on: "workspace",
  title: "The default storage of a workspace is of a kind it cannot use",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness"],
  check(workspace, context) {
    for (const account of context.follow(workspace.attributes.storageAccount, "storage.account")) {
      const defect = defectOf(account, workspace, context);
      if (defect === undefined) continue;
      context.report({
        attribute: "storageAccount",
        message: `${context.subject} has ${account.identity.address} as its default storage, which ${defect}; a workspace cannot use that.`,
        help: "Use a general-purpose v2 account in the tier Standard without a hierarchical namespace; attach a data lake as a datastore.",
      });
    }
  },
});

/** The first defect that is certain; where there is none, an unknown attribute ends the check. */
function defectOf(
  { attributes }: Resource<"storage.account">,
  workspace: Resource<"workspace">,
  context: Context<"workspace">,
): string | undefined {
  const flavor = context.glimpse(attributes.flavor);
  if (flavor !== undefined && kindsWithoutFilesOrBlobs.has(flavor)) {
    context.rest(attributes.flavor);
    return `is of the kind ${flavor}`;
  }
  if (context.glimpse(attributes.tier)?.startsWith("Premium")) {
    context.rest(attributes.tier);
    return "is of the tier Premium";
  }
  if (context.known(attributes.hierarchicalNamespace) === true) {
    // A feature store materializes into its default storage as a data lake.
    if (context.known(workspace.attributes.flavor) !== "FeatureStore") return "has a hierarchical namespace";
  }
  context.known(attributes.tier);
  context.known(attributes.flavor);
  return undefined;
}
