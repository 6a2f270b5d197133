import type { Environment } from "../../model/environment.ts";
import type { Declaration, Existence } from "../../model/resource.ts";
import type { Mapping, Tree } from "../../model/tree.ts";
import { type Names, uniqueAddress } from "../commands/names.ts";

/*
 * The body of an InstanceType is the resource as written: `metadata.name`, `spec.nodeSelector`, `spec.resources`. Each
 * item of an InstanceTypeList is a declaration of its own, of type InstanceType, with the item as its body.
 */

const group = "amlarc.azureml.com/";

export interface KubernetesContext {
  readonly environment: Environment;
  readonly existence: Existence;
  readonly names: Names;
}

/** The instance types of one Kubernetes document; none when it is something else. */
export function declareInstanceTypes(root: Tree, context: KubernetesContext): Declaration[] {
  if (root.form !== "mapping") return [];
  const kind = textOf(root, "kind");
  if (kind === "List") return itemsOf(root).flatMap((item) => declareInstanceTypes(item, context));
  if (!textOf(root, "apiVersion")?.startsWith(group)) return [];
  if (kind === "InstanceType") return [declare(root, context)];
  if (kind === "InstanceTypeList") return itemsOf(root).map((item) => declare(item, context));
  return [];
}

function itemsOf(root: Mapping): Mapping[] {
  const items = root.entries.get("items")?.value;
  return items?.form === "list" ? items.items.filter((item): item is Mapping => item.form === "mapping") : [];
}

function textOf(root: Mapping, key: string): string | undefined {
  const tree = root.entries.get(key)?.value;
  return tree?.form === "leaf" && typeof tree.value === "string" ? tree.value : undefined;
}

function declare(body: Mapping, context: KubernetesContext): Declaration {
  const metadata = body.entries.get("metadata")?.value;
  const name = metadata?.form === "mapping" ? textOf(metadata, "name") : undefined;
  const address = uniqueAddress(context.names, name === undefined ? "InstanceType" : `InstanceType ${name}`);
  return {
    source: "kubernetes",
    type: "InstanceType",
    versions: [],
    identity: { root: body.at.file, module: "", address, block: address },
    environment: context.environment,
    existence: context.existence,
    existing: false,
    at: body.at,
    header: body.header,
    body,
    calls: [],
  };
}
