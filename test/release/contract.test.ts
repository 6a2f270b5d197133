import { describe, expect, test } from "vitest";
import { type Contract, type ContractRule, changesBetween, neededBump } from "../../scripts/release-contract.ts";

const rule: ContractRule = {
  id: "compute/public-ip",
  aliases: ["compute/old-name"],
  preset: "recommended",
  severity: { production: "warning", "non-production": "note" },
  options: { sizes: {} },
};

const report = { properties: { version: { const: 1 }, summary: { properties: { errors: {} } } } };

function contract(changed: Partial<Contract> = {}): Contract {
  return { rules: [rule], action: { inputs: ["paths"], outputs: ["errors"] }, schemas: { report }, ...changed };
}

const withRule = (changed: Partial<ContractRule>) => contract({ rules: [{ ...rule, ...changed }] });
const severity = (production: string) => withRule({ severity: { ...rule.severity, production } });
const renamed = (aliases: string[]) => withRule({ id: "compute/new", aliases });

describe("what changed since the former release", () => {
  test("is nothing where nothing did", () => {
    expect(changesBetween(contract(), contract())).toEqual([]);
  });

  test.each([
    ["a rule is gone", contract({ rules: [] }), "major", "compute/public-ip is gone"],
    ["a new name keeps the old one", renamed(["compute/public-ip", "compute/old-name"]), "minor", "called compute/new"],
    ["a new name forgets the old one", renamed(["compute/old-name"]), "major", "compute/public-ip is gone"],
    ["an alias is gone", withRule({ aliases: [] }), "major", "lost its alias compute/old-name"],
    ["a severity is louder", severity("error"), "minor", "is error in production, and was warning"],
    ["a severity is quieter", severity("off"), "patch", "is off in production, and was warning"],
    ["a rule leaves a preset", withRule({ preset: "strict" }), "patch", "begins with the preset strict"],
    ["an option is gone", withRule({ options: {} }), "major", "have lost sizes"],
    ["an option is new", withRule({ options: { sizes: {}, more: {} } }), "minor", "have gained more"],
    ["a rule is new", contract({ rules: [rule, { ...rule, id: "a/b", aliases: [] }] }), "minor", "a/b is new"],
    ["an input is gone", contract({ action: { inputs: [], outputs: ["errors"] } }), "major", "inputs have lost paths"],
    ["a key is gone", contract({ schemas: { report: { properties: {} } } }), "major", "have lost /summary/errors"],
    [
      "a format has another version",
      contract({ schemas: { report: { properties: { ...report.properties, version: { const: 2 } } } } }),
      "major",
      "have lost /version=1",
    ],
    ["a schema is new", contract({ schemas: { report, other: report } }), "minor", "other have gained /version"],
  ])("where %s", (_name, current, bump, text) => {
    const changes = changesBetween(contract(), current);
    expect(neededBump(changes)).toBe(bump);
    expect(changes.map((change) => change.text).join("; ")).toContain(text);
  });

  test("does not tell of a rule's settings in the schema what it tells of the rule", () => {
    const schemas = { configuration: { properties: { rules: { properties: { "a/b": { properties: { x: {} } } } } } } };
    const empty = { configuration: { properties: { rules: { properties: {} } } } };
    expect(changesBetween(contract({ schemas }), contract({ schemas: empty }))).toEqual([]);
  });
});

test("nothing changed asks for a patch", () => {
  expect(neededBump([])).toBe("patch");
});
