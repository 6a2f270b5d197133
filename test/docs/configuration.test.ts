import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { readConfiguration } from "../../src/cli/configuration/configuration-file.ts";

const document = readFileSync("docs/configuration.md", "utf8");
const schema = JSON.parse(readFileSync("schemas/configuration.schema.json", "utf8")) as { properties: object };
const sections = document.split(/^## /m).slice(1);
const keys = Object.keys(schema.properties).filter((key) => key !== "$schema");

test("every key of the configuration has a section", () => {
  expect(sections.map((section) => section.split("\n", 1)[0])).toEqual(keys);
});

describe("the section of each key", () => {
  test.each(sections.map((section) => [section.split("\n", 1)[0]!, section] as const))("%s", (key, section) => {
    const examples = [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, body]) => body!);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(Object.keys(readConfiguration(example, "ml-lint.yaml", rules))).toEqual([key]);
    }
  });
});

test("every option of a rule is shown", () => {
  const options = rules.flatMap((rule) => Object.keys(rule.options ?? {}).map((option) => `${rule.id} ${option}`));
  const [section = ""] = sections.filter((text) => text.startsWith("rules\n"));
  const shown = [...section.matchAll(/^ {2}(\S+):\n {4}options:\n {6}(\w+):/gm)].map(
    ([, id, option]) => `${id} ${option}`,
  );
  expect(shown.sort()).toEqual(options.sort());
});
