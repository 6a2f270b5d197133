import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import table from "../../data/peers.json" with { type: "json" };
import { peerChecks, peersOf } from "../../data/peers.ts";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { idsIn } from "../../scripts/data-peers.ts";

const schema = JSON.parse(readFileSync("schemas/peers.schema.json", "utf8"));
const known = new Set(rules.map(({ id }) => id));

test("the table has the form that its schema says", () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(table), JSON.stringify(validate.errors)).toBe(true);
});

test("the table is the one that was compared with the facts", () => {
  const text = readFileSync("data/peers.json", "utf8");
  const hash = createHash("sha256")
    .update(text.slice(text.indexOf('"tools"')))
    .digest("hex");
  expect(table.provenance.content).toBe(`sha256-${hash}`);
  expect(table.provenance.facts).toMatch(/^sha256-[0-9a-f]{64}$/);
});

describe.each(table.checks.map((entry) => [`${entry.row} ${entry.asks}`, entry] as const))("%s", (_, entry) => {
  test("names tools and rules that there are, and says either which rule asks it or why none does", () => {
    expect(Object.keys(entry.names).filter((tool) => !(tool in table.tools))).toEqual([]);
    expect(Object.keys(entry.rules ?? {}).filter((id) => !known.has(id))).toEqual([]);
    expect("rules" in entry).not.toBe("why" in entry);
  });

  test("its sentences are sentences, and name no rule that there is not", () => {
    const sentences = [entry.note, entry.why].filter((text) => text !== undefined);
    for (const text of sentences) {
      expect(text).toMatch(/^[A-Za-z].*\.$/);
      const named = [...text.matchAll(/\b[a-z-]+\/[a-z][a-z0-9-]+/g)].map(([id]) => id);
      expect(named.filter((id) => !known.has(id))).toEqual([]);
    }
    expect(entry.asks).toMatch(/^[a-zA-Z].*[^.]$/);
  });

  test("where it asks the contrary, it says whom to believe, and so does the page of the rule", () => {
    const opposed = Object.entries(entry.rules ?? {}).filter(([, link]) => link === "opposite");
    if (opposed.length === 0) return;
    expect(entry.note).toMatch(/believe ml-lint/i);
    for (const [id] of opposed) {
      const ids = Object.values(entry.names as unknown as Record<string, string[]>).flat();
      const shown = ids.some((name) => page(id)?.includes(name.split(" ")[0]!));
      expect(shown, `the page of ${id} names one of ${ids.join(", ")}`).toBe(true);
    }
  });
});

test("one check stands in one relation to a rule", () => {
  const pairs = peerChecks().flatMap(({ tool, id, rules: linked }) =>
    Object.keys(linked).map((rule) => `${tool} ${id} ${rule}`),
  );
  expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
});

test("a rule lists the closest relations first", () => {
  expect(peersOf("workspace/public-access").map(({ link }) => link)).toEqual(["same", "part", "part"]);
  expect(peersOf("project/syntax-error")).toEqual([]);
});

test("ids are read from the facts, also where several share a beginning", () => {
  const facts =
    "## 1. x\n| CKV_AZURE_40, 41; CKV_AZURE_182/183; PSR AZR-000120/121; AZU-0014, 0015; LimitOwner 000204; KICS 43f6e60c |";
  expect([...idsIn(facts)]).toEqual([
    ...["CKV_AZURE_40", "CKV_AZURE_41", "CKV_AZURE_182", "CKV_AZURE_183", "AZR-000120", "AZR-000121"],
    ...["AZU-0014", "AZU-0015", "AZR-000204", "43f6e60c"],
  ]);
});
