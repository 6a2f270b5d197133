import { describe, expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import type { Declaration } from "../../../src/model/resource.ts";
import type { Tree } from "../../../src/model/tree.ts";
import { parsePlans } from "../../../src/parsers/terraform/plan/index.ts";

const configuration = `module "ml" {
  source = "./modules/ml"
}

resource "azurerm_resource_group" "ml" {
  name     = "ml"
  location = "westeurope"
}
`;

const module = `resource "azurerm_machine_learning_workspace" "this" {
  name                          = var.name
  public_network_access_enabled = var.public

  identity {
    type = "SystemAssigned"
  }

  key_vault_id = var.vault
}
`;

const plan = {
  format_version: "1.2",
  terraform_version: "1.11.4",
  variables: { environment: { value: "prod" } },
  planned_values: {
    root_module: {
      resources: [
        {
          address: "azurerm_resource_group.ml",
          mode: "managed",
          type: "azurerm_resource_group",
          name: "ml",
          values: { name: "ml", location: "westeurope", tags: null, timeouts: [] },
          sensitive_values: {},
        },
      ],
      child_modules: [
        {
          address: 'module.ml["a.b"]',
          resources: [
            {
              address: 'module.ml["a.b"].azurerm_machine_learning_workspace.this',
              mode: "managed",
              type: "azurerm_machine_learning_workspace",
              name: "this",
              values: {
                name: "ws",
                public_network_access_enabled: true,
                identity: [{ type: "SystemAssigned", identity_ids: null }],
                description: "secret",
              },
            },
          ],
        },
      ],
    },
  },
  resource_changes: [
    {
      address: 'module.ml["a.b"].azurerm_machine_learning_workspace.this',
      change: {
        actions: ["delete", "create"],
        after_unknown: { id: true, identity: [{ principal_id: true }], key_vault_id: true },
        after_sensitive: { description: true },
      },
    },
  ],
  configuration: {
    provider_config: {
      "module.ml:azurerm": { full_name: "registry.terraform.io/hashicorp/azurerm", version_constraint: "~> 4.0" },
    },
    root_module: {
      resources: [],
      module_calls: {
        ml: {
          expressions: { vault: { references: ["azurerm_key_vault.ml.id", "azurerm_key_vault.ml"] } },
          module: {
            resources: [
              {
                address: "azurerm_machine_learning_workspace.this",
                expressions: { key_vault_id: { references: ["var.vault"] } },
              },
            ],
          },
        },
      },
    },
  },
};

function parse(files: Record<string, string>): ReturnType<typeof parsePlans> {
  const memory = new MemoryFiles(files);
  const input = { texts: new Texts(memory), paths: memory.paths(), environments: [] };
  return parsePlans(
    { ...input, paths: input.paths.filter((path) => path.endsWith(".json")) },
    { knownVersions: ["3.117.1", "4.81.0"] },
  );
}

function at(declaration: Declaration, ...path: (string | number)[]): Tree | undefined {
  let tree: Tree | undefined = declaration.body;
  for (const step of path) {
    if (tree?.form === "list") tree = tree.items[Number(step)];
    else tree = tree?.form === "mapping" ? tree.entries.get(String(step))?.value : undefined;
  }
  return tree;
}

describe("a plan with its configuration beside it", () => {
  const result = parse({
    "deploy/prod.tfplan.json": JSON.stringify(plan, undefined, 1),
    "deploy/main.tf": configuration,
    "deploy/modules/ml/main.tf": module,
  });
  const [group, workspace] = result.declarations as [Declaration, Declaration];

  test("belongs to the environment that its file names", () => {
    expect(result.roots).toEqual([
      {
        path: "deploy/prod.tfplan.json",
        language: "plan",
        environments: [{ name: "prod", tier: "production" }],
      },
    ]);
  });

  test("declares the resources of all modules with their addresses", () => {
    expect(result.declarations.map(({ identity }) => identity)).toEqual([
      {
        root: "deploy/prod.tfplan.json",
        module: "",
        address: "azurerm_resource_group.ml",
        block: "azurerm_resource_group.ml",
      },
      {
        root: "deploy/prod.tfplan.json",
        module: "module.ml",
        address: 'module.ml["a.b"].azurerm_machine_learning_workspace.this',
        block: "module.ml.azurerm_machine_learning_workspace.this",
      },
    ]);
  });

  test("has the values of the plan at the places of the configuration", () => {
    expect(at(workspace, "public_network_access_enabled")).toMatchObject({ form: "leaf", value: true });
    const place = at(workspace, "public_network_access_enabled")!.at;
    expect([place.file, place.start.line]).toEqual(["deploy/modules/ml/main.tf", 3]);
    expect(at(workspace, "identity", 0, "type")).toMatchObject({ value: "SystemAssigned" });
    expect(at(workspace, "identity", 0)!.at.start.line).toBe(5);
    expect(workspace.calls[0]!.start).toEqual({ line: 1, column: 1 });
  });

  test("knows that a missing value is unknown and a null one is not written", () => {
    expect(at(workspace, "id")).toMatchObject({ form: "undecided" });
    expect(at(workspace, "identity", 0, "principal_id")).toMatchObject({ form: "undecided" });
    expect(at(workspace, "identity", 0, "identity_ids")).toBeUndefined();
    expect(at(group, "tags")).toBeUndefined();
    expect(at(group, "timeouts")).toBeUndefined();
  });

  test("follows references through the arguments of modules", () => {
    const target = { root: "deploy/prod.tfplan.json", address: "azurerm_key_vault.ml", attribute: "id" };
    expect(at(workspace, "key_vault_id")).toMatchObject({ form: "undecided", target });
  });

  test("masks what is sensitive", () => {
    expect(at(workspace, "description")).toMatchObject({ value: "secret", sensitive: true });
    expect(at(workspace, "name")!.sensitive).toBeUndefined();
  });

  test("tells what will be done, and which versions may be in force", () => {
    expect(workspace.actions).toEqual(["delete", "create"]);
    expect(group.actions).toBeUndefined();
    expect(workspace.versions).toEqual(["4.81.0"]);
  });
});

test("places are those of the plan where no configuration lies beside it", () => {
  const { declarations } = parse({ "plan.json": JSON.stringify(plan, undefined, 1) });
  const name = at(declarations[0]!, "name")!;
  expect(name.at.file).toBe("plan.json");
  expect(declarations[0]!.environment).toEqual({ name: "default", tier: "production" });
});

test("other JSON files are passed over", () => {
  const { roots, problems } = parse({ "a.json": "{", "b.json": '{"planned_values":{}}', "c.json": "[]" });
  expect([roots, problems]).toEqual([[], []]);
});

test("a body of azapi has the shape that ARM is handed", () => {
  const values = {
    type: "Microsoft.MachineLearningServices/workspaces@2024-10-01",
    name: "ws",
    parent_id: "/subscriptions/s/resourceGroups/g",
    body: '{"properties":{"publicNetworkAccess":"Disabled"}}',
    identity: [{ type: "UserAssigned", identity_ids: ["/subscriptions/s/x"] }],
  };
  const resource = { address: "azapi_resource.ws", mode: "managed", type: "azapi_resource", name: "ws", values };
  const text = JSON.stringify({ format_version: "1.2", planned_values: { root_module: { resources: [resource] } } });
  const [workspace] = parse({ "x.plan.json": text }).declarations;
  expect(workspace).toMatchObject({
    source: "azapi",
    type: "Microsoft.MachineLearningServices/workspaces",
    versions: ["2024-10-01"],
  });
  expect(at(workspace!, "properties", "publicNetworkAccess")).toMatchObject({ value: "Disabled" });
  expect(at(workspace!, "parent_id")).toMatchObject({ value: values.parent_id });
  const identity = at(workspace!, "identity", "userAssignedIdentities");
  expect(identity?.form === "mapping" && [...identity.entries.keys()]).toEqual(["/subscriptions/s/x"]);
});
