import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { rules } from "../../rules/index.ts";
import { readConfiguration } from "../../src/cli/configuration/configuration-file.ts";

const schema = JSON.parse(readFileSync("schemas/configuration.schema.json", "utf8"));
const accepts = new Ajv({ strict: false }).compile(schema);

function isReadable(configuration: unknown): boolean {
  try {
    readConfiguration(stringify(configuration), "ml-lint.yaml", rules);
    return true;
  } catch {
    return false;
  }
}

describe("the published schema says what the command says (what editors show is what runs)", () => {
  test.each([
    [true, { preset: "strict" }],
    [true, { rules: { "compute/public-ip": "off" } }],
    [true, { rules: { "compute/public-ip": { production: "note" } } }],
    [true, { rules: { "compute/over-budget": { production: "note", options: { nodes: 20 } } } }],
    [true, { rules: { "compute/not-allowed-size": { options: { sizes: ["Standard_DS3_v2"] } } } }],
    [false, { preset: "everything" }],
    [false, { rules: { "compute/publik-ip": "off" } }],
    [false, { rules: { "compute/public-ip": "fatal" } }],
    [false, { rules: { "compute/public-ip": { options: {} } } }],
    [false, { rules: { "compute/over-budget": { options: { node: 20 } } } }],
    [false, { rules: { "compute/over-budget": { options: { nodes: "20" } } } }],
    [false, { rules: { "compute/over-budget": { options: { nodes: -1 } } } }],
    [false, { rules: { "compute/not-allowed-size": { options: { sizes: [] } } } }],
  ])("%s: %j", (isRight, configuration) => {
    expect(accepts(configuration)).toBe(isRight);
    expect(isReadable(configuration)).toBe(isRight);
  });

  test("every rule is there to be completed, with what it is about", () => {
    const { properties } = schema.definitions.RuleSettings;
    const missing = rules.filter(({ id, title }) => properties[id]?.description !== `${title}.`);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
