import { describe, expect, test } from "vitest";
import type { Kind } from "../../src/model/kinds.ts";
import type { Source } from "../../src/model/resource.ts";
import { declare, only, type Plain } from "./trees.ts";

interface Case {
  readonly type: string;
  readonly kind: Kind;
  readonly body: Plain;
  readonly source: Source;
  readonly versions: readonly string[];
}

function spelled({ type, kind, body, source, versions }: Case, attribute: string, value: unknown): string {
  const resource = only(declare(type, body, { source, versions }), kind);
  const spelling = resource.spelling(attribute)!;
  return `${spelling.path.join(".")} = ${spelling.encode(value)}`;
}

const insights = { type: "azurerm_application_insights", kind: "insights", source: "azurerm" } as const;
const vault = { type: "azurerm_key_vault", kind: "key-vault", body: {}, source: "azurerm" } as const;

describe("how an attribute is written", () => {
  test.each<[string, Case, string, unknown, string]>([
    [
      "as it is written here, with what that spelling means",
      { ...insights, body: { local_authentication_disabled: false }, versions: ["4.81.0"] },
      "localAuth",
      true,
      "local_authentication_disabled = false",
    ],
    [
      "as the version in force knows it",
      { ...insights, body: {}, versions: ["5.2.0"] },
      "localAuth",
      false,
      "local_authentication_enabled = false",
    ],
    ["formerly", { ...vault, versions: ["3.117.1"] }, "rbac", true, "enable_rbac_authorization = true"],
    ["today", { ...vault, versions: ["4.81.0"] }, "rbac", true, "rbac_authorization_enabled = true"],
    [
      "the other way round in ARM",
      { type: "Microsoft.Insights/components", kind: "insights", body: {}, source: "arm", versions: ["2020-02-02"] },
      "localAuth",
      false,
      "properties.DisableLocalAuth = true",
    ],
    [
      "as a word",
      { type: "Microsoft.KeyVault/vaults", kind: "key-vault", body: {}, source: "arm", versions: ["2023-07-01"] },
      "publicAccess",
      false,
      "properties.publicNetworkAccess = Disabled",
    ],
  ])("%s", (_, written, attribute, value, text) => {
    expect(spelled(written, attribute, value)).toBe(text);
  });
});
