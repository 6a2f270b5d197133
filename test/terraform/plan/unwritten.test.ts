import { describe, expect, test } from "vitest";
import { lintFiles } from "../../../scripts/example.ts";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import type { Tree } from "../../../src/model/tree.ts";
import { parsePlans } from "../../../src/parsers/terraform/plan/index.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const type = "azurerm_storage_account";
const address = `${type}.ml`;

/** A plan that creates one storage account. */
function planOf(values: Json, unknown: Json, expressions: Json): string {
  return JSON.stringify({
    format_version: "1.2",
    planned_values: { root_module: { resources: [{ address, mode: "managed", type, name: "ml", values }] } },
    resource_changes: [{ address, change: { actions: ["create"], after_unknown: unknown } }],
    configuration: { root_module: { resources: [{ address, type, expressions }] } },
  });
}

function entry(files: Readonly<Record<string, string>>, ...path: (string | number)[]): Tree | undefined {
  const memory = new MemoryFiles(files);
  const input = { texts: new Texts(memory), paths: ["plan.json"], environments: [] };
  let tree: Tree | undefined = parsePlans(input).declarations[0]?.body;
  for (const step of path) {
    if (tree?.form === "list") tree = tree.items[Number(step)];
    else tree = tree?.form === "mapping" ? tree.entries.get(String(step))?.value : undefined;
  }
  return tree;
}

const written = { name: { constant_value: "mldata" } };

describe("what nobody wrote in a plan", () => {
  test("is told by the configuration that the plan holds, as far as it shows dynamic blocks", () => {
    const files = {
      "plan.json": planOf({ name: "mldata", min_tls_version: "TLS1_2" }, { network_rules: true }, written),
    };
    expect(entry(files, "name")?.unwritten).toBeUndefined();
    expect(entry(files, "min_tls_version")).toMatchObject({ value: "TLS1_2", unwritten: "as-attribute" });
    expect(entry(files, "network_rules")).toMatchObject({ form: "undecided", unwritten: "as-attribute" });
  });

  test("is told by the configuration beside the plan, dynamic blocks included", () => {
    const plan = planOf({ name: "mldata" }, { network_rules: true, blob_properties: true }, written);
    const body = 'name = "mldata"\n  dynamic "network_rules" {\n    for_each = var.rules\n    content {}\n  }';
    const files = { "plan.json": plan, "main.tf": `resource "${type}" "ml" {\n  ${body}\n}\n` };
    expect(entry(files, "network_rules")?.unwritten).toBeUndefined();
    expect(entry(files, "blob_properties")?.unwritten).toBe("wholly");
  });

  test("is not told of one of several blocks: sets have no order", () => {
    const rules: Json = [{ bypass: ["None"] }, { default_action: "Deny" }];
    const plan = planOf({ network_rules: rules }, {}, { network_rules: [{ default_action: {} }, { bypass: {} }] });
    expect(entry({ "plan.json": plan }, "network_rules", 0, "bypass")?.unwritten).toBeUndefined();
  });

  test("is not told where the plan holds no configuration", () => {
    const plan = JSON.parse(planOf({ min_tls_version: "TLS1_2" }, {}, written)) as Record<string, unknown>;
    delete plan["configuration"];
    expect(entry({ "plan.json": JSON.stringify(plan) }, "min_tls_version")?.unwritten).toBeUndefined();
  });

  test("is a default, of which the message says so", async () => {
    const values = { name: "mldata", location: "westeurope", https_traffic_only_enabled: false };
    const { findings } = await lintFiles({ "plan.json": planOf(values, {}, written) });
    const [open] = findings.filter(({ rule }) => rule === "storage/http-allowed");
    expect(open?.message).toMatch(
      /: https_traffic_only_enabled is not set, and the default of the provider is false\.$/,
    );
  });
});
