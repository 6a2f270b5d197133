import { describe, expect, test } from "vitest";
import type { Kind } from "../../src/model/kinds.ts";
import type { Declaration, Source } from "../../src/model/resource.ts";
import type { Mapping } from "../../src/model/tree.ts";
import type { Field } from "../../src/parsers/mapping/field.ts";
import { isWanted, knownTypes, mapDeclaration } from "../../src/parsers/mapping/map.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Surface, SurfaceSource } from "../../src/parsers/mapping/surface.ts";
import { declare, type Plain, treeOf, unknown } from "./trees.ts";

interface Row {
  readonly kind: Kind;
  readonly source: SurfaceSource;
  readonly type: string;
  readonly attribute: string;
  readonly field: Field<unknown>;
}

const rows: Row[] = mappings.flatMap(({ kind, surfaces }) =>
  (Object.entries(surfaces) as [SurfaceSource, Surface | readonly Surface[]][]).flatMap(([source, written]) =>
    ([written].flat() as Surface[]).flatMap((surface) =>
      (Object.entries(surface.attributes) as [string, Field<unknown>][]).map(([attribute, field]) => {
        const type = [surface.type].flat().join(" or ");
        return { kind, source, type, attribute, field };
      }),
    ),
  ),
);

const written = rows.flatMap((row) => row.field.paths.map((path) => ({ ...row, path })));

function scopeOf(body: Plain, caseless: boolean) {
  const declaration: Declaration = declare("any", {});
  return { declaration, tree: treeOf(body) as Mapping, caseless };
}

/** A body in which only the path is written. */
function bodyWith(path: readonly string[], content: Plain): Plain {
  return path.reduceRight<Plain>((inner, name) => ({ [name]: inner }), content);
}

function name({ kind, attribute, source, type }: Row): string {
  return `${kind}.${attribute} from ${source} ${type}`;
}

/** Every way of writing every attribute, in one list, so that each property is checked of all of them at once. */
function failures(check: (row: (typeof written)[number]) => boolean): string[] {
  return written
    .filter(({ path }) => path.length > 0)
    .filter((row) => !check(row))
    .map((row) => `${name(row)} at ${row.path.join(".")}`);
}

describe("every spelling of every attribute", () => {
  test("that is undecidable makes the attribute unknown, for its own reason and at its own place", () => {
    const wrong = failures(({ field, path, source }) => {
      const reading = field.read(scopeOf(bodyWith(path, unknown("because of X")), source === "arm"));
      return reading.state === "unknown" && reading.why === "because of X" && reading.at.start.line === path.length + 1;
    });
    expect(wrong).toEqual([]);
  });

  test("makes the attribute unknown when a block above it is undecidable", () => {
    const wrong = failures(({ field, path, source }) => {
      const body = bodyWith(path.slice(0, 1), unknown("because of X"));
      const reading = field.read(scopeOf(body, source === "arm"));
      return reading.state === "unknown" && reading.why === "because of X";
    });
    expect(wrong).toEqual([]);
  });

  test("that is null counts as not written", () => {
    const wrong = failures(({ field, path, source }) => {
      const [reading, empty] = [bodyWith(path, null), {}].map((body) => field.read(scopeOf(body, source === "arm")));
      return reading!.state === empty!.state;
    });
    expect(wrong).toEqual([]);
  });

  test("in ARM is read in any case", () => {
    const wrong = failures(({ field, path, source }) => {
      if (source !== "arm") return true;
      const shouted = path.map((part) => part.toUpperCase());
      const reading = field.read(scopeOf(bodyWith(shouted, unknown("because of X")), true));
      return reading.state === "unknown" && reading.why === "because of X";
    });
    expect(wrong).toEqual([]);
  });

  test("takes the first of several blocks", () => {
    const wrong = failures(({ field, path, source }) => {
      const [first, ...rest] = path;
      if (rest.length === 0) return true;
      const body = { [first!]: [bodyWith(rest, unknown("because of X")), {}] };
      const reading = field.read(scopeOf(body, source === "arm"));
      return reading.state === "unknown" && reading.why === "because of X";
    });
    expect(wrong).toEqual([]);
  });
});

describe("an attribute that is not written", () => {
  test("stands at the header of the resource, or of the innermost block that is there", () => {
    const wrong = failures(({ field, path, source }) => {
      const inner = path.slice(0, -1);
      // The first spelling tells where an attribute is missed.
      if (field.paths[0] !== path) return true;
      const reading = field.read(scopeOf(bodyWith(inner, { other: 1 }), source === "arm"));
      if (reading.state === "unknown") return false;
      return reading.at.start.line === inner.length + 1;
    });
    expect(wrong).toEqual([]);
  });
});

describe("a mapping", () => {
  test("has types that parsers can ask for", () => {
    expect(knownTypes("azurerm")).toContain("azurerm_machine_learning_workspace");
    expect(isWanted("azapi", "Microsoft.MACHINELearningServices/workspaces")).toBe(true);
    expect(isWanted("azurerm", "azurerm_firewall")).toBe(false);
    expect(isWanted("command", "anything at all")).toBe(true);
  });

  test("yields nothing for what no rule looks at", () => {
    expect(mapDeclaration(declare("azurerm_firewall", { name: "x" }))).toEqual([]);
  });

  test.each<[Source, string, Kind[]]>([
    ["azurerm", "azurerm_kubernetes_cluster", ["kubernetes.cluster", "kubernetes.pool"]],
    ["arm", "Microsoft.Network/virtualNetworks", ["virtual-network", "subnet", "subnet"]],
  ])("of %s %s yields its parts as well", (source, type, kinds) => {
    const body = { default_node_pool: [{ name: "a" }], properties: { subnets: [{ name: "a" }, { name: "b" }] } };
    expect(mapDeclaration(declare(type, body, { source })).map(({ kind }) => kind)).toEqual(kinds);
  });
});
