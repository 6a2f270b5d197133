import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { lintFiles } from "../../scripts/example.ts";
import { kindsOf } from "../../src/engine/rule.ts";
import type { Kind } from "../../src/model/kinds.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Surface } from "../../src/parsers/mapping/surface.ts";

/** A rule about what resources of many kinds have alike; its page shows it of one. */
interface Broad {
  readonly id: string;
  readonly attribute: string;
  readonly terraform: string;
  readonly arm: Readonly<Record<string, unknown>>;
  readonly configuration?: string;
}

const identityId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/ml/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ml";

const broad: readonly Broad[] = [
  {
    id: "naming/missing-tags",
    attribute: "tags",
    terraform: 'tags = { owner = "ml" }',
    arm: { tags: { owner: "ml" } },
    configuration: "rules:\n  naming/missing-tags:\n    options:\n      tags: [cost-center]\n",
  },
  {
    id: "naming/region-not-allowed",
    attribute: "location",
    terraform: 'location = "eastus"',
    arm: { location: "eastus" },
    configuration: "rules:\n  naming/region-not-allowed:\n    options:\n      regions: [westeurope]\n",
  },
  {
    id: "identity/ids-missing",
    attribute: "identityType",
    terraform: 'identity {\n    type = "UserAssigned"\n  }',
    arm: { identity: { type: "UserAssigned" } },
  },
  {
    id: "identity/ids-unexpected",
    attribute: "identityIds",
    terraform: `identity {\n    type         = "SystemAssigned"\n    identity_ids = ["${identityId}"]\n  }`,
    arm: { identity: { type: "SystemAssigned", userAssignedIdentities: { [identityId]: {} } } },
  },
];

/** What tells one kind from others of the same type in ARM. */
const telling: Readonly<Partial<Record<Kind, Readonly<Record<string, unknown>>>>> = {
  "compute.cluster": { properties: { computeType: "AmlCompute" } },
  "compute.instance": { properties: { computeType: "ComputeInstance" } },
  "inference.cluster": { properties: { computeType: "AKS" } },
  attachment: { properties: { computeType: "Kubernetes" } },
  "workspace.project": { kind: "Project" },
};

type Row = readonly [name: string, rule: Broad, kind: Kind, files: Readonly<Record<string, string>>];

function rowsOf(rule: Broad): Row[] {
  const kinds = kindsOf(rules.find(({ id }) => id === rule.id)!);
  return kinds.flatMap((kind) => {
    const surfaces = mappings.find((mapping) => mapping.kind === kind)?.surfaces ?? {};
    return [
      ...typesWriting(surfaces.azurerm, rule.attribute).map((type): Row => {
        const files = { "main.tf": `resource "${type}" "ml" {\n  name = "ml-one"\n  ${rule.terraform}\n}\n` };
        return [`${rule.id}: ${kind} as ${type}`, rule, kind, files];
      }),
      ...typesWriting(surfaces.arm, rule.attribute).map((type): Row => {
        const files = { "main.json": template(type, { ...telling[kind], ...rule.arm }) };
        return [`${rule.id}: ${kind} as ${type}`, rule, kind, files];
      }),
    ];
  });
}

function typesWriting(written: Surface | readonly Surface[] | undefined, attribute: string): string[] {
  const surfaces = (written === undefined ? [] : [written].flat()) as readonly Surface[];
  return surfaces
    .filter(({ attributes, each }) => {
      const fields = attributes as Readonly<Record<string, { readonly paths: readonly unknown[] } | undefined>>;
      return each === undefined && (fields[attribute]?.paths.length ?? 0) > 0;
    })
    .flatMap(({ type }) => type);
}

function template(type: string, content: Readonly<Record<string, unknown>>): string {
  const name = type
    .split("/")
    .slice(1)
    .map(() => "ml-one")
    .join("/");
  return JSON.stringify({
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources: [{ type, apiVersion: "2024-10-01", name, ...content }],
  });
}

describe("a rule about what many kinds have alike reports each of them", () => {
  test.each(broad.flatMap(rowsOf))("%s", async (_, { id, configuration }, kind, files) => {
    const { findings } = await lintFiles({ ...files, ...(configuration && { "ml-lint.yaml": configuration }) });
    expect(findings.filter(({ rule }) => rule === id).map(({ resource }) => resource?.kind)).toEqual([kind]);
  });

  test.each(broad.map((rule) => [rule.id, rule] as const))("%s, in Terraform or ARM", (id, rule) => {
    const kinds = kindsOf(rules.find((one) => one.id === id)!);
    expect([...new Set(rowsOf(rule).map(([, , kind]) => kind))].sort()).toEqual([...kinds].sort());
  });
});
