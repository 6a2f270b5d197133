import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { folderWith } from "./folder.ts";

let folder: string;
let errors: string;

beforeEach(() => {
  folder = folderWith({});
  mkdirSync(join(folder, ".git"));
  errors = "";
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    errors += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const registry = 'resource "azurerm_container_registry" "ml" {\n  name          = "crml"\n  admin_enabled = true\n}\n';

const compiled = JSON.stringify(
  {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    metadata: { _generator: { name: "bicep", version: "0.30.3.12046", templateHash: "1" } },
    resources: [
      {
        type: "Microsoft.ContainerRegistry/registries",
        apiVersion: "2023-07-01",
        name: "crml",
        sku: { name: "Premium" },
        properties: { adminUserEnabled: true },
      },
    ],
  },
  undefined,
  2,
);

const plan = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.9.0",
  planned_values: {
    root_module: {
      resources: [
        {
          address: "azurerm_container_registry.ml",
          mode: "managed",
          type: "azurerm_container_registry",
          name: "ml",
          provider_name: "registry.terraform.io/hashicorp/azurerm",
          values: { name: "crml", admin_enabled: true },
        },
      ],
    },
  },
  resource_changes: [
    {
      address: "azurerm_container_registry.ml",
      mode: "managed",
      type: "azurerm_container_registry",
      name: "ml",
      provider_name: "registry.terraform.io/hashicorp/azurerm",
      change: { actions: ["create"], before: null, after: { name: "crml", admin_enabled: true }, after_unknown: {} },
    },
  ],
});

const synthesized = JSON.stringify({
  "//": { metadata: { backend: "local", stackName: "ml", version: "0.21.0" }, outputs: {} },
  resource: { azurerm_container_registry: { ml: { name: "crml", admin_enabled: true } } },
});

const manifest =
  '{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"ml","Source":"registry.terraform.io/corp/ml/azurerm","Version":"1.0.0","Dir":".terraform/modules/ml"}]}';

const nothing = "There is nothing that could be fixed.\n";

test.each<[string, string, Record<string, string>, string]>([
  [
    "what Bicep compiled",
    "main.json",
    { "main.json": compiled, "main.bicep": "" },
    "1 finding in main.json cannot be fixed there, because Bicep overwrites it: change main.bicep.",
  ],
  [
    "what Bicep compiled elsewhere",
    "main.json",
    { "main.json": compiled },
    "1 finding in main.json cannot be fixed there, because Bicep overwrites it: change the Bicep file that it is compiled from.",
  ],
  [
    "a plan",
    "prod.tfplan.json",
    { "prod.tfplan.json": plan },
    "1 finding in prod.tfplan.json cannot be fixed there, because it is a plan: change the files that were planned.",
  ],
  [
    "what cdktf made",
    "cdktf.out/stacks/ml/cdk.tf.json",
    { "cdktf.out/stacks/ml/cdk.tf.json": synthesized },
    "1 finding in cdktf.out/stacks/ml/cdk.tf.json cannot be fixed there, because cdktf synth overwrites it: change the code that it is made from.",
  ],
  [
    "a module that Terraform fetched",
    ".terraform/modules/ml/main.tf",
    {
      "main.tf": 'module "ml" {\n  source  = "corp/ml/azurerm"\n  version = "1.0.0"\n}\n',
      ".terraform/modules/modules.json": manifest,
      ".terraform/modules/ml/main.tf": registry,
    },
    "1 finding in .terraform/modules/ml/main.tf cannot be fixed there, because terraform init overwrites it: change the module where it is developed.",
  ],
])("%s stays as it is, and --fix and --diff say what to change", async (_, file, files, sentence) => {
  for (const [path, content] of Object.entries(files)) put(path, content);
  await run(["--fix", folder]);
  expect(errors).toBe(`${nothing}${sentence}\n`);
  errors = "";
  await run(["--diff", folder]);
  expect(errors).toBe(`${nothing}${sentence}\n`);
  expect(readFileSync(join(folder, file), "utf8")).toBe(files[file]);
});

test("what cannot be fixed anywhere is told after what was", async () => {
  put("a.json", compiled);
  put("b.json", compiled.replaceAll("crml", "crb"));
  put("main.tf", registry);
  await run(["--fix", folder]);
  expect(errors.split("\n").slice(0, 2)).toEqual([
    "Fixed 1 finding in 1 file.",
    "1 finding in a.json cannot be fixed there, because Bicep overwrites it: change the Bicep file that it is compiled from.",
  ]);
});

test("a fix that was not asked for is not told as lost", async () => {
  const registry = '"type": "Microsoft.ContainerRegistry/registries"';
  const workspace = '"type": "Microsoft.MachineLearningServices/workspaces"';
  const open = compiled
    .replace(registry, workspace)
    .replace('"adminUserEnabled": true', '"publicNetworkAccess": "Enabled"');
  put("live/prod/main.json", open.replace("2023-07-01", "2024-10-01"));
  await run(["--fix", folder]);
  expect(errors).toBe(nothing);
  errors = "";
  await run(["--fix=unsafe", folder]);
  expect(errors).toContain("1 finding in live/prod/main.json cannot be fixed there");
});
