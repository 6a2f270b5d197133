import { defineRule } from "../../src/engine/rule.ts";
import type { Kind } from "../../src/model/kinds.ts";
import type { Resource } from "../../src/model/resource.ts";
import { orDefault, type Value } from "../../src/model/value.ts";

/** The attributes that protect, with their values from the weakest to the strongest. */
const protections = {
  workspace: {
    publicAccess: [true, false],
    isolationMode: ["Disabled", "AllowInternetOutbound", "AllowOnlyApprovedOutbound"],
    encryption: [false, true],
  },
  "compute.cluster": { publicIp: [true, false], localAuth: [true, false] },
  "compute.instance": { publicIp: [true, false], localAuth: [true, false] },
  "inference.cluster": { ssl: [false, true] },
  "endpoint.online": { publicAccess: [true, false] },
  "kubernetes.cluster": { privateApiServer: [false, true], rbac: [false, true] },
  "storage.account": {
    publicAccess: [true, false],
    defaultAction: ["Allow", "Deny"],
    publicBlobs: [true, false],
    minimumTls: ["TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3"],
    httpsOnly: [false, true],
    sharedKeys: [true, false],
    blobSoftDelete: [false, true],
  },
  "key-vault": {
    purgeProtection: [false, true],
    rbac: [false, true],
    publicAccess: [true, false],
    defaultAction: ["Allow", "Deny"],
  },
  registry: { adminUser: [true, false], anonymousPull: [true, false], publicAccess: [true, false] },
  insights: { localAuth: [true, false] },
} as const satisfies Partial<Record<Kind, Readonly<Record<string, readonly unknown[]>>>>;

type Protected = keyof typeof protections;

export default defineRule({
  on: Object.keys(protections) as Protected[],
  title: "Production is protected less than another environment",
  severity: { production: "warning", "non-production": "off", unclassified: "off" },
  tierBound: true,
  precision: "high",
  securitySeverity: 6,
  sources: ["terraform", "arm"],
  tags: ["security", "environments"],
  check(resource, context) {
    if (context.environment.tier !== "production") return;
    const others = context.siblings
      .filter((sibling) => sibling.tier === "non-production")
      .map((sibling) => ({ name: sibling.name, resource: context.inEnvironment(sibling) }));
    for (const [attribute, order] of Object.entries(protections[resource.kind])) {
      const own = rankOf(resource, attribute, order);
      const stronger = others.find((other) => other.resource && rankOf(other.resource, attribute, order) > own);
      if (own < 0 || !stronger?.resource) continue;
      context.rest(attributeOf(stronger.resource, attribute));
      const key = attribute as never;
      context.report({
        attribute: key,
        message: `${context.subject} is protected less in ${context.environment.name} than in ${stronger.name}: ${context.state(key)}.`,
        help: `Set ${context.setting(key, wordOf(stronger.resource, attribute))} in ${context.environment.name}, as in ${stronger.name}.`,
      });
    }
  },
});

/** How strong the value in force is; -1 where that is not known. */
function rankOf(resource: Resource, attribute: string, order: readonly unknown[]): number {
  if (resource.existing || !resource.existence.certain) return -1;
  const value = orDefault(attributeOf(resource, attribute));
  return value.state === "known" ? order.indexOf(value.value) : -1;
}

function attributeOf(resource: Resource, attribute: string): Value<unknown> {
  return (resource.attributes as unknown as Readonly<Record<string, Value<unknown>>>)[attribute]!;
}

function wordOf(resource: Resource, attribute: string): unknown {
  const value = orDefault(attributeOf(resource, attribute));
  return value.state === "known" ? value.value : undefined;
}
