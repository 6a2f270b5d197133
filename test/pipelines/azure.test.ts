import { describe, expect, test } from "vitest";
import { type Files, runsIn } from "./reading.ts";

const path = "azure-pipelines.yml";

describe("the runs in pipelines of Azure", () => {
  const table: readonly [string, Files, string[]][] = [
    [
      "a task with options in a text",
      {
        [path]: `variables:
  location: westeurope
  dir: infra
steps:
  - task: TerraformTaskV4@4
    inputs:
      command: plan
      workingDirectory: $(System.DefaultWorkingDirectory)/$(dir)
      commandOptions: '-var "free=$(location)" -var sku=$(unset) -var-file="prod.tfvars"'
`,
      },
      ["in infra free=westeurope sku=? file prod.tfvars"],
    ],
    [
      "a task that destroys",
      { [path]: "steps:\n  - task: TerraformCLI@1\n    inputs: { command: destroy, commandOptions: -var sku=a }\n" },
      [],
    ],
    [
      "scripts, with a directory and with variables of their own",
      {
        [path]: `steps:
  - script: terraform plan -var sku=a
    workingDirectory: infra
    env:
      TF_VAR_nodes: 2
  - pwsh: terraform plan -var sku=b
  - task: AzureCLI@2
    inputs:
      scriptType: bash
      inlineScript: cd $(Build.SourcesDirectory)/other && terraform apply -var sku=c
`,
      },
      ["in infra TF_VAR_nodes=2 sku=a", "in . sku=b", "in other sku=c"],
    ],
    [
      "a variable of the pipeline reaches processes in capital letters",
      { [path]: "variables:\n  TF_VAR_sku: a\nsteps:\n  - script: terraform plan\n" },
      ["in . TF_VAR_SKU=a"],
    ],
    [
      "stages and deployments",
      {
        [path]: `stages:
  - stage: Plan
    jobs:
      - job: plan
        steps:
          - script: terraform plan -var sku=a
  - stage: prod
    variables:
      sku: b
    jobs:
      - deployment: apply
        environment: ml-prod.cluster
        strategy:
          runOnce:
            deploy:
              steps:
                - script: terraform apply -var sku=$(sku)
`,
      },
      ["in . sku=a", "in . job ml-prod hint prod sku=b"],
    ],
    [
      "a matrix",
      {
        [path]: `jobs:
  - job: plan
    strategy:
      matrix:
        dev: { stage: dev, sku: a }
        prod: { stage: prod, sku: b }
    steps:
      - script: terraform plan -var environment=$(stage) -var sku=$(sku)
`,
      },
      ["in . environment=dev sku=a", "in . environment=prod sku=b"],
    ],
    [
      "parameters that are chosen from a list",
      {
        [path]: `parameters:
  - name: stage
    values: [dev, prod]
steps:
  - script: terraform plan -var environment=\${{ parameters.stage }}
  - \${{ if eq(parameters.stage, 'prod') }}:
      - script: terraform plan -var sku=large
`,
      },
      ["in . environment=dev", "in . environment=prod", "in . sku=large"],
    ],
    [
      "templates with parameters, and a list of environments",
      {
        [path]: `parameters:
  - name: stages
    type: object
    default: [dev, prod]
stages:
  - \${{ each stage in parameters.stages }}:
      - template: templates/terraform.yml
        parameters:
          stage: \${{ stage }}
`,
        "templates/terraform.yml": `parameters:
  - name: stage
  - name: sku
    default: small
stages:
  - stage: apply_terraform
    jobs:
      - deployment: apply
        environment: \${{ parameters.stage }}
        strategy:
          runOnce:
            deploy:
              steps:
                - script: terraform apply -var sku=\${{ parameters.sku }}
`,
      },
      ["in . job dev sku=small", "in . job prod sku=small"],
    ],
    [
      "templates of variables, one for each environment",
      {
        "pipelines/deploy.yml": `variables:
  - \${{ if eq(variables['Build.SourceBranchName'], 'main') }}:
      - template: ../config-prod.yml
  - \${{ if ne(variables['Build.SourceBranchName'], 'main') }}:
      - template: ../config-dev.yml
steps:
  - template: steps/plan.yml@templates
`,
        "config-prod.yml": "variables:\n  stage: prod\n  dir: infra\n",
        "config-dev.yml": "variables:\n  stage: dev\n  dir: infra\n",
        "templates/steps/plan.yml":
          'steps:\n  - task: TerraformTaskV2@2\n    inputs:\n      command: plan\n      workingDirectory: $(dir)\n      commandOptions: -var "environment=$(stage)"\n',
      },
      ["in infra environment=prod", "in infra environment=dev"],
    ],
    [
      "numbers and truth values are the texts that are written",
      {
        [path]: `variables:
  postfix: 0001
  version: 1.10
  flag: True
steps:
  - script: terraform plan -var a=$(postfix) -var b=$(version) -var c=$(flag)
`,
      },
      ["in . a=0001 b=1.10 c=True"],
    ],
    [
      "a stage that integrates is no environment",
      {
        [path]:
          "stages:\n  - stage: TerraformContinuousIntegration\n    jobs:\n      - job: plan\n        steps:\n          - script: terraform plan -var sku=a\n",
      },
      ["in . sku=a"],
    ],
    [
      "a template that nobody includes",
      {
        "templates/plan.yml":
          "steps:\n  - script: terraform plan -var sku=a -var environment=${{ parameters.stage }}\n",
      },
      ["in . sku=a environment=?"],
    ],
  ];
  test.each(table)("%s", (_, files, expected) => {
    expect(runsIn(files)).toEqual(expected);
  });
});
