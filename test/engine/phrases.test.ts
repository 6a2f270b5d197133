import { describe, expect, test } from "vitest";
import { attributeSetting, attributeState } from "../../src/engine/phrases.ts";
import type { Resource, Source, Spelling } from "../../src/model/resource.ts";
import { cluster, known, place, prod } from "./sample.ts";

function written(source: Source, spelling: Spelling): Resource {
  return { ...cluster(prod, {}), source, spelling: () => spelling } as unknown as Resource;
}

const plain = (value: unknown) => value;
const word = (value: unknown) => (value ? "Enabled" : "Disabled");

describe("the text that sets an attribute", () => {
  test.each<[Source, string, Spelling["encode"], unknown, string]>([
    ["azurerm", "node_public_ip_enabled", plain, false, "node_public_ip_enabled = false"],
    ["azurerm", "scale_settings.min_node_count", plain, 0, "min_node_count = 0"],
    ["azurerm", "min_tls_version", plain, "TLS1_2", 'min_tls_version = "TLS1_2"'],
    ["azapi", "properties.publicNetworkAccess", word, false, 'publicNetworkAccess = "Disabled"'],
    ["arm", "properties.publicNetworkAccess", word, false, '"publicNetworkAccess": "Disabled"'],
    ["arm", "properties.disableLocalAuth", (value) => !value, false, '"disableLocalAuth": true'],
    ["azureml", "min_instances", plain, 0, "min_instances: 0"],
    ["command", "min-instances", plain, 0, "--min-instances 0"],
  ])("%s %s", (source, path, encode, value, text) => {
    expect(attributeSetting(written(source, { path: path.split("."), encode }), "any", value)).toBe(text);
  });
});

describe("the clause on what an attribute is", () => {
  const resource = written("azurerm", { path: ["admin_enabled"], encode: plain });

  test("names what is written", () => {
    expect(attributeState(resource, "adminUser", known(true, 3))).toBe("admin_enabled is true");
  });

  test("names the owner of a default", () => {
    const absent = {
      state: "absent",
      at: place(1),
      fallback: { kind: "value", value: true, of: "azurerm 4" },
    } as const;
    expect(attributeState(resource, "adminUser", absent)).toBe(
      "admin_enabled is not set, and the default of azurerm 4 is true",
    );
  });

  test("masks what is sensitive", () => {
    const secret = { ...known("hunter2", 3), sensitive: true } as never;
    expect(attributeState(resource, "adminUser", secret)).toBe("admin_enabled is a masked value");
  });
});

describe("a flag of a command, which has no value,", () => {
  const flag = written("command", { path: ["disable-rbac"], isFlag: true, encode: (value) => !value });

  test("is set or not", () => {
    expect(attributeSetting(flag, "rbac", false)).toBe("--disable-rbac");
    expect(attributeSetting(flag, "rbac", true)).toBe("no --disable-rbac");
  });

  test("is given where it is written", () => {
    expect(attributeState(flag, "rbac", known(false, 3))).toBe("--disable-rbac is given");
  });
});
