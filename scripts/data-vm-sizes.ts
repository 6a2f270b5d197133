import { dataFile, type Provenance, readFacts, settleFacts } from "./data-facts.ts";
import type { Mode } from "./repository.ts";

interface FactSize {
  readonly vcpus: number;
  readonly constrainedVcpus?: number;
  readonly memoryGiB: number | null;
  readonly gpus: number | null;
  readonly family: string;
  readonly retirementDate?: string;
}

const provenance: Provenance = {
  source:
    "kubernetes/autoscaler 55c37cd5, Azure/karpenter-provider-azure 352646f5, Azure/EOL 2025-12-18, azure-compute-docs (vm-sizes.json)",
  date: "2026-09-30",
  script: "scripts/data-vm-sizes.ts",
};

/** Writes the table of VM sizes: by family, one line a size, `Standard_` left out. */
export function main(mode: Mode): number {
  const make = () => {
    const { sizes } = readFacts<{ readonly sizes: Readonly<Record<string, FactSize>> }>("vm-sizes.json");
    return new Map([["data/vm-sizes.json", dataFile(provenance, { families: rowsByFamily(sizes) })]]);
  };
  return settleFacts(mode, "vm-sizes.json", make, "node scripts/run.js data-vm-sizes");
}

function rowsByFamily(sizes: Readonly<Record<string, FactSize>>): Record<string, string[]> {
  const families: Record<string, string[]> = {};
  for (const [name, size] of Object.entries(sizes)) {
    families[size.family] ??= [];
    families[size.family]!.push(rowOf(name, size));
  }
  return Object.fromEntries(Object.entries(families).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `DS3_v2 4 14 0 2028-05-01`: name, vCPUs that the guest sees, GiB of memory, GPUs, date of retirement. */
function rowOf(name: string, size: FactSize): string {
  const columns = [
    name.replace(/^Standard_/, ""),
    size.constrainedVcpus ?? size.vcpus,
    size.memoryGiB ?? "-",
    size.gpus ?? "-",
    size.retirementDate ?? "",
  ];
  return columns.join(" ").trimEnd();
}
