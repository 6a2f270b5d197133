import { describe, expect, test } from "vitest";
import { type Files, runsIn } from "./reading.ts";

const path = ".github/workflows/deploy.yml";

function workflow(jobs: string, more: Files = {}): Files {
  return { [path]: `on: push\njobs:\n${jobs}`, ...more };
}

function job(steps: string, head = ""): string {
  const lines = steps
    .trim()
    .split("\n")
    .map((line) => `      ${line}\n`);
  return `  apply:\n${head}    steps:\n${lines.join("")}`;
}

describe("the runs in workflows of GitHub", () => {
  const table: readonly [string, Files, string[]][] = [
    [
      "options in all their spellings",
      workflow(job(`- run: terraform plan -var sku=a --var nodes=2 -var='tags={a="b"}' -var-file=prod.tfvars -out=x`)),
      ['in . sku=a nodes=2 tags={a="b"} file prod.tfvars'],
    ],
    [
      "options that take their value from the next word",
      workflow(job(`- run: tofu plan -out tfplan -var-file prod.tfvars -var "sku=a b"`)),
      ["in . file prod.tfvars sku=a b"],
    ],
    ["-chdir", workflow(job("- run: terraform -chdir=infra apply -auto-approve -var sku=a")), ["in infra sku=a"]],
    [
      "the working directory of a step",
      workflow(job("- run: terraform plan -var sku=a\n  working-directory: ./infra")),
      ["in infra sku=a"],
    ],
    [
      "the working directory of a job",
      workflow(
        job("- run: terraform plan -var sku=a", "    defaults:\n      run:\n        working-directory: infra\n"),
      ),
      ["in infra sku=a"],
    ],
    ["cd before the command", workflow(job("- run: cd infra && terraform plan -var sku=a")), ["in infra sku=a"]],
    [
      "cd in a subshell ends with it",
      workflow(job("- run: |\n    (cd infra; ls)\n    terraform plan -var sku=a")),
      ["in . sku=a"],
    ],
    [
      "the directory of the checkout",
      workflow(job("- run: terraform plan -var sku=a\n  working-directory: ${{ github.workspace }}/infra")),
      ["in infra sku=a"],
    ],
    [
      "variables of the workflow, the job and the step",
      {
        [path]: `on: push\nenv:\n  TF_VAR_sku: a\n  TF_VAR_nodes: 1\njobs:\n${job(
          "- run: terraform plan\n  env:\n    TF_VAR_free: c",
          "    env:\n      TF_VAR_nodes: 2\n",
        )}`,
      },
      ["in . TF_VAR_sku=a TF_VAR_nodes=2 TF_VAR_free=c"],
    ],
    [
      "variables that the script exports",
      workflow(
        job("- run: |\n    export TF_VAR_sku=a\n    TF_VAR_nodes=2 terraform plan\n    export TF_VAR_free=late"),
      ),
      ["in . TF_VAR_sku=a TF_VAR_nodes=2"],
    ],
    [
      "values that only the run tells",
      workflow(job("- run: terraform plan -var sku=${{ vars.SKU }} -var free=ml-${{ secrets.X }}")),
      ["in . sku=? free=ml-?"],
    ],
    [
      "options that only the run tells",
      workflow(job("- run: terraform plan -var sku=a $MORE")),
      ["in . sku=a and more"],
    ],
    [
      "a plan that is applied says nothing new",
      workflow(job("- run: terraform plan -var sku=a -out=x\n- run: terraform apply -auto-approve x")),
      ["in . sku=a"],
    ],
    [
      "destroy is no deployment",
      workflow(job("- run: |\n    terraform destroy -var sku=a\n    terraform plan -destroy -var sku=a")),
      [],
    ],
    ["a part of an environment is none", workflow(job("- run: terraform apply -target=module.a -var sku=a")), []],
    [
      "the environment of a job",
      workflow(job("- run: terraform plan -var sku=a", "    environment:\n      name: prod\n")),
      ["in . job prod sku=a"],
    ],
    [
      "a matrix",
      workflow(
        job(
          "- run: terraform plan -var sku=${{ matrix.sku }}",
          "    environment: ${{ matrix.env }}\n    strategy:\n      matrix:\n        env: [dev, prod]\n        include:\n          - env: prod\n            sku: large\n",
        ),
      ),
      ["in . job dev sku=?", "in . job prod sku=large"],
    ],
    [
      "a matrix of whole combinations",
      workflow(
        job(
          "- run: terraform plan -var sku=${{ matrix.sku }}",
          "    strategy:\n      matrix:\n        include:\n          - sku: a\n          - sku: b\n",
        ),
      ),
      ["in . sku=a", "in . sku=b"],
    ],
    [
      "a matrix that the run computes",
      workflow(
        job(
          "- run: terraform plan -var sku=${{ matrix.sku }}",
          "    strategy:\n      matrix:\n        sku: ${{ fromJson(needs.a.outputs.b) }}\n",
        ),
      ),
      ["in . sku=?"],
    ],
    [
      "inputs that are chosen from a list",
      {
        [path]: `on:\n  workflow_dispatch:\n    inputs:\n      stage:\n        type: choice\n        options: [dev, prod]\njobs:\n${job(
          "- run: terraform plan -var environment=${{ inputs.stage }}\n- if: inputs.stage == 'prod'\n  run: terraform plan -var sku=large",
        )}`,
      },
      ["in . environment=dev", "in . environment=prod", "in . sku=large"],
    ],
    [
      "a workflow that another one uses",
      {
        ...workflow(
          "  prod:\n    uses: ./.github/workflows/terraform.yml\n    with:\n      stage: prod\n  dev:\n    uses: ./.github/workflows/terraform.yml\n    with:\n      stage: dev\n      sku: tiny\n",
        ),
        ".github/workflows/terraform.yml": `on:\n  workflow_call:\n    inputs:\n      stage: { type: string }\n      sku: { type: string, default: large }\njobs:\n${job(
          "- run: terraform plan -var sku=${{ inputs.sku }}",
          "    environment: ${{ inputs.stage }}\n",
        )}`,
      },
      ["in . job prod sku=large", "in . job dev sku=tiny"],
    ],
    [
      "an action that a job uses",
      {
        ...workflow(job("- uses: ./.github/actions/plan\n  with:\n    sku: a")),
        ".github/actions/plan/action.yml":
          'name: plan\ninputs:\n  sku: {}\nruns:\n  using: composite\n  steps:\n    - run: terraform plan -var "sku=${{ inputs.sku }}"\n      shell: bash\n',
      },
      ["in . sku=a"],
    ],
    [
      "a job that only tests",
      workflow("  integration_test:\n    steps:\n      - run: terraform apply -var sku=a\n"),
      [],
    ],
    [
      "PowerShell",
      workflow(job("- shell: pwsh\n  run: |\n    $env:TF_VAR_sku = 'a'\n    terraform plan -var \"nodes=2\"")),
      ["in . TF_VAR_sku=a nodes=2"],
    ],
  ];
  test.each(table)("%s", (_, files, expected) => {
    expect(runsIn(files)).toEqual(expected);
  });
});
