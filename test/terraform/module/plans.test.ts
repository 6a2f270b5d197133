import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RootEvaluation } from "../../../src/parsers/terraform/evaluate/root-evaluation.ts";
import { loadEngines } from "../../../src/parsers/terraform/functions/engines.ts";
import { declarationsIn, evaluationOf, goldenOf, type Plan } from "./evaluation.ts";
import { renderOutcome } from "./render.ts";

await loadEngines(["regex yamldecode"]);

const here = import.meta.dirname;
const cases = readdirSync(join(here, "cases")).sort();

describe.each(cases)("%s", (name) => {
  const golden = goldenOf(join(here, "golden", `${name}.json`));
  const root = evaluationOf(join(here, "cases", name));
  const files = [
    ["first", 0],
    ["second", 1],
  ] as const;

  test.each(files)("the %s variable file gives the outputs that Terraform plans", (file, index) => {
    const outputs = root.run.within(index, () => {
      const names = [...root.module.syntax.outputs.keys()].sort();
      return Object.fromEntries(
        names.map((output) => [output, renderOutcome(root.module.output(output)!.read(root.run))]),
      );
    });
    expect(outputs).toEqual(golden[file]!.outputs);
  });

  test.each(files)("the %s variable file gives the resources that Terraform plans", (file, index) => {
    expect(resourcesOf(root, index)).toEqual(shownOf(golden[file]!.resources));
  });

  test("nothing is reported", () => {
    expect(root.run.problems.items).toEqual([]);
  });
});

/** Not `output`: Terraform plans it as unknown although it will be the input, which we say. */
const attributes = ["input", "triggers_replace"];

function resourcesOf(root: RootEvaluation, index: number): Record<string, unknown> {
  const found = declarationsIn(root, index).map(({ identity }) => {
    const target = { root: "", address: identity.address, attribute: "" };
    const read = (name: string) => root.run.within(index, () => root.module.attributeOf(target, name, root.run)!);
    return [identity.address, Object.fromEntries(attributes.map((name) => [name, renderOutcome(read(name))]))];
  });
  return Object.fromEntries(found);
}

function shownOf(resources: Plan["resources"]): Record<string, unknown> {
  const entries = Object.entries(resources).map(([address, values]) => {
    return [address, Object.fromEntries(attributes.map((name) => [name, values[name] ?? null]))];
  });
  return Object.fromEntries(entries);
}
