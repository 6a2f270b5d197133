import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { type ConfigSubject, configDocument } from "../../src/cli/configuration/config-document.ts";
import { readWithPlaces } from "../../src/cli/configuration/configuration-file.ts";
import { ConfigurationPlaces } from "../../src/cli/configuration/configuration-places.ts";
import { environmentNamed } from "../../src/model/environment.ts";

const text = `preset: strict
exclude: [old/]
environments:
  "b*": production
rules:
  compute/public-ip:
    production: note
overrides:
  - files: ["*.tf"]
    rules:
      compute/idle-nodes: warning
  - files: [b]
    rules:
      compute/public-ip: off
`;

function documentOf(changes: Partial<ConfigSubject> = {}) {
  const { configuration, document } = readWithPlaces(text, "ml-lint.yaml", rules);
  const place = new ConfigurationPlaces(document, text, "ml-lint.yaml").of;
  return configDocument({
    path: "a/main.tf",
    files: ["a/main.tf"],
    isFile: true,
    configuration,
    source: { base: "", place, isWhole: true, idle: [] },
    file: "ml-lint.yaml",
    why: "named by --config",
    commandLine: {},
    environments: [environmentNamed("prod"), { name: "blue", tier: "production" }, environmentNamed("green")],
    rules,
    ...changes,
  });
}

function severityOf(id: string, document = documentOf()) {
  return document.rules.find((rule) => rule.id === id)?.severity;
}

describe("where a severity comes from", () => {
  test("the rule itself, and the configuration where it speaks of a tier", () => {
    expect(severityOf("compute/public-ip")).toEqual({
      production: { value: "note", from: "ml-lint.yaml:7" },
      "non-production": { value: "off", from: "default" },
      unclassified: { value: "warning", from: "default" },
    });
  });

  test("an override that holds for the file", () => {
    expect(severityOf("compute/idle-nodes")?.production).toEqual({
      value: "warning",
      from: "override ml-lint.yaml:11",
    });
  });

  test("not an override for other files", () => {
    const here = documentOf({ path: "b/main.tf", files: ["b/main.tf"] });
    expect(severityOf("compute/public-ip", here)?.production).toEqual({
      value: "off",
      from: "override ml-lint.yaml:14",
    });
  });

  test("the preset", () => {
    expect(severityOf("workspace/no-customer-key")?.production).toEqual({ value: "note", from: "preset strict" });
  });

  test("the command line before all others", () => {
    const here = documentOf({ commandLine: { preset: "recommended", rules: { "compute/idle-nodes": "off" } } });
    expect(severityOf("compute/idle-nodes", here)?.production).toEqual({ value: "off", from: "--rule" });
    expect(severityOf("workspace/no-customer-key", here)?.production.value).toBe("off");
    expect(here.preset).toEqual({ value: "recommended", from: "--preset" });
  });
});

test("where a tier comes from", () => {
  expect(documentOf().environments.map(({ name, from }) => [name, from])).toEqual([
    ["prod", "its name"],
    ["blue", "ml-lint.yaml:4"],
    ["green", "nothing tells"],
  ]);
});

test("a file that is not linted says by which pattern", () => {
  expect(documentOf({ path: "old/x.tf" }).excluded).toEqual({ value: "old/", from: "ml-lint.yaml:2" });
  expect(documentOf().excluded).toBeUndefined();
});

test("of a folder, an override holds where it covers every file", () => {
  const { overrides } = documentOf({ path: "", isFile: false, files: ["a/main.tf", "b/main.tf"] });
  expect(overrides.map(({ holds }) => holds)).toEqual(["all", "some"]);
});
