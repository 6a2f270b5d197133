import { describe, expect, test } from "vitest";
import { orDefault } from "../../src/model/value.ts";
import { mapDeclaration } from "../../src/parsers/mapping/map.ts";
import { attributesOf, declare, only, placeAt, short, treeOf, unknown } from "./trees.ts";

const cluster = "azurerm_machine_learning_compute_cluster";

describe("what is not written", () => {
  test("stands at the header of the innermost block that is there", () => {
    const body = { name: "a", scale_settings: [{ min_node_count: 0 }] };
    const { attributes } = only(declare(cluster, body), "compute.cluster") as never as { attributes: never };
    const { publicIp, maxNodes } = attributes as Record<string, { at: { start: { line: number } } }>;
    expect(publicIp!.at.start.line).toBe(1);
    expect(maxNodes!.at.start.line).toBe(3);
  });

  test("on a resource that is only looked up is undecidable", () => {
    const data = declare("azurerm_key_vault", { name: "kv" }, { existing: true });
    expect(attributesOf(only(data, "key-vault"))).toMatchObject({
      name: "kv",
      purgeProtection: "-?the resource is declared elsewhere and only looked up here",
    });
  });

  test("is no certain absence of a block where the resource is only looked up or changed", () => {
    const body = { name: "mlw" };
    const [own, looked, changed] = [{}, { existing: true }, { partial: true as const }].map((more) => {
      const declaration = { ...declare("azurerm_machine_learning_workspace", body), ...more };
      return attributesOf(only(declaration, "workspace")).encryption;
    });
    expect([own, looked, changed]).toEqual([
      false,
      "-?the resource is declared elsewhere and only looked up here",
      "-?what an update does not name keeps its former value",
    ]);
  });

  test("has the platform's default, and says whose it is", () => {
    const { attributes } = only(declare(cluster, {}, { versions: ["4.81.0"] }), "compute.cluster");
    const value = orDefault((attributes as never as Record<string, never>).publicIp!);
    expect(value).toMatchObject({ state: "known", value: true, defaultOf: "azurerm 4" });
  });

  test("and cannot be expressed is unknown for that reason", () => {
    const instance = only(declare("azurerm_machine_learning_compute_instance", {}), "compute.instance");
    const value = orDefault((instance.attributes as never as Record<string, never>).idleShutdown!);
    expect(value).toMatchObject({ state: "unknown", why: expect.stringContaining("azurerm cannot") });
  });
});

describe("the version in force", () => {
  test.each([
    [["4.50.0"], {}, "4.50.0"],
    [["3.117.1", "4.81.0", "5.2.0"], {}, "5.2.0"],
    [["3.117.1", "4.81.0", "5.2.0"], { enable_rbac_authorization: true }, "4.81.0"],
    [["3.117.1", "4.81.0", "5.2.0"], { contact: [{ email: "a" }] }, "4.81.0"],
    [["3.117.1", "4.81.0", "5.2.0"], { enable_rbac_authorization: null }, "5.2.0"],
    [["3.117.1"], { rbac_authorization_enabled: true }, "3.117.1"],
    [["3.117.1", "4.81.0"], { enable_rbac_authorization: true, rbac_authorization_enabled: true }, "4.81.0"],
    [[], {}, undefined],
  ])("of %j for a vault with %j is %s", (versions, body, expected) => {
    expect(only(declare("azurerm_key_vault", body, { versions }), "key-vault").version).toBe(expected);
  });

  test("follows attributes in nested blocks", () => {
    const body = { default_node_pool: [{ enable_node_public_ip: true }] };
    expect(only(declare("azurerm_kubernetes_cluster", body), "kubernetes.cluster").version).toBe("3.117.1");
  });

  test("of ARM is its API version", () => {
    const vault = declare("Microsoft.KeyVault/vaults", {}, { source: "arm", versions: ["2023-07-01"] });
    expect(only(vault, "key-vault").version).toBe("2023-07-01");
  });
});

describe("attributes", () => {
  test("are read once, and only when they are asked for", () => {
    let reads = 0;
    const declaration = declare(cluster, {});
    const entries = new Map([
      [
        "vm_size",
        {
          key: placeAt(9),
          get value() {
            reads++;
            return treeOf("Standard_DS3_v2");
          },
        },
      ],
    ]);
    const resource = only({ ...declaration, body: { ...declaration.body, entries } }, "compute.cluster");
    expect(reads).toBe(0);
    const attributes = resource.attributes as never as Record<string, never>;
    expect(attributes.vmSize).toBe(attributes.vmSize);
    expect(reads).toBe(1);
  });

  test("keep the reason, the pieces and the trail of what is unknown", () => {
    const pieces = ["kv-", { token: "suffix" }];
    const trail = [{ at: placeAt(7), text: "var.name" }];
    const resource = only(declare("azurerm_key_vault", { name: unknown("no value", { pieces, trail }) }), "key-vault");
    expect((resource.attributes as never as Record<string, unknown>).name).toMatchObject({
      state: "unknown",
      why: "no value",
      pieces,
      trail,
      key: placeAt(2),
    });
  });

  test.each([
    [{ node_public_ip_enabled: "perhaps" }, "publicIp", "?node_public_ip_enabled is not true or false"],
    [{ scale_settings: [{ min_node_count: "few" }] }, "minNodes", "?min_node_count is not a number"],
    [{ scale_settings: 3 }, "minNodes", "?the value that should hold min_node_count is not an object"],
    [{ vm_size: ["a"] }, "vmSize", "?vm_size is not a string"],
    [{ identity: [{ identity_ids: [3] }] }, "identityIds", ["?an item is not a reference"]],
    [{ tags: "a" }, "tags", "?tags is not an object"],
    [{ scale_settings: [] }, "minNodes", { default: 0, of: "azurerm 5" }],
  ])("that do not fit are unknown: %j", (body, attribute, expected) => {
    const { attributes } = only(declare(cluster, body), "compute.cluster");
    expect(short((attributes as never as Record<string, never>)[attribute])).toEqual(expected);
  });

  test("of a sensitive value stay sensitive", () => {
    const declaration = declare(cluster, {});
    const value = { ...treeOf("secret"), sensitive: true as const };
    const body = { ...declaration.body, entries: new Map([["vm_size", { key: placeAt(2), value }]]) };
    const { attributes } = only({ ...declaration, body }, "compute.cluster");
    expect((attributes as never as Record<string, unknown>).vmSize).toMatchObject({ sensitive: true });
  });

  test("are listed by for … in", () => {
    expect(Object.keys(attributesOf(only(declare(cluster, {}), "compute.cluster")))).toContain("publicIp");
  });
});

test("an az command is a resource of its own kind, with what is wrong with its words", () => {
  const malformed = [
    { problem: "not-a-dash", word: "–", replacement: "--" },
    { problem: "unknown-flag", word: "--x" },
  ];
  const [command] = mapDeclaration(declare("provider register", { malformed }, { source: "command" }));
  expect(command!.kind).toBe("command");
  expect(attributesOf(command!)).toEqual({
    command: "provider register",
    problems: [
      { problem: "not-a-dash", word: "–", replacement: "--" },
      { problem: "unknown-flag", word: "--x", replacement: undefined },
    ],
  });
});

test("what Terraform itself is told", () => {
  const variable = { name: "sku", required: true, sensitive: false, nullable: true, assigned: false };
  expect(attributesOf(only(declare("variable", variable, { source: "terraform" }), "variable"))).toMatchObject({
    name: "sku",
    required: true,
    assigned: false,
    value: "-",
    failure: "-",
  });
  const assignment = { name: "skuu", declared: false, known: ["sku"] };
  expect(attributesOf(only(declare("assignment", assignment, { source: "terraform" }), "assignment"))).toEqual(
    assignment,
  );
  const file = declare("variable-file", { path: "a.tfvars" }, { source: "terraform" });
  expect(attributesOf(only(file, "variable-file"))).toEqual({ path: "a.tfvars" });
});
