import table from "./azurerm-versions.json" with { type: "json" };

/** The versions of azurerm whose schemas are known, oldest first: the last of each major version. */
export const azurermVersions: readonly string[] = ["3.117.1", "4.81.0", "5.2.0"];

/** An attribute that only some versions have. */
export interface TellingAttribute {
  readonly path: readonly string[];
  readonly from?: string;
  readonly before?: string;
}

type Ranges = Readonly<Record<string, { readonly from?: string; readonly before?: string }>>;

const tables: Readonly<Record<string, Ranges>> = table.resources;
const read = new Map<string, readonly TellingAttribute[]>();

/** The attributes of a resource type that tell which versions can be meant. */
export function attributesThatTellVersions(type: string): readonly TellingAttribute[] {
  const known = read.get(type);
  if (known) return known;
  const attributes = Object.entries(tables[type] ?? {}).map(([path, range]) => ({ path: path.split("."), ...range }));
  read.set(type, attributes);
  return attributes;
}
