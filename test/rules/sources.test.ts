import { beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { kindsOf, type Rule } from "../../src/engine/rule.ts";
import type { Kind } from "../../src/model/kinds.ts";
import type { Source } from "../../src/model/resource.ts";
import type { Field } from "../../src/parsers/mapping/field.ts";
import { mappings } from "../../src/parsers/mapping/mappings.ts";
import type { Scope } from "../../src/parsers/mapping/scope.ts";
import type { Surface } from "../../src/parsers/mapping/surface.ts";
import { type Check, type SeenExample, seenOnPages } from "./seen.ts";
import { notShown } from "./sources-not-shown.ts";

const sources: readonly Source[] = [
  "azurerm",
  "azapi",
  "arm",
  "command",
  "settings",
  "azureml",
  "kubernetes",
  "terraform",
];

const nowhere = { file: "", start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
const emptyBody: Scope["tree"] = { form: "mapping", at: nowhere, header: nowhere, trail: [], entries: new Map() };
const empty = {
  tree: emptyBody,
  caseless: false,
  partName: "part",
  declaration: { type: "type", header: nowhere, body: emptyBody, identity: { root: "", address: "" } },
} as unknown as Scope;

let seen: readonly SeenExample[] = [];

beforeAll(async () => {
  seen = await seenOnPages();
}, 120_000);

/** What a rule's checks reported in its bad examples, by kind. */
function findingsOf(rule: Rule): Check[] {
  return seen
    .filter((one) => one.rule.id === rule.id && one.example.verdict === "bad")
    .flatMap(({ checks }) => checks.filter(({ reported }) => reported.length > 0));
}

/** The checks of good examples that came to nothing, or to what the tier of the example is spared. */
function silentOf(rule: Rule): Check[] {
  return seen
    .filter((one) => one.rule.id === rule.id && one.example.verdict === "good")
    .flatMap(({ checks }) => checks);
}

/**
 * Whether a source can express what a rule reports of a kind: one of the attributes that it reports is written there, and
 * none of those that every finding rests on is said to have no words there.
 */
function canExpress(kind: Kind, source: Source, findings: readonly Check[]): boolean {
  const ofKind = findings.filter((check) => check.kind === kind);
  const reported = new Set((ofKind.length > 0 ? ofKind : findings).flatMap((check) => check.reported));
  const first = ofKind[0]?.read ?? new Set<string>();
  const decisive = [...first].filter((name) => ofKind.every(({ read }) => read.has(name)));
  return surfacesOf(kind, source).some(({ attributes }) => {
    const fields = attributes as Readonly<Record<string, Field<unknown> | undefined>>;
    return (
      [...reported].some((name) => isWritable(fields[name])) &&
      decisive.every((name) => fields[name]?.inexpressible === undefined)
    );
  });
}

/** A variable is part of Terraform and of templates, and no resource of azapi. */
function surfacesOf(kind: Kind, source: Source): readonly Surface[] {
  if (source === "azapi" && kind === "variable") return [];
  const surfaces = mappings.find((mapping) => mapping.kind === kind)?.surfaces;
  const found = surfaces?.[source === "azapi" ? "arm" : source];
  return found === undefined ? [] : ([found].flat() as Surface[]);
}

function isWritable(field: Field<unknown> | undefined): boolean {
  return field !== undefined && (field.paths.length > 0 || field.read(empty).state !== "absent");
}

/** What a rule's page lacks, by source. */
function lacking(rule: Rule): string[] {
  const findings = findingsOf(rule);
  const silent = silentOf(rule);
  return sources
    .filter((source) => kindsOf(rule).some((kind) => canExpress(kind, source, findings)))
    .flatMap((source) => {
      const bad = findings.some((check) => check.source === source);
      const good = silent.some((check) => check.source === source);
      return [...(bad ? [] : [`${source} bad`]), ...(good ? [] : [`${source} good`])];
    });
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("shows a bad and a good example of every source that can express it", () => {
    const excused = notShown.filter((one) => one.rules.includes(id)).flatMap((one) => one.lacks);
    expect(lacking(rule).filter((one) => !excused.includes(one))).toEqual([]);
  });
});

test("no reason for what is not shown is out of date", () => {
  const idle = notShown.flatMap((one) =>
    one.rules.flatMap((id) => {
      const rule = rules.find((candidate) => candidate.id === id);
      const lacks = rule === undefined ? [] : lacking(rule);
      return one.lacks.filter((lack) => !lacks.includes(lack)).map((lack) => `${id}: ${lack}`);
    }),
  );
  expect(idle).toEqual([]);
});
