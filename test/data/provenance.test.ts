import { readFileSync } from "node:fs";
import { globbySync } from "globby";
import { describe, expect, test } from "vitest";
import { retirements } from "../../data/retirements.ts";
import { rules } from "../../rules/index.ts";
import { hasItsHash } from "../../scripts/data-facts.ts";

interface Provenance {
  readonly source: string;
  readonly date: string;
  readonly script?: string;
  readonly facts?: string;
}

const files = globbySync("data/*.json").sort();

describe.each(files)("%s", (path) => {
  const text = readFileSync(path, "utf8");
  const { provenance } = JSON.parse(text) as { provenance: Provenance };

  test("says where it comes from and of when that is", () => {
    expect(provenance.source.length).toBeGreaterThan(20);
    expect(provenance.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("is what its script wrote, or says that it was written by hand", () => {
    if (provenance.script === undefined) expect(provenance.source).toMatch(/written by hand/);
    else expect(provenance.facts).toMatch(/^sha256-[0-9a-f]{64}$/);
    const isGenerated = provenance.script !== undefined && path !== "data/peers.json";
    if (isGenerated) expect(hasItsHash(text)).toBe(true);
  });
});

test("a change by hand is noticed", () => {
  const text = readFileSync("data/roles.json", "utf8");
  expect(hasItsHash(text.replace("AcrPull", "AcrPuII"))).toBe(false);
});

test.each([
  ["kubernetes/kubenet", "kubenet", "31 March 2028"],
  ["network/basic-public-ip", "basic-public-ip", "30 September 2025"],
  ["insights/classic", "classic-insights", "29 February 2024"],
  ["storage/old-tls", "storage-tls", "February 2026"],
] as const)("%s names the date of the table", (id, name, words) => {
  const date = new Date(`${retirements[name].date}T00:00:00Z`);
  const spelt = date.toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
  expect(spelt).toContain(words);
  expect(rules.some((rule) => rule.id === id)).toBe(true);
  expect(readFileSync(`rules/${id}.ts`, "utf8")).toContain(words);
});
