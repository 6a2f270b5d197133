import { describe, expect, test } from "vitest";
import { runsIn } from "./reading.ts";

function workflow(head: string, step: string): Record<string, string> {
  return { ".github/workflows/a.yml": `on: push\njobs:\n  plan:\n${head}    steps:\n      - run: ${step}\n` };
}

describe("hostile pipelines", () => {
  test("a matrix of too many combinations is none", () => {
    const list = `[${Array.from({ length: 100 }, (_, index) => index).join()}]`;
    const head = `    strategy:\n      matrix:\n        a: ${list}\n        b: ${list}\n        c: ${list}\n`;
    expect(runsIn(workflow(head, "terraform plan -var sku=${{ matrix.a }}"))).toEqual(["in . sku=?"]);
  });

  test("templates that include themselves", () => {
    const files = {
      "a.yml": "steps:\n  - script: terraform plan -var sku=a\n  - template: b.yml\n  - template: b.yml\n",
      "b.yml": "steps:\n  - script: terraform plan -var sku=b\n  - template: b.yml\n  - template: b.yml\n",
    };
    const runs = runsIn(files);
    expect(new Set(runs)).toEqual(new Set(["in . sku=a", "in . sku=b"]));
    expect(runs.length).toBeLessThanOrEqual(600);
  });

  test("aliases that multiply", () => {
    const levels = Array.from({ length: 40 }, (_, index) => `  - &l${index + 1} [*l${index}, *l${index}]\n`);
    const text = `steps:\n  - &l0\n    script: terraform plan -var sku=a\n${levels.join("")}`;
    const runs = runsIn({ "azure-pipelines.yml": text });
    expect(new Set(runs)).toEqual(new Set(["in . sku=a"]));
    expect(runs.length).toBeLessThanOrEqual(600);
  });

  test("jobs of GitLab that extend each other", () => {
    const text =
      "a:\n  extends: b\n  script: terraform plan -var sku=a\nb:\n  extends: [a, a, a, b]\n  environment: prod\n";
    expect(runsIn({ ".gitlab-ci.yml": text })).toContain("in . job prod sku=a");
  });

  test("variables that refer to each other without end", () => {
    const text = "variables:\n  a: $(b)\n  b: $(a)\nsteps:\n  - script: terraform plan -var sku=$(a)\n";
    expect(runsIn({ "azure-pipelines.yml": text })).toEqual(["in . sku=?"]);
  });

  test.each([
    ["conditions", `if: ${"a == 'b' && ".repeat(20)}true`],
    ["paths", `working-directory: ${"../".repeat(2_000)}x`],
    ["each", `name: "\${{ each ${" ".repeat(5_000)} }}"`],
  ])("long %s", (_, line) => {
    const files = workflow("", `terraform plan -var sku=a\n        ${line}`);
    expect(runsIn(files).length).toBeLessThanOrEqual(1);
  });

  test("many files with many templates take time in proportion", () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 300; index++) {
      files[`p/${index}.yml`] = `steps:\n  - script: terraform plan -var sku=a\n  - template: t${index}.yml\n`;
    }
    expect(runsIn(files)).toHaveLength(300);
  });
});
