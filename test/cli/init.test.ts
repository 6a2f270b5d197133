import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rules } from "../../rules/index.ts";
import { readConfiguration } from "../../src/cli/configuration/configuration-file.ts";
import { configurationText, hookEntry, hookText, workflowText } from "../../src/cli/init/init-texts.ts";
import { environmentNamed } from "../../src/model/environment.ts";

const environments = ["dev", "live-one", "blue: # [x]", "prod"].map((name) => environmentNamed(name));

/** The text with every example in it in force; sentences stay comments. */
function uncommented(text: string): string {
  const example = /^# (?=(?: {2,}(?!ml-lint )|\w+:$))/;
  return text
    .split("\n")
    .map((line) => line.replace(example, ""))
    .join("\n");
}

describe("the first configuration", () => {
  test.each([
    ["of an empty folder", []],
    ["with environments", environments],
  ])("%s is valid as it is", (_, found) => {
    expect(readConfiguration(configurationText(found, "1.2.3"), "ml-lint.yaml", rules)).toEqual({
      preset: "recommended",
    });
  });

  test("is valid with every example in force", () => {
    const configuration = readConfiguration(
      uncommented(configurationText(environments, "1.2.3")),
      "ml-lint.yaml",
      rules,
    );
    expect(Object.keys(configuration).sort()).toEqual([
      ...["environments", "exclude", "ignores", "locked", "overrides", "preset", "rules"],
    ]);
    expect(configuration.environments).toEqual({
      dev: "non-production",
      "live-one": "production",
      "blue: # [x]": "unclassified",
      prod: "production",
    });
  });

  test("names the schema of its version", () => {
    expect(configurationText([], "1.2.3")).toContain("/v1.2.3/schemas/configuration.schema.json");
  });
});

test("the hook is a configuration of pre-commit that pins the version", () => {
  expect(parse(hookText("1.2.3"))).toEqual({
    repos: [{ repo: "https://github.com/ml-lint/ml-lint", rev: "v1.2.3", hooks: [{ id: "ml-lint" }] }],
  });
  expect(hookText("1.2.3")).toContain(hookEntry("1.2.3"));
});

describe("the workflow", () => {
  const workflow = parse(workflowText("1.2.3"));
  const steps: { uses: string; with: Record<string, unknown> }[] = workflow.jobs.lint.steps;

  test("may read the code and write findings, no more", () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.lint.permissions).toEqual({ contents: "read", "security-events": "write" });
  });

  test("pins what is not ours to a commit, and ours to the version", () => {
    const [checkout, lint, upload] = steps.map((step) => step.uses);
    for (const uses of [checkout, upload]) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
    expect(lint).toBe("ml-lint/ml-lint@v1.2.3");
  });

  test("leaves no credentials behind, and has the history that changed lines need", () => {
    expect(steps[0]?.with).toEqual({ "fetch-depth": 0, "persist-credentials": false });
  });

  test("uses inputs that the Action has", async () => {
    const { readFileSync } = await import("node:fs");
    const { inputs } = parse(readFileSync("action.yml", "utf8"));
    for (const name of Object.keys(steps[1]?.with ?? {})) expect(Object.keys(inputs)).toContain(name);
  });
});
