import table from "./regions.json" with { type: "json" };

/** A region of Azure. */
export interface Region {
  readonly name: string;
  readonly display: string;
  /** How many availability zones it has; 0 in regions without. */
  readonly zones: number;
  /** The region to which Azure replicates what is geo-redundant. */
  readonly pair?: string;
}

const regions = table.regions as readonly Region[];
let byName: ReadonlyMap<string, Region> | undefined;

/** A region as people write it, `westeurope` or `West Europe`; undefined for one that the table does not have. */
export function regionNamed(written: string): Region | undefined {
  byName ??= new Map(regions.map((region) => [region.name, region]));
  return byName.get(plain(written));
}

export function isSameRegion(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(written: string): string {
  return written.replaceAll(" ", "").toLowerCase();
}
