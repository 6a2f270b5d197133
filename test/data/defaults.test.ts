import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import schemaOfAzurerm from "../../data/azurerm-schema.json" with { type: "json" };
import { azurermVersions } from "../../data/azurerm-versions.ts";
import { type DefaultAnswer, defaults, withoutDefault } from "../../data/defaults.ts";
import type { Kind } from "../../src/model/kinds.ts";
import type { Fallback } from "../../src/model/value.ts";
import { compareVersions } from "../../src/model/version.ts";
import { defaultOf } from "../../src/parsers/mapping/defaults.ts";
import type { Field } from "../../src/parsers/mapping/field.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Surface, SurfaceSource } from "../../src/parsers/mapping/surface.ts";
import { declare, type Plain, treeOf } from "../mapping/trees.ts";

interface Row {
  readonly kind: Kind;
  readonly source: SurfaceSource;
  readonly surface: Surface;
  readonly attribute: string;
  readonly field: Field<unknown>;
}

const rows: readonly Row[] = mappings.flatMap(({ kind, surfaces }) =>
  (Object.entries(surfaces) as [SurfaceSource, Surface | readonly Surface[]][]).flatMap(([source, written]) =>
    ([written].flat() as Surface[]).flatMap((surface) =>
      (Object.entries(surface.attributes) as [string, Field<unknown>][]).map(([attribute, field]) => ({
        kind,
        source,
        surface,
        attribute,
        field,
      })),
    ),
  ),
);

/** Whether a reading of an empty body can be absent for want of writing. */
function canBeAbsent({ field }: Row): boolean {
  if (field.inexpressible !== undefined) return false;
  const declaration = declare("none", {});
  const reading = field.read({ declaration, tree: declaration.body, caseless: false });
  return reading.state === "absent" && reading.meaning === undefined;
}

test("the table of defaults is what its schema says", () => {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  const validate = new Ajv({ allErrors: true }).compile(read("schemas/defaults.schema.json"));
  validate(read("data/defaults.json"));
  expect(validate.errors).toBeNull();
});

test("every attribute that can be absent has an answer, and only one", () => {
  const wrong = new Set<string>();
  for (const row of rows.filter(canBeAbsent)) {
    const answers = defaults[row.kind]?.[row.attribute];
    const nothing = withoutDefault[row.kind]?.includes(row.attribute) ?? false;
    const answered = answers !== undefined && (answers[row.source] ?? answers["*"]) !== undefined;
    if (answered === nothing) wrong.add(`${row.kind}.${row.attribute} from ${row.source}`);
  }
  expect([...wrong]).toEqual([]);
});

test("every answer belongs to an attribute that a source reads", () => {
  const named = new Set(rows.map(({ kind, attribute }) => `${kind}.${attribute}`));
  const answered = [
    ...Object.entries(defaults).flatMap(([kind, byName]) => Object.keys(byName!).map((name) => `${kind}.${name}`)),
    ...Object.entries(withoutDefault).flatMap(([kind, names]) => names!.map((name) => `${kind}.${name}`)),
  ];
  expect(answered.filter((name) => !named.has(name))).toEqual([]);
});

test("the ranges of an attribute's answers end with one for all other versions", () => {
  const open = Object.entries(defaults).flatMap(([kind, byName]) =>
    Object.entries(byName!).flatMap(([name, bySource]) =>
      Object.entries(bySource)
        .filter(([, answers]) => answers.at(-1)!.from !== undefined || answers.at(-1)!.before !== undefined)
        .map(([source]) => `${kind}.${name} from ${source}`),
    ),
  );
  expect(open).toEqual([]);
});

type SchemaEntry = string | { readonly default: unknown };
type Schemas = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, SchemaEntry>>>>>>;

const schemas = schemaOfAzurerm.resources as unknown as Schemas;

/** Types that rules need and the dumped schemas do not hold; their spellings come from the provider's documentation. */
const withoutSchema = new Set([
  "azurerm_client_config",
  "azurerm_federated_identity_credential",
  "azurerm_key_vault_key",
  "azurerm_lb",
  "azurerm_management_group",
  "azurerm_management_lock",
  "azurerm_monitor_diagnostic_setting",
  "azurerm_network_security_group",
  "azurerm_network_security_rule",
  "azurerm_private_dns_zone",
  "azurerm_public_ip",
  "azurerm_resource_group",
  "azurerm_subnet_network_security_group_association",
  "azurerm_subscription",
  "azurerm_virtual_network",
]);

/** Spellings of azurerm 2, which are read in every version. */
const beforeVersion3 = new Set([
  "azurerm_storage_account allow_blob_public_access",
  "azurerm_storage_account_network_rules storage_account_name",
  "azurerm_subnet address_prefix",
]);

const azurermRows = rows
  .filter(({ source, field }) => source === "azurerm" && field.paths.length > 0)
  .flatMap((row) => ([row.surface.type].flat() as string[]).map((type) => ({ ...row, type })));

function schemaPath(row: (typeof azurermRows)[number], path: readonly string[]): string {
  return [...(row.surface.each ? [row.surface.each.path] : []), ...path].join(".");
}

describe("the schemas of azurerm", () => {
  test("are there for every type but the listed ones", () => {
    const missing = new Set(azurermRows.map(({ type }) => type).filter((type) => !(type in schemas)));
    expect([...missing].sort()).toEqual([...withoutSchema].sort());
  });

  test("have every spelling that is read in one of their versions", () => {
    const unknown = azurermRows
      .filter(({ type }) => type in schemas)
      .flatMap((row) => row.field.paths.map((path) => `${row.type} ${schemaPath(row, path)}`))
      .filter((spelling) => {
        const [type, path] = spelling.split(" ") as [string, string];
        return !(path in schemas[type]!) && !beforeVersion3.has(spelling);
      });
    expect(unknown).toEqual([]);
  });

  test("know the versions that are taken for possible", () => {
    expect(schemaOfAzurerm.versions).toEqual(azurermVersions);
  });
});

/** What a schema says of an attribute in a version: the first spelling that the version has. */
function schemaOf(row: (typeof azurermRows)[number], version: string) {
  for (const path of row.field.paths) {
    const entry = schemas[row.type]![schemaPath(row, path)]?.[version];
    if (entry !== undefined) return { path, entry };
  }
  return undefined;
}

/** The value a field reads when the schema's default is written. */
function readDefault(field: Field<unknown>, path: readonly string[], content: unknown): unknown {
  const body = path.reduceRight<Plain>((inner, name) => ({ [name]: inner }), content as Plain);
  const declaration = declare("any", {});
  const reading = field.read({ declaration, tree: treeOf(body) as typeof declaration.body, caseless: false });
  return reading.state === "known" ? reading.value : undefined;
}

function answerFor(row: Row, version: string): DefaultAnswer | undefined {
  const answers = defaults[row.kind]?.[row.attribute];
  return (answers?.[row.source] ?? answers?.["*"])?.find(
    ({ from, before }) =>
      (from === undefined || compareVersions(version, from) >= 0) &&
      (before === undefined || compareVersions(version, before) < 0),
  );
}

function disagreement(row: (typeof azurermRows)[number], version: string): string | undefined {
  const fallback: Fallback<unknown> = defaultOf(row.kind, row.attribute, "azurerm", { version });
  const schema = schemaOf(row, version);
  if (!schema) {
    const fits = fallback.kind === "undecidable" && fallback.inexpressible;
    return fits ? undefined : `${version} has no such attribute`;
  }
  const { entry, path } = schema;
  if (entry === "required") return undefined;
  // An empty string is how the provider's schemas write "no default", for booleans too.
  if (typeof entry === "object" && entry.default !== "") {
    const expected = readDefault(row.field, path, entry.default);
    const given = fallback.kind === "value" ? fallback.value : fallback.kind;
    return given === expected ? undefined : `${version}: the schema's default is ${expected}, the table says ${given}`;
  }
  const answer = answerFor(row, version);
  if (fallback.kind !== "value" || (answer && "because" in answer)) return undefined;
  return `${version}: the schema has no default, and the table does not say why ${fallback.value} is one`;
}

test("the defaults of azurerm are those of its schemas", () => {
  const wrong = new Set<string>();
  for (const row of azurermRows.filter(({ type }) => type in schemas).filter(canBeAbsent)) {
    for (const version of azurermVersions) {
      if (!Object.values(schemas[row.type]!).some((byVersion) => version in byVersion)) continue;
      const problem = disagreement(row, version);
      if (problem) wrong.add(`${row.kind}.${row.attribute} (${row.type}) ${problem}`);
    }
  }
  expect([...wrong]).toEqual([]);
});
