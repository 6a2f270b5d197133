import type { Kind } from "../model/kinds.ts";
import type { Reference, Text } from "../model/reference.ts";
import type { Resource } from "../model/resource.ts";
import { harmlessInLog } from "./harmless.ts";
import type { TreeOptions } from "./model-tree.ts";

/** What attributes that name others mean by a name alone. */
const kindsByAttribute: Readonly<Record<string, readonly Kind[]>> = {
  account: ["storage.account"],
  applicationInsights: ["insights"],
  attachment: ["attachment"],
  cluster: ["kubernetes.cluster"],
  compute: ["attachment"],
  containerRegistry: ["registry"],
  endpoint: ["endpoint.online", "endpoint.batch"],
  group: ["resource-group"],
  hub: ["workspace"],
  identity: ["identity"],
  keyVault: ["key-vault"],
  network: ["virtual-network"],
  securityGroup: ["network.security-group"],
  storageAccount: ["storage.account"],
  subnet: ["subnet"],
  vault: ["key-vault"],
  workspace: ["workspace"],
};

/** What an address or an id may mean. */
const linkedKinds: readonly Kind[] = [
  ...(["workspace", "workspace.project", "compute.cluster", "compute.instance", "attachment"] as const),
  ...(["endpoint.online", "endpoint.batch", "kubernetes.cluster", "kubernetes.pool", "extension"] as const),
  ...(["storage.account", "key-vault", "key", "registry", "insights", "identity", "role.definition"] as const),
  ...(["resource-group", "subscription", "management-group", "virtual-network", "subnet"] as const),
  ...(["network.security-group", "private-endpoint", "dns-zone"] as const),
];

/** A reference with the resource that it leads to. */
export function linkWords(
  attribute: string,
  reference: Reference,
  resource: Resource,
  { links, style }: TreeOptions,
): string {
  const kinds = kindsByAttribute[attribute] ?? (reference.by === "name" ? [] : linkedKinds);
  const found = kinds.flatMap((kind) => {
    const resolution = links.resolve(reference, resource, resource.environment, kind);
    return resolution.state === "found" ? resolution.resources : [];
  });
  const [target] = found;
  if (!target) return writtenWords(reference);
  const { root, address } = target.identity;
  const where = root === resource.identity.root ? "" : style.faint(` of ${root === "" ? "." : harmlessInLog(root)}`);
  return `${style.marks.to} ${harmlessInLog(address)}${where}`;
}

function writtenWords(reference: Reference): string {
  if (reference.by === "address") return harmlessInLog(`${reference.target.address}.${reference.target.attribute}`);
  if (reference.by === "name") return textWords(reference.name);
  return `${harmlessInLog(reference.id.type)} ${reference.id.names.map(textWords).join("/")}`;
}

function textWords(text: Text): string {
  return harmlessInLog(text.map((piece) => (typeof piece === "string" ? piece : "…")).join(""));
}
