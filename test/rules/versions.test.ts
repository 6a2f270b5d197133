import { beforeAll, expect, test } from "vitest";
import { attributesThatTellVersions } from "../../data/azurerm-versions.ts";
import { type DefaultAnswer, defaults } from "../../data/defaults.ts";
import { rules } from "../../rules/index.ts";
import { compareVersions } from "../../src/model/version.ts";
import type { Field } from "../../src/parsers/mapping/field.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Surface } from "../../src/parsers/mapping/surface.ts";
import { type Check, type SeenExample, seenOnPages } from "./seen.ts";

let seen: readonly SeenExample[] = [];

beforeAll(async () => {
  seen = await seenOnPages();
}, 120_000);

function checksOf(id: string, verdict: "bad" | "good" | undefined): Check[] {
  const shown = seen.filter(({ rule, example }) => rule.id === id && (verdict ?? example.verdict) === example.verdict);
  return shown.flatMap(({ checks }) => checks).filter(({ source }) => source === "azurerm");
}

/** The answers of the table for an attribute, where they depend on the version. */
function answersOf(kind: string, attribute: string): readonly DefaultAnswer[] {
  const answers = defaults[kind]?.[attribute]?.["azurerm"] ?? [];
  const meanings = answers.map(({ from: _, before: __, ...meaning }) => {
    const { because: ___, ...said } = meaning as { because?: string };
    return JSON.stringify(said);
  });
  return new Set(meanings).size > 1 ? answers : [];
}

function isIn({ from, before }: { from?: string; before?: string }, version: string | undefined): boolean {
  if (version === undefined) return false;
  if (from !== undefined && compareVersions(version, from) < 0) return false;
  return before === undefined || compareVersions(version, before) < 0;
}

/** Rules that report an absent attribute whose default depends on the version, with an answer that no example shows. */
test("a rule that rests on a default shows what it is in every version of azurerm", () => {
  const lacking = rules.flatMap(({ id }) => {
    const bad = checksOf(id, "bad").flatMap((check) =>
      check.reported
        .filter((attribute) => check.spellings.get(attribute) === undefined && check.read.has(attribute))
        .map((attribute) => ({ kind: check.kind, attribute })),
    );
    return unique(bad).flatMap(({ kind, attribute }) => {
      const absent = checksOf(id, undefined).filter(
        (check) => check.kind === kind && check.read.has(attribute) && check.spellings.get(attribute) === undefined,
      );
      const answers = answersOf(kind, attribute);
      return answers
        .filter((_, index) => !absent.some(({ version }) => answers.findIndex((one) => isIn(one, version)) === index))
        .map((answer) => `${id}: ${kind} ${attribute} ${JSON.stringify(answer)}`);
    });
  });
  expect(lacking.join("\n")).toBe("");
});

/** The spellings of an attribute of which a version has one and another version another one. */
function renamed(type: string, kind: string, attribute: string): string[] {
  const surfaces = mappings.find((mapping) => mapping.kind === kind)?.surfaces.azurerm;
  const surface = ([surfaces ?? []].flat() as Surface[]).find((one) => [one.type].flat().includes(type));
  const fields = (surface?.attributes ?? {}) as Readonly<Record<string, Field<unknown> | undefined>>;
  const spellings = (fields[attribute]?.paths ?? []).map((path) => path.join("."));
  const telling = new Set(attributesThatTellVersions(type).map(({ path }) => path.join(".")));
  const within = surface?.each ? `${surface.each.path}.` : "";
  return spellings.length > 1 && spellings.some((spelling) => telling.has(within + spelling)) ? spellings : [];
}

test("a rule that reports a renamed argument shows it under all of its names", () => {
  const lacking = rules.flatMap(({ id }) => {
    const bad = checksOf(id, "bad").flatMap(({ kind, type, reported }) =>
      reported.map((attribute) => ({ kind, type, attribute })),
    );
    return unique(bad).flatMap(({ kind, type, attribute }) => {
      const shown = new Set(
        checksOf(id, undefined)
          .filter((check) => check.type === type)
          .map(({ spellings }) => spellings.get(attribute)),
      );
      return renamed(type, kind, attribute)
        .filter((spelling) => !shown.has(spelling))
        .map((spelling) => `${id}: ${type} ${spelling}`);
    });
  });
  expect(lacking.join("\n")).toBe("");
});

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
