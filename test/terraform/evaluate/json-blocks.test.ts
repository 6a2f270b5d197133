import { expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import { parseTerraform } from "../../../src/parsers/terraform/index.ts";

const workspace = (identity: unknown) => ({ w: { name: "w", identity, tags: { team: "ml" } } });

/** What a reference in JSON to a workspace in JSON leads to. */
async function referred(identity: unknown, reference: string): Promise<unknown> {
  const resource = {
    azurerm_machine_learning_workspace: workspace(identity),
    azurerm_role_assignment: { r: { principal_id: `\${azurerm_machine_learning_workspace.w.${reference}}` } },
  };
  const texts = new Texts(new MemoryFiles({ "main.tf.json": JSON.stringify({ resource }) }));
  const { declarations } = await parseTerraform({ texts, paths: ["main.tf.json"], environments: [] });
  const found = declarations.find(({ type }) => type === "azurerm_role_assignment");
  const value = found?.body.form === "mapping" ? found.body.entries.get("principal_id")?.value : undefined;
  if (value?.form === "leaf") return value.value;
  return value?.form === "undecided" ? (value.target?.attribute ?? value.why) : value?.form;
}

test.each([
  ["an object", { type: "SystemAssigned" }],
  ["a list of one object", [{ type: "SystemAssigned" }]],
])("a block that JSON writes as %s is referred to by its index", async (_, identity) => {
  expect(await referred(identity, "identity[0].principal_id")).toBe("identity.0.principal_id");
  expect(await referred(identity, "identity.0.type")).toBe("SystemAssigned");
});

test("a map stays a map", async () => {
  expect(await referred({ type: "SystemAssigned" }, "tags.team")).toBe("ml");
});

test("a block that is an expression is not one that is written", async () => {
  expect(await referred("${var.identity}", "identity[0].principal_id")).not.toBe("SystemAssigned");
});
