import { defineRule } from "../../src/engine/rule.ts";

/** What can be attached, by the last part of its type. */
const attachable: Readonly<Record<string, string>> = {
  managedclusters: "Microsoft.ContainerService/managedClusters",
  connectedclusters: "Microsoft.Kubernetes/connectedClusters",
};

/** AKS on own hardware is attached as the connected cluster that it is, too; which id it takes changed over time. */
const onOwnHardware = /^Microsoft\.HybridContainerService\//i;

export default defineRule({
  on: "attachment",
  title: "An attachment whose resource id is no cluster's",
  severity: { production: "error", "non-production": "error", unclassified: "error" },
  precision: "very-high",
  fix: "safe",
  sources: ["terraform", "arm", "azureml", "command"],
  tags: ["correctness"],
  check(attachment, context) {
    const { cluster, clusterId } = attachment.attributes;
    const reference = context.written(cluster);
    if (reference === undefined || reference.by === "address") return;
    if (reference.by === "name") {
      const text = context.known(clusterId);
      if (text === undefined) return;
      context.report({
        attribute: "clusterId",
        message: `${context.subject} attaches "${text}", which is not the resource id of a cluster.`,
        help: `Set ${context.name("clusterId")} to the whole id, such as ${idOf("Microsoft.ContainerService/managedClusters")}.`,
      });
      return;
    }
    const { type } = reference.id;
    const expected = attachable[type.slice(type.lastIndexOf("/") + 1).toLowerCase()];
    if (expected?.toLowerCase() === type.toLowerCase() || onOwnHardware.test(type)) return;
    context.report({
      attribute: "clusterId",
      message: expected
        ? `${context.subject} attaches an id of the type ${type}, which does not exist: ${lastOf(expected)} belong to ${expected.split("/")[0]}.`
        : `${context.subject} attaches an id of the type ${type}, which is neither an AKS cluster nor one connected by Azure Arc.`,
      help: expected
        ? `Write ${idOf(expected)} in ${context.name("clusterId")}.`
        : `Set ${context.name("clusterId")} to ${Object.values(attachable).map(idOf).join(" or ")}.`,
      fix: expected ? { replace: clusterId, part: type, by: expected } : undefined,
    });
  },
});

function idOf(type: string): string {
  return `…/providers/${type}/NAME`;
}

function lastOf(type: string): string {
  return type.slice(type.lastIndexOf("/") + 1);
}
