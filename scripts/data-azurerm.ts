import { dataFile, type Provenance, readFacts, settleFacts } from "./data-facts.ts";
import type { Mode } from "./repository.ts";

interface FactAttribute {
  readonly mode: string;
  readonly default?: unknown;
  readonly block?: Readonly<Record<string, FactAttribute>>;
}

type FactResources = Readonly<Record<string, { readonly attributes: Readonly<Record<string, FactAttribute>> }>>;

type Facts = Readonly<Record<string, FactResources>>;

const versions = ["3.117.1", "4.81.0", "5.2.0"];

const provenance: Provenance = {
  source:
    "schemas dumped from hashicorp/terraform-provider-azurerm v3.117.1, v4.81.0 and v5.2.0 (terraform-schema.json)",
  date: "2026-08-20",
  script: "scripts/data-azurerm.ts",
};

/** Attributes that came within a major version, which three schemas cannot show; from the upgrade notes. */
const arrivals: Readonly<Record<string, string>> = {
  "azurerm_machine_learning_workspace managed_network.provision_on_creation_enabled": "4.40.0",
  "azurerm_machine_learning_workspace service_side_encryption_enabled": "4.46.0",
  "azurerm_machine_learning_workspace storage_account_access_type": "4.77.0",
  "azurerm_key_vault rbac_authorization_enabled": "4.42.0",
};

/** Writes what the mapping tables and their tests need to know of azurerm's schemas. */
export function main(mode: Mode): number {
  const make = () => {
    const attributes = attributesByResource(readFacts<Facts>("terraform-schema.json"));
    return new Map([
      ["data/azurerm-schema.json", dataFile(provenance, { versions, resources: attributes })],
      ["data/azurerm-versions.json", dataFile(provenance, { resources: tellingAttributes(attributes) })],
    ]);
  };
  return settleFacts(mode, "terraform-schema.json", make, "node scripts/run.js data-azurerm");
}

/** By resource and path, for each version that has it: `required`, `optional`, `computed` or the default. */
type Attributes = Record<string, Record<string, Record<string, unknown>>>;

function attributesByResource(facts: Facts): Attributes {
  const resources: Attributes = {};
  for (const version of versions) {
    for (const [resource, { attributes }] of Object.entries(facts[version]!)) {
      resources[resource] ??= {};
      addAttributes(resources[resource], version, attributes, "");
    }
  }
  return sorted(resources);
}

function addAttributes(
  paths: Record<string, Record<string, unknown>>,
  version: string,
  attributes: Readonly<Record<string, FactAttribute>>,
  prefix: string,
): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.mode === "computed") continue;
    const path = prefix + name;
    paths[path] ??= {};
    paths[path][version] = "default" in attribute ? { default: attribute.default } : attribute.mode;
    if (attribute.block) addAttributes(paths, version, attribute.block, `${path}.`);
  }
}

/** By resource, the attributes that only some versions have, from the first that has them to the first that has not. */
function tellingAttributes(attributes: Attributes): Record<string, Record<string, { from?: string; before?: string }>> {
  const telling: Record<string, Record<string, { from?: string; before?: string }>> = {};
  for (const [resource, paths] of Object.entries(attributes)) {
    const present = versions.filter((version) => Object.values(paths).some((byVersion) => version in byVersion));
    for (const [path, byVersion] of Object.entries(paths)) {
      const having = present.filter((version) => version in byVersion);
      if (having.length === present.length) continue;
      telling[resource] ??= {};
      telling[resource][path] = rangeOf(having, present, arrivals[`${resource} ${path}`]);
    }
  }
  return telling;
}

function rangeOf(having: readonly string[], present: readonly string[], arrival: string | undefined) {
  const first = having[0]!;
  const next = present[present.indexOf(having.at(-1)!) + 1];
  return {
    ...(first !== present[0] && { from: arrival ?? majorOf(first) }),
    ...(next !== undefined && { before: majorOf(next) }),
  };
}

function majorOf(version: string): string {
  return `${version.split(".")[0]}.0.0`;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
