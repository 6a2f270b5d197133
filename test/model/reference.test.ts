import { describe, expect, test } from "vitest";
import { knownText, parseResourceId, sameText, type Text, textKey } from "../../src/model/reference.ts";

const hole = (token: string) => ({ token });

describe("a resource id", () => {
  test.each<[string, Text, object | undefined]>([
    [
      "of a workspace",
      ["/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w"],
      { type: "Microsoft.MachineLearningServices/workspaces", names: [["w"]], subscription: ["s"], group: ["g"] },
    ],
    [
      "of a child",
      ["/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n"],
      { type: "Microsoft.Network/virtualNetworks/subnets", names: [["v"], ["n"]] },
    ],
    [
      "in other letters",
      ["/SUBSCRIPTIONS/s/resourcegroups/g/PROVIDERS/Microsoft.KeyVault/vaults/k"],
      { type: "Microsoft.KeyVault/vaults", group: ["g"] },
    ],
    [
      "with holes",
      [
        "/subscriptions/",
        hole("sub"),
        "/resourceGroups/rg-",
        hole("env"),
        "/providers/Microsoft.KeyVault/vaults/kv-",
        hole("env"),
      ],
      {
        type: "Microsoft.KeyVault/vaults",
        names: [["kv-", hole("env")]],
        subscription: [hole("sub")],
        group: ["rg-", hole("env")],
      },
    ],
    [
      "of an extension resource",
      [
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/k/providers/Microsoft.Authorization/locks/l",
      ],
      { type: "Microsoft.Authorization/locks", names: [["l"]], group: ["g"] },
    ],
    [
      "of a group",
      ["/subscriptions/s/resourceGroups/g"],
      { type: "Microsoft.Resources/resourceGroups", names: [["g"]] },
    ],
    ["of a subscription", ["/subscriptions/s"], { type: "Microsoft.Resources/subscriptions", names: [["s"]] }],
    [
      "without a scope",
      ["/providers/Microsoft.Management/managementGroups/m"],
      { type: "Microsoft.Management/managementGroups", names: [["m"]] },
    ],
    ["whose type is unknown", ["/providers/", hole("type"), "/x/y"], undefined],
    ["that lacks its name", ["/subscriptions/s/providers/Microsoft.KeyVault/vaults"], undefined],
    ["that is a name", ["my-vault"], undefined],
    ["that is a hole", [hole("id")], undefined],
    ["that is empty", [""], undefined],
    ["that is nothing", [], undefined],
    ["with slashes only", ["///"], undefined],
  ])("%s", (_, text, expected) => {
    const id = parseResourceId(text);
    if (expected === undefined) expect(id).toBeUndefined();
    else expect(id).toMatchObject(expected);
  });
});

describe("two texts", () => {
  test.each<[Text, Text, boolean | undefined]>([
    [["Abc"], ["abC"], true],
    [["ab", "c"], ["abc"], true],
    [["a"], ["b"], false],
    [["kv-", hole("x")], ["kv-", hole("x")], true],
    [["kv-", hole("x")], ["kv-", hole("y")], undefined],
    [["kv-", hole("x")], ["st-", hole("x")], false],
    [[hole("x"), "-prod"], ["anything-dev"], false],
    [["kv-", hole("x")], ["KV-prod"], undefined],
    [[hole("x")], ["a"], undefined],
    [[], [""], true],
  ])("%j and %j are the same: %s", (a, b, verdict) => {
    expect(sameText(a, b)).toBe(verdict);
    expect(sameText(b, a)).toBe(verdict);
  });

  test("have equal keys exactly when they are the same", () => {
    expect(textKey(["A", hole("x")])).toBe(textKey(["a", hole("x")]));
    expect(textKey([hole("x")])).not.toBe(textKey(["x"]));
  });
});

test("a text with a hole has no known content", () => {
  expect(knownText(["a", hole("x")])).toBeUndefined();
  expect(knownText(["a", "b"])).toBe("ab");
});
