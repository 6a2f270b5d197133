import { dataFile, type Provenance, readFacts, settleFacts } from "./data-facts.ts";
import type { Mode } from "./repository.ts";

interface FactType {
  readonly properties: readonly { readonly path: string }[];
}

const provenance: Provenance = {
  source: "request models of the management SDKs on PyPI, such as azure-ai-ml 1.35.2 (arm-schema.json)",
  date: "2026-09-01",
  script: "scripts/data-arm.ts",
};

/** Writes which properties the types of Azure have, for the tests of the mapping tables. */
export function main(mode: Mode): number {
  const make = () => {
    const { types } = readFacts<{ readonly types: Readonly<Record<string, FactType>> }>("arm-schema.json");
    const paths = Object.entries(types).map(([type, { properties }]) => [
      type,
      [...new Set(properties.map(pathOf))].sort(),
    ]);
    return new Map([["data/arm-schema.json", dataFile(provenance, { types: Object.fromEntries(paths) })]]);
  };
  return settleFacts(mode, "arm-schema.json", make, "node scripts/run.js data-arm");
}

/** Lists and maps are marked in the facts; the tables step into them by name alone. */
function pathOf({ path }: { readonly path: string }): string {
  return path.replaceAll(/\[\]|\{\}/g, "");
}
