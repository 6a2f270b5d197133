import { describe, test } from "vitest";
import type { Files } from "./fixing.ts";
import { expectLanding, type Landing } from "./landing.ts";

type Case = readonly [name: string, files: Files, landing: Landing];

const nowhere: Landing = {};

const create = "az ml compute create --name cpu --type AmlCompute --size Standard_D4s_v5 -w ml -g ml";

const yaml = (nodes: number) => `$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json
name: cpu
type: amlcompute
size: Standard_D4s_v5
min_instances: ${nodes} # warm
max_instances: 4
`;

describe("in commands and YAML, a fix lands in what decides", () => {
  test.each<Case>([
    ["the file of az ml", { "compute.yml": yaml(2) }, { "compute.yml": ["2 # warm", "0 # warm"] }],
    [
      "the file that a command names",
      { "deploy.sh": "az ml compute create --file compute.yml -w ml -g ml\n", "compute.yml": yaml(2) },
      { "compute.yml": ["2 # warm", "0 # warm"] },
    ],
    [
      "the option of a command, over its file",
      { "deploy.sh": "az ml compute create --file compute.yml --min-instances 2\n", "compute.yml": yaml(0) },
      { "deploy.sh": ["-instances 2", "-instances 0"] },
    ],
    [
      "the option of a command",
      { "deploy.sh": `${create} \\\n  --min-instances 2 \\\n  --max-instances 4\n` },
      { "deploy.sh": ["-instances 2", "-instances 0"] },
    ],
    [
      "an option between quotes",
      { "deploy.sh": `${create} --min-instances="2" --max-instances 4\n` },
      { "deploy.sh": ['"2"', '"0"'] },
    ],
    [
      "a variable of a shell",
      { "deploy.sh": `NODES=2\n${create} --min-instances "$NODES" --max-instances 4\n` },
      { "deploy.sh": ["NODES=2", "NODES=0"] },
    ],
    [
      "a variable of PowerShell, with the line breaks of Windows",
      { "deploy.ps1": `$nodes = 2\r\n${create} \`\r\n  --min-instances $nodes --max-instances 4\r\n` },
      { "deploy.ps1": ["= 2", "= 0"] },
    ],
    [
      "a fence of Markdown",
      { "README.md": `# Deploy\n\n\`\`\`sh\n${create} --min-instances 2 --max-instances 4\n\`\`\`\n` },
      { "README.md": ["-instances 2", "-instances 0"] },
    ],
    [
      "a script in a pipeline",
      {
        "azure-pipelines.yml": `steps:\n  - script: |\n      ${create} \\\n        --min-instances 2 --max-instances 4\n`,
      },
      { "azure-pipelines.yml": ["-instances 2", "-instances 0"] },
    ],
    [
      "a variable of a pipeline",
      {
        "azure-pipelines.yml": `variables:\n  nodes: 2\nsteps:\n  - script: ${create} --min-instances $(nodes) --max-instances 4\n`,
      },
      { "azure-pipelines.yml": ["nodes: 2", "nodes: 0"] },
    ],
  ])("%s", (_, files, landing) => expectLanding("compute/idle-nodes", files, landing));

  test("the settings file that a command names", () =>
    expectLanding(
      "extension/invalid-value",
      {
        "deploy.sh":
          "az k8s-extension create --name ml --extension-type Microsoft.AzureML.Kubernetes --cluster-type managedClusters --cluster-name c -g ml --scope cluster --config-settings-file settings.json\n",
        "settings.json": '{\n  "enableTraining": "Ture"\n}\n',
      },
      { "settings.json": ["Ture", "True"] },
    ));
});

const registry = `variable "admin" {}

variable "env" {}

resource "azurerm_container_registry" "ml" {
  name          = "crml"
  sku           = "Premium"
  admin_enabled = var.admin
}
`;

const workspace = `variable "open" {}

variable "env" {}

resource "azurerm_machine_learning_workspace" "ml" {
  name                          = "ml"
  public_network_access_enabled = var.open
}
`;

const job = (name: string, run: string) =>
  `  ${name}:\n    runs-on: ubuntu-latest\n    environment: ${name}\n    steps:\n      - run: ${run}\n`;
const workflow = ".github/workflows/deploy.yml";

describe("what a pipeline gives to Terraform", () => {
  test.each<Case>([
    [
      "the argument of a script",
      { "main.tf": registry, "deploy.sh": "terraform apply -var admin=true -var env=prod\n" },
      { "deploy.sh": ["admin=true", "admin=false"] },
    ],
    [
      "the argument of one of two jobs",
      {
        "main.tf": registry,
        [workflow]: `on: push\njobs:\n${job("dev", "terraform apply -var 'admin=false' -var env=dev")}${job("prod", "terraform apply -var 'admin=true' -var env=prod")}`,
      },
      { [workflow]: ["'admin=true'", "'admin=false'"] },
    ],
    [
      "the environment of a job",
      {
        "main.tf": registry,
        [workflow]: `on: push\njobs:\n${job("prod", "terraform apply -var env=prod")}    env:\n      TF_VAR_admin: "true"\n`,
      },
      { [workflow]: ['"true"', '"false"'] },
    ],
  ])("%s", (_, files, landing) => expectLanding("registry/admin-user", files, landing));

  test("nowhere, where a job that may have it shares it", () =>
    expectLanding(
      "workspace/public-access",
      {
        "main.tf": workspace,
        [workflow]: `on: push\nenv:\n  TF_VAR_open: true\njobs:\n${job("dev", "terraform apply -var env=dev")}${job("prod", "terraform apply -var env=prod")}`,
      },
      nowhere,
    ));
});
