import type { Kind } from "./kinds.ts";
import type { Links } from "./links.ts";
import type { Reference } from "./reference.ts";
import type { Resource } from "./resource.ts";

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
  primaryIdentity: ["identity"],
  securityGroup: ["network.security-group"],
  serverlessSubnet: ["subnet"],
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

/** The resource that an attribute leads to, if it was read and is certain. */
export function linkTarget(
  attribute: string,
  reference: Reference,
  resource: Resource,
  links: Links,
): Resource | undefined {
  const kinds = kindsByAttribute[attribute] ?? (reference.by === "name" ? [] : linkedKinds);
  for (const kind of kinds) {
    const resolution = links.resolve(reference, resource, resource.environment, kind);
    if (resolution.state === "found") return resolution.resources[0];
  }
  return undefined;
}
