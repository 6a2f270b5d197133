import { expect, test } from "vitest";
import schemaOfArm from "../../data/arm-schema.json" with { type: "json" };
import type { Field } from "../../src/parsers/mapping/field.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Surface } from "../../src/parsers/mapping/surface.ts";

/** What every resource has, and where our readers of ARM and azapi say what a resource belongs to. */
const everywhere = new Set(["name", "id", "parent", "parent_id", "scope", "location", "tags"]);

/** Free keys of maps, which no schema names, and spellings that only other sources know. */
const freeKeys = [
  "properties.addonprofiles.omsagent.enabled",
  "properties.properties.instancetypes.node_selector",
  "properties.properties.instancetypes.resources.requests.",
  "properties.properties.instancetypes.resources.limits.",
];

/** What a name or identity is looked for under, though this type has none. */
const neverThere = new Set([
  "Microsoft.ContainerService/managedClusters properties.agentpoolprofiles.id",
  "Microsoft.Kubernetes/connectedClusters identity.userassignedidentities",
  "Microsoft.KubernetesConfiguration/extensions identity.userassignedidentities",
]);

/** Types that rules need and no collected model holds; their properties come from the reference of Azure. */
const withoutSchema = [
  "Microsoft.Authorization/locks",
  "Microsoft.Authorization/roleAssignments",
  "Microsoft.Authorization/roleDefinitions",
  "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
  "Microsoft.Insights/diagnosticSettings",
  "Microsoft.KeyVault/vaults/keys",
  "Microsoft.ManagedIdentity/userAssignedIdentities",
  "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
  "Microsoft.Management/managementGroups",
  "Microsoft.Network/loadBalancers",
  "Microsoft.Network/networkSecurityGroups",
  "Microsoft.Network/networkSecurityGroups/securityRules",
  "Microsoft.Network/privateDnsZones",
  "Microsoft.Network/privateEndpoints",
  "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
  "Microsoft.Network/publicIPAddresses",
  "Microsoft.Network/virtualNetworks",
  "Microsoft.Network/virtualNetworks/subnets",
  "Microsoft.Resources/resourceGroups",
  "Microsoft.Storage/storageAccounts/blobServices",
  "Microsoft.Storage/storageAccounts/blobServices/containers",
  "parameter",
];

const schemas = new Map(
  Object.entries(schemaOfArm.types as Readonly<Record<string, readonly string[]>>).map(([type, paths]) => [
    type.toLowerCase(),
    new Set(paths.map((path) => path.toLowerCase())),
  ]),
);

const read = mappings.flatMap(({ surfaces }) =>
  ([surfaces.arm ?? []].flat() as Surface[]).flatMap((surface) =>
    ([surface.type].flat() as string[]).flatMap((type) =>
      (Object.values(surface.attributes) as Field<unknown>[]).flatMap((field) =>
        field.paths.map((path) => {
          const whole = [...(surface.each ? surface.each.path.split(".") : []), ...path];
          return { type, path: whole.join(".").toLowerCase() };
        }),
      ),
    ),
  ),
);

test("every property that is read from ARM is one that its type has", () => {
  const unknown = read
    .filter(({ type, path }) => schemas.get(type.toLowerCase())?.has(path) === false)
    .filter(({ type, path }) => !everywhere.has(path) && !neverThere.has(`${type} ${path}`))
    .filter(({ path }) => !freeKeys.some((free) => path.startsWith(free)))
    .map(({ type, path }) => `${type} ${path}`);
  expect(unknown).toEqual([]);
});

test("the types that no schema was collected of are known", () => {
  const missing = new Set(read.map(({ type }) => type).filter((type) => !schemas.has(type.toLowerCase())));
  expect([...missing].sort()).toEqual(withoutSchema);
});
