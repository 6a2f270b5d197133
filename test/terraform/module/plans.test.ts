import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { environmentNamed } from "../../../src/model/environment.ts";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import { declareResources } from "../../../src/parsers/terraform/evaluate/declare.ts";
import { RootEvaluation } from "../../../src/parsers/terraform/evaluate/root-evaluation.ts";
import { loadEngines } from "../../../src/parsers/terraform/functions/engines.ts";
import { ProblemList } from "../../../src/parsers/terraform/problem-list.ts";
import { assignmentsIn } from "../../../src/parsers/terraform/roots/assignments.ts";
import { appliesAlways, precedence } from "../../../src/parsers/terraform/roots/file-names.ts";
import { Sources } from "../../../src/parsers/terraform/roots/sources.ts";
import { renderOutcome } from "./render.ts";

interface Plan {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

await loadEngines(["regex yamldecode"]);

const here = import.meta.dirname;
const cases = readdirSync(join(here, "cases")).sort();

describe.each(cases)("%s", (name) => {
  const golden = JSON.parse(readFileSync(join(here, "golden", `${name}.json`), "utf8")) as Record<string, Plan>;
  const root = evaluationOf(name);

  test.each(["first", "second"])("the %s variable file gives the outputs that Terraform plans", (file) => {
    const outputs = root.run.within(file === "first" ? 0 : 1, () => {
      const names = [...root.module.syntax.outputs.keys()].sort();
      return Object.fromEntries(
        names.map((output) => [output, renderOutcome(root.module.output(output)!.read(root.run))]),
      );
    });
    expect(outputs).toEqual(golden[file]!.outputs);
  });

  test.each(["first", "second"])("the %s variable file gives the resources that Terraform plans", (file) => {
    expect(resourcesOf(root, file === "first" ? 0 : 1)).toEqual(shownOf(golden[file]!.resources));
  });

  test("nothing is reported", () => {
    expect(root.run.problems.items).toEqual([]);
  });
});

function evaluationOf(name: string): RootEvaluation {
  const directory = join(here, "cases", name);
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const files = new MemoryFiles(new Map(paths.map((path) => [path, readFileSync(join(directory, path), "utf8")])));
  const problems = new ProblemList();
  const sources = new Sources(new Texts(files), problems);
  const always = paths.filter(appliesAlways).sort((a, b) => (precedence(a) < precedence(b) ? -1 : 1));
  const environments = ["first", "second"].map((file) => {
    const own = [`${file}.tfvars`, `${file}.tfvars.json`].filter((path) => existsSync(join(directory, path)));
    return assignmentsIn(sources, [...always, ...own]);
  });
  return new RootEvaluation("", sources, environments, files, problems);
}

/** Not `output`: Terraform plans it as unknown although it will be the input, which we say. */
const attributes = ["input", "triggers_replace"];

function resourcesOf(root: RootEvaluation, index: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const { run } = root;
  declareResources({
    root,
    index,
    environment: environmentNamed("x"),
    isWanted: () => true,
    includes: () => true,
    versionsIn: () => [],
    found: ({ identity }) => {
      const target = { root: "", address: identity.address, attribute: "" };
      const values = attributes.map((name) => {
        return [name, renderOutcome(root.module.attributeOf(target, name, run)!)];
      });
      found[identity.address] = Object.fromEntries(values);
    },
  });
  return found;
}

function shownOf(resources: Plan["resources"]): Record<string, unknown> {
  const entries = Object.entries(resources).map(([address, values]) => {
    return [address, Object.fromEntries(attributes.map((name) => [name, values[name] ?? null]))];
  });
  return Object.fromEntries(entries);
}
