import { dataFile, type Provenance, readFacts, settleFacts } from "./data-facts.ts";
import type { Mode } from "./repository.ts";

interface FactRole {
  readonly name: string;
  readonly id: string;
  readonly class: string;
  readonly privileged: boolean;
  readonly aliases?: readonly string[];
}

const provenance: Provenance = {
  source: "azure-docs articles/role-based-access-control/built-in-roles.md 2026-04-09 (builtin-roles.json)",
  date: "2026-04-09",
  script: "scripts/data-roles.ts",
};

/** Writes the built-in roles that matter around Azure ML. */
export function main(mode: Mode): number {
  const make = () => {
    const { roles } = readFacts<{ readonly roles: readonly FactRole[] }>("builtin-roles.json");
    const rows = [...roles].sort((a, b) => (a.name < b.name ? -1 : 1)).map(rowOf);
    return new Map([["data/roles.json", dataFile(provenance, { roles: rows })]]);
  };
  return settleFacts(mode, "builtin-roles.json", make, "node scripts/run.js data-roles");
}

function rowOf({ name, id, class: what, privileged, aliases }: FactRole): object {
  return { name, id, class: what, ...(privileged && { privileged }), ...(aliases && { aliases }) };
}
