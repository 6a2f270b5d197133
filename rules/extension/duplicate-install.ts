import { type Context, defineRule } from "../../src/engine/rule.ts";
import { comparePlaces } from "../../src/model/place.ts";
import type { Resource } from "../../src/model/resource.ts";

type Extension = Resource<"extension">;

export default defineRule({
  on: "extension",
  title: "The extension is installed twice on one cluster",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "high",
  sources: ["terraform", "arm", "command"],
  tags: ["correctness"],
  check(extension, context) {
    if (!installs(extension, context) || !extension.existence.certain) return;
    for (const cluster of context.follow(extension.attributes.cluster, "kubernetes.cluster")) {
      const first = context
        .pointingTo(cluster, "extension", "cluster")
        .filter((other) => installs(other, context) && isEarlier(other, extension))
        .find((other) => isAnother(other, extension, context));
      if (!first) continue;
      context.rest(first.attributes.cluster);
      context.report({
        attribute: "cluster",
        message: `${context.subject} installs the AzureML extension on ${cluster.identity.address}, where ${first.identity.address} in ${first.header.file} installs it, too; a cluster takes one.`,
        help: "Remove one of the two, and keep the settings of both workloads in the other.",
      });
      return;
    }
  },
});

/** An update installs nothing; documentation shows alternatives. */
function installs(extension: Extension, context: Context<"extension">): boolean {
  const isDocumentation = /\.(?:md|markdown)$/i.test(extension.header.file);
  return !isDocumentation && context.glimpse(extension.attributes.update) === false;
}

function isEarlier(a: Extension, b: Extension): boolean {
  const order = comparePlaces(a.header, b.header);
  return order < 0 || (order === 0 && a.identity.address < b.identity.address);
}

/** The same name in two places, such as a script for each shell, is the same installation. */
function isAnother(a: Extension, b: Extension, context: Context<"extension">): boolean {
  if (a.identity.root === b.identity.root && a.source !== "command") return true;
  const [nameA, nameB] = [context.known(a.attributes.name), context.known(b.attributes.name)];
  return nameA?.toLowerCase() !== nameB?.toLowerCase();
}
