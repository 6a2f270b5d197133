import fc from "fast-check";
import { expect, test } from "vitest";
import { Links } from "../../src/model/links.ts";
import type { Source } from "../../src/model/resource.ts";
import { orDefault, type Value } from "../../src/model/value.ts";
import { knownTypes, mapDeclaration } from "../../src/parsers/mapping/map.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Surface } from "../../src/parsers/mapping/surface.ts";
import { declare, type Plain, unknown } from "./trees.ts";

const sources = ["azurerm", "arm", "command", "settings", "azureml", "kubernetes", "terraform"] as const;

/** The words that any table looks for, so that random bodies reach beyond the first key. */
const words = [
  ...new Set(
    mappings
      .flatMap(({ surfaces }) => Object.values(surfaces).flat() as Surface[])
      .flatMap((surface) => [
        ...(surface.each ? surface.each.path.split(".") : []),
        ...Object.values(surface.attributes).flatMap((field) => (field as { paths: string[][] }).paths.flat()),
      ]),
  ),
];

const scalar = fc.oneof(
  fc.constantFrom<Plain>(null, "", "True", "/subscriptions/s/resourceGroups/g", "Kubernetes", "AmlCompute", -1, 1e300),
  fc.constant<Plain>(unknown("no value", { pieces: ["/providers/", { token: "t" }] })),
  fc.boolean(),
  fc.string(),
);

const body = fc.letrec<{ tree: Plain; map: Plain }>((tie) => ({
  tree: fc.oneof({ maxDepth: 6, withCrossShrink: true }, scalar, fc.array(tie("tree"), { maxLength: 3 }), tie("map")),
  map: fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string()), tie("tree"), {
    maxKeys: 6,
  }) as fc.Arbitrary<Plain>,
})).map;

test("no body makes a mapping, a default or a link fail", () => {
  const types = sources.flatMap((source) => knownTypes(source).map((type): [Source, string] => [source, type]));
  const anyDeclaration = fc.tuple(fc.constantFrom(...types), body);
  let read = 0;
  fc.assert(
    fc.property(fc.array(anyDeclaration, { minLength: 1, maxLength: 5 }), (declarations) => {
      const resources = declarations.flatMap(([[source, type], plain], index) =>
        mapDeclaration(declare(type === "*" ? "aks create" : type, plain, { source, address: `r${index}` })),
      );
      const links = new Links(resources);
      for (const resource of resources) {
        const attributes = resource.attributes as unknown as Record<string, Value<unknown>>;
        for (const name in attributes) {
          expect(["known", "unknown", "absent"]).toContain(orDefault(attributes[name]!).state);
          read++;
        }
        links.pointingTo(resource, "kubernetes.pool", "cluster", resource.environment);
      }
    }),
    { numRuns: 500 },
  );
  expect(read).toBeGreaterThan(1000);
});
