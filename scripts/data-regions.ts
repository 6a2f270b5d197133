import { dataFile, type Provenance, readFacts, settleFacts } from "./data-facts.ts";
import type { Mode } from "./repository.ts";

/** `modules/cached-data/locations.tf.json` of a checkout of Azure/terraform-azurerm-avm-utl-regions. */
const locations = process.env["ML_LINT_REGIONS"] ?? "locations.tf.json";

interface Location {
  readonly name: string;
  readonly displayName: string;
  readonly metadata: {
    readonly regionType: string;
    readonly pairedRegion?: readonly { readonly name: string }[];
  };
  readonly availabilityZoneMappings?: readonly unknown[] | null;
}

interface Facts {
  readonly locals: { readonly locations_cached: { readonly value: readonly Location[] } };
}

const provenance: Provenance = {
  source: "answer of Azure's list of locations, as kept by Azure/terraform-azurerm-avm-utl-regions at 9064b20",
  date: "2026-08-21",
  script: "scripts/data-regions.ts",
};

/** Writes the regions of Azure, how many availability zones each has and which one it is paired with. */
export function main(mode: Mode): number {
  const make = () => {
    const { value } = readFacts<Facts>(locations).locals.locations_cached;
    const regions = value.filter(({ metadata }) => metadata.regionType === "Physical").map(rowOf);
    regions.sort((a, b) => (a.name < b.name ? -1 : 1));
    return new Map([["data/regions.json", dataFile(provenance, { regions })]]);
  };
  return settleFacts(mode, locations, make, "node scripts/run.js data-regions");
}

function rowOf({ name, displayName, metadata, availabilityZoneMappings }: Location) {
  const pair = metadata.pairedRegion?.[0]?.name;
  return { name, display: displayName, zones: availabilityZoneMappings?.length ?? 0, ...(pair && { pair }) };
}
