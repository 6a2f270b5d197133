import { describe, expect, test } from "vitest";
import { find, parse, plain, shown, trailOf, treeAt } from "./parse.ts";

const type = "Microsoft.MachineLearningServices/workspaces@2024-10-01";

async function declare(body: string, more = "", resource = "azapi_resource"): ReturnType<typeof parse> {
  return parse({ "main.tf": `${more}resource "${resource}" "ws" {\n  type = "${type}"\n${body}\n}\n` });
}

describe("a resource of azapi", () => {
  const properties = '{\n    kind = "Hub"\n    properties = {\n      publicNetworkAccess = var.access\n    }\n  }';
  const variable = 'variable "access" {\n  default = "Enabled"\n}\n';

  test("has the ARM type, the API version and a body in ARM's shape", async () => {
    const result = await declare(
      `  name = "ws"
  location = "westeurope"
  parent_id = azurerm_resource_group.rg.id
  tags = { a = "b" }
  schema_validation_enabled = false
  identity {
    type = "UserAssigned"
    identity_ids = ["/subscriptions/s/id", azurerm_user_assigned_identity.x.id]
  }
  body = ${properties}`,
      variable,
    );
    const declaration = find(result, "azapi_resource.ws");
    expect(declaration).toMatchObject({
      source: "azapi",
      type: "Microsoft.MachineLearningServices/workspaces",
      versions: ["2024-10-01"],
    });
    expect(plain(declaration.body)).toEqual({
      kind: "Hub",
      properties: { publicNetworkAccess: "Enabled" },
      name: "ws",
      location: "westeurope",
      tags: { a: "b" },
      parent_id: "? azurerm_resource_group.rg is not declared",
      identity: { type: "UserAssigned", userAssignedIdentities: { "/subscriptions/s/id": {}, "?1": {} } },
    });
  });

  test.each([
    ["an object", properties],
    ["the text of jsonencode", `jsonencode(${properties})`],
    ["a merged object", `merge(${properties}, {})`],
  ])("keeps the places of %s", async (_, body) => {
    const declaration = find(await declare(`  body = ${body}`, variable), "azapi_resource.ws");
    expect(trailOf(treeAt(declaration, "properties.publicNetworkAccess"))).toEqual([
      "main.tf:9:29",
      "main.tf:9:29 var.access",
      "main.tf:2:13 default of var.access",
    ]);
  });

  test("keeps the names that lead to an encoded body", async () => {
    const local = 'locals {\n  body = jsonencode({ properties = { a = "x" } })\n}\n';
    const declaration = find(await declare("  body = local.body", local), "azapi_resource.ws");
    expect(trailOf(treeAt(declaration, "properties.a")).at(-1)).toMatch(/^main\.tf:2:42 /);
  });

  test("decodes a text that was written as JSON", async () => {
    const declaration = find(await declare('  body = <<JSON\n{"properties": {"a": true}}\nJSON'), "azapi_resource.ws");
    expect(plain(treeAt(declaration, "properties.a"))).toBe(true);
  });

  test("knows what is known of a partly unknown body", async () => {
    const body = 'jsonencode({ properties = { a = "known", b = azurerm_x.x.id } })';
    const declaration = find(await declare(`  body = ${body}`), "azapi_resource.ws");
    expect(plain(treeAt(declaration, "properties"))).toEqual({ a: "known", b: "? azurerm_x.x is not declared" });
  });

  test("makes the parts of an undecidable body undecided", async () => {
    const declaration = find(await declare("  body = var.body", 'variable "body" {}\n'), "azapi_resource.ws");
    expect(plain(treeAt(declaration, "properties"))).toBe("? var.body has no value");
  });

  test("points at its header where something is missing", async () => {
    const declaration = find(await declare(`  body = ${properties}`, variable), "azapi_resource.ws");
    const tree = treeAt(declaration, "properties");
    expect([shown(declaration.body.header), tree?.form === "mapping" && shown(tree.header)]).toEqual([
      "main.tf:4:1",
      "main.tf:8:18",
    ]);
  });
});

test("an update changes a resource by its id and leaves the rest as it is", async () => {
  const result = await declare(
    '  resource_id = "/x"\n  body = { properties = { a = 1 } }',
    "",
    "azapi_update_resource",
  );
  const declaration = find(result, "azapi_update_resource.ws");
  expect(declaration.partial).toBe(true);
  expect(plain(declaration.body)).toEqual({ properties: { a: 1 }, id: "/x" });
});

test("only types that somebody wants are declared", async () => {
  const files = { "main.tf": `resource "azapi_resource" "ws" {\n  type = "${type}"\n}\nresource "azurerm_x" "x" {}\n` };
  const wanted = async (isWanted: (source: string, type: string) => boolean) =>
    (await parse(files, { isWanted })).declarations.map((declaration) => declaration.type);
  expect(await wanted((source) => source === "azapi")).toEqual(["Microsoft.MachineLearningServices/workspaces"]);
  expect(await wanted((source) => source === "azurerm")).toEqual(["azurerm_x"]);
});
