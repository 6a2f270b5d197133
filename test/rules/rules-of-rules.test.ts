import { existsSync, readFileSync } from "node:fs";
import { globbySync } from "globby";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { page } from "../../rules/pages.ts";
import { parseRulePage } from "../../scripts/rule-page.ts";
import { tiers } from "../../src/model/environment.ts";

const headings: Readonly<Record<string, RegExp>> = {
  terraform: /^Terraform\b/,
  arm: /^ARM\b/,
  command: /^Command\b/,
  settings: /^Settings file\b/,
  azureml: /^az ml YAML\b/,
  kubernetes: /^Kubernetes\b/,
  plan: /^Plan\b/,
};

/** What every rule owes its readers. */
describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const text = page(id) ?? "";
  const parsed = parseRulePage(text);
  const code = readFileSync(`rules/${id}.ts`, "utf8");

  test("its id is group/defect, in lower case and dashes", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("its page is what is written in its file", () => {
    expect(text).toBe(readFileSync(`rules/${id}.md`, "utf8"));
  });

  test("its page is headed by its id and its sections are in order", () => {
    expect(parsed.title).toBe(id);
    expect(parsed.sections).toEqual(["Bad", "Good", "Exceptions", "References"]);
  });

  test("its page says why before it shows how", () => {
    expect(parsed.intro.length).toBeGreaterThan(80);
    expect(parsed.intro).toMatch(/\.$/);
  });

  test("its title is one short sentence without a full stop", () => {
    expect(rule.title.length).toBeGreaterThan(10);
    expect(rule.title.length).toBeLessThanOrEqual(80);
    expect(rule.title).toMatch(/^[A-Z0-9].*[^.]$/);
  });

  test("it says its severity in every tier and is on in one", () => {
    for (const tier of tiers) expect(["error", "warning", "note", "off"]).toContain(rule.severity[tier]);
    expect(tiers.some((tier) => rule.severity[tier] !== "off")).toBe(true);
  });

  test("its links are https", () => {
    expect(parsed.links.length).toBeGreaterThan(0);
    for (const link of parsed.links) expect(link).toMatch(/^https:\/\/|^[a-z-]+\.md$|^\.\.\/[a-z-]+\/[a-z0-9-]+\.md$/);
  });

  test("it shows a bad and a good example of each source it claims", () => {
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) {
      for (const verdict of ["bad", "good"]) {
        const shown = parsed.examples.some((one) => one.verdict === verdict && headings[source]!.test(one.heading));
        expect(shown, `a ${verdict} example of ${source}`).toBe(true);
      }
    }
  });

  test("its examples are of sources it claims", () => {
    for (const { heading } of parsed.examples) {
      expect(
        rule.sources.some((source) => headings[source]!.test(heading)),
        heading,
      ).toBe(true);
    }
  });

  test("it contains no default of its own", () => {
    expect(defaultsIn(code)).toEqual([]);
  });

  test("a security severity and the tag security come together", () => {
    expect(rule.securitySeverity !== undefined).toBe(rule.tags.includes("security"));
  });
});

/** Where a rule decides itself what an absent value means; `data/defaults.json` is the place for that. */
function defaultsIn(code: string): string[] {
  return [...code.matchAll(/(?:\?\?|\|\|)\s*(?:true|false|\d+|"[^"]*"|'[^']*'|\[\]|`)[^\n]*/g)].map(
    (match) => match[0],
  );
}

describe("the catalogue of rules", () => {
  test("every file below rules/ belongs to a rule that is registered", () => {
    const files = globbySync("rules/*/*").map((path) => path.replace(/^rules\/|\.(ts|md)$/g, ""));
    const registered = rules.map((rule) => rule.id);
    expect([...new Set(files)].sort()).toEqual([...registered].sort());
    for (const id of registered) expect(existsSync(`rules/${id}.ts`) && existsSync(`rules/${id}.md`), id).toBe(true);
  });

  test("ids and aliases are unique", () => {
    const names = rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("the check for defaults notices one", () => {
    expect(defaultsIn("const on = known(cluster.publicIp) ?? true;")).toHaveLength(1);
    expect(defaultsIn("const pool = pools.find(isSystem) ?? pools[0];")).toHaveLength(0);
  });
});
