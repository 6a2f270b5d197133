import { describe, expect, test } from "vitest";
import { type Files, runsIn } from "./reading.ts";

describe("the runs in pipelines of GitLab", () => {
  const table: readonly [string, string, string[]][] = [
    [
      "lines of a job run in one shell, after those that come before all jobs",
      `variables:
  TF_VAR_sku: a
before_script:
  - cd infra
apply:
  environment: { name: prod }
  variables:
    TF_VAR_nodes: 2
  script:
    - terraform init
    - terraform apply -var free=b
`,
      ["in infra job prod TF_VAR_sku=a TF_VAR_nodes=2 free=b"],
    ],
    [
      "jobs that extend others",
      `.plan:
  script: [terraform plan -var environment=$STAGE]
dev:
  extends: .plan
  variables: { STAGE: dev }
prod:
  extends: [.plan]
  variables: { STAGE: prod }
`,
      ["in . environment=dev", "in . environment=prod"],
    ],
    [
      "a matrix",
      `plan:
  parallel:
    matrix:
      - STAGE: [dev, prod]
        SKU: a
  script: terraform plan -var environment=$STAGE -var sku=$SKU
`,
      ["in . environment=dev sku=a", "in . environment=prod sku=a"],
    ],
    [
      "variables that refer to others",
      "variables:\n  TF_VAR_environment: $CI_ENVIRONMENT_NAME\nplan:\n  script: terraform plan\n",
      ["in . TF_VAR_environment=?"],
    ],
  ];
  test.each(table)("%s", (_, text, expected) => {
    expect(runsIn({ ".gitlab-ci.yml": text })).toEqual(expected);
  });
});

describe("the runs in scripts", () => {
  const table: readonly [string, string, string[]][] = [
    ["a script starts where its caller is", "terraform plan -var sku=a\n", ["in . sku=a"]],
    ["beside itself", 'cd "$(dirname "$0")/../infra"\nterraform plan -var sku=a\n', ["in infra sku=a"]],
    [
      "beside itself, by a variable",
      'HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"\nterraform -chdir="$HERE/tf" plan -var sku=a\n',
      ["in scripts/tf sku=a"],
    ],
    ["a directory that only the run tells", 'cd "$1"\nterraform plan -var sku=a\n', ["in . sku=a"]],
    ["pushd and popd", "pushd infra\npopd\nterraform plan -var sku=a\n", ["in . sku=a"]],
    ["cd in a branch", "if x; then cd infra; fi\nterraform plan -var sku=a\n", ["in . sku=a"]],
    ["variables", 'SKU=a\nexport TF_VAR_nodes="$N"\nterraform plan -var "sku=$SKU"\n', ["in . TF_VAR_nodes=? sku=a"]],
    ["an unknown option", 'terraform plan "${ARGS[@]}" -var sku=a\n', ["in . sku=a and more"]],
    ["what only speaks of Terraform", 'echo "terraform plan -var sku=a"\n# terraform plan -var sku=a\n', []],
  ];
  test.each(table)("%s", (_, text, expected) => {
    const runs = runsIn({ "scripts/deploy.sh": text });
    expect(runs).toEqual(expected);
  });

  test("PowerShell beside itself", () => {
    const text = 'Set-Location "$PSScriptRoot/../infra"\nterraform plan "-var=sku=a"\n';
    expect(runsIn({ "scripts/deploy.ps1": text })).toEqual(["in infra sku=a"]);
  });

  test("tests are no deployment", () => {
    const files: Files = {
      "tests/run.sh": "terraform apply -var sku=a\n",
      "test-infra.sh": "terraform plan -var sku=a\n",
    };
    expect(runsIn(files)).toEqual([]);
  });

  test("documentation does not count", () => {
    expect(runsIn({ "README.md": "```sh\nterraform plan -var sku=a\n```\n" })).toEqual([]);
  });
});
