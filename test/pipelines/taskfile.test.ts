import { expect, test } from "vitest";
import { environmentsIn, runsIn, trailOf, variables } from "./reading.ts";

const plan = (options: string) => `version: "3"\ntasks:\n  plan:\n    cmds:\n    - terraform plan ${options}\n`;

test.each<[string, string, string[]]>([
  ["a command", plan("-var sku=a"), ["in . sku=a"]],
  ["a variable that only a task knows", plan('-var "sku={{.SKU}}" -var free=b'), ["in . sku=? free=b"]],
  ["a template that computes", plan("-var 'sku={{default \"a\" .SKU}}'"), ["in . sku=?"]],
  ["a variable of the file", `${plan("-var-file={{.FILE}}")}vars:\n  FILE: prod.tfvars\n`, ["in . file prod.tfvars"]],
  [
    "a variable of the task before that of the file",
    'vars: { SKU: a }\ntasks:\n  plan:\n    vars: { SKU: b }\n    cmds: ["terraform plan -var sku={{.SKU}}"]\n',
    ["in . sku=b"],
  ],
  [
    "a variable that a command gives",
    'vars: { SKU: { sh: echo a } }\ntasks:\n  plan:\n    cmds: ["terraform plan -var sku={{.SKU}}"]\n',
    ["in . sku=?"],
  ],
  [
    "a variable that another task hands over",
    'vars: { SKU: a }\ntasks:\n  plan:\n    cmds: ["terraform plan -var sku={{.SKU}}"]\n' +
      "  all:\n    cmds:\n    - { task: plan, vars: { SKU: b } }\n",
    ["in . sku=?"],
  ],
  [
    "the environment of the process",
    "env: { TF_VAR_sku: a }\ntasks:\n  plan: terraform plan -var free=b\n",
    ["in . TF_VAR_sku=a free=b"],
  ],
  [
    "commands with their options, in another directory",
    "tasks:\n  plan:\n    dir: infra\n    cmds:\n    - cmd: terraform plan -var sku=a\n      silent: true\n",
    ["in infra sku=a"],
  ],
  ["a task that tests", 'tasks:\n  test:\n    cmds: ["terraform plan -var sku=a"]\n', []],
])("%s", (_, text, runs) => {
  expect(runsIn({ "Taskfile.yaml": text })).toEqual(runs);
});

test("a Taskfile gives its variables to the root that lies beside it", async () => {
  const files = {
    "infra/main.tf": variables,
    "infra/prod.tfvars": 'sku = "large"\n',
    "infra/Taskfile.yml": plan('-var "environment={{.STAGE}}" -var-file=prod.tfvars'),
  };
  expect(await environmentsIn(files)).toEqual(["infra prod: environment=? sku=large"]);
});

test("the trail leads to the letters of the Taskfile behind a template", async () => {
  const files = {
    "main.tf": variables,
    "prod.tfvars": 'sku = "large"\n',
    "Taskfile.yml": plan('-var "free={{.A}}" -var environment=prod -var-file=prod.tfvars'),
  };
  const line = files["Taskfile.yml"].split("\n")[4]!;
  const [step] = await trailOf(files, "prod", "environment");
  expect(step).toMatch(new RegExp(`Taskfile\\.yml:5:${line.indexOf("environment=prod") + "environment=".length + 1}$`));
});
