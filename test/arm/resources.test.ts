import { describe, expect, test } from "vitest";
import { at, parameterFile, parse, resource, schema, shown, template } from "./templates.ts";

function declared(parts: object, files: Record<string, string> = {}) {
  return parse({ "main.json": template(parts), ...files }, ["main.json"]).declarations;
}

const addresses = (parts: object) => declared(parts).map(({ identity }) => identity.address);
const names = (parts: object) => declared(parts).map((declaration) => shown(at(declaration, "name")));

const group = "/subscriptions/{subscription().subscriptionid}/resourceGroups/{resourcegroup().name}";

describe("copy", () => {
  const copied = (count: unknown, parts: object = {}) =>
    resource({ name: "[concat('data', copyIndex())]", copy: { name: "loop", count, ...parts } });

  test.each([
    [3, ["data0", "data1", "data2"]],
    [0, []],
    ["[length(createArray('a', 'b'))]", ["data0", "data1"]],
    ["2", ["data0", "data1"]],
  ])("a count of %j makes one resource for each iteration", (count, expected) => {
    expect(names({ resources: [copied(count)] })).toEqual(expected);
  });

  test.each(["serial", "parallel"])("%s loops make the same resources", (mode) => {
    expect(names({ resources: [copied(2, { mode, batchSize: 1 })] })).toEqual(["data0", "data1"]);
  });

  test("copyIndex takes a loop's name and an offset", () => {
    const name = "[format('{0}{1}{2}{3}', copyIndex(1), copyIndex('loop'), copyIndex('LOOP', 5), copyIndex())]";
    expect(names({ resources: [resource({ name, copy: { name: "loop", count: 2 } })] })).toEqual(["1050", "2161"]);
  });

  test("an iteration's key is in its address and not in its block", () => {
    const identities = declared({ resources: [copied(2)] }).map(({ identity }) => [identity.address, identity.block]);
    const block = "Microsoft.Storage/storageAccounts/data{copyIndex()}";
    expect(identities).toEqual([
      [`${block}[0]`, block],
      [`${block}[1]`, block],
    ]);
  });

  test("an unknown count makes one resource whose existence is uncertain", () => {
    const parts = { parameters: { count: { type: "int" } }, resources: [copied("[parameters('count')]")] };
    const [only, ...others] = declared(parts);
    expect(others).toEqual([]);
    expect(only!.existence).toEqual({ certain: false, why: "parameter count has no value" });
    expect(shown(at(only!, "name"))).toMatchObject({ unknown: "parameter count has no value" });
  });

  test("property copies become lists, also inside one another and beside the resource's own loop", () => {
    const inner = { name: "ports", count: 2, input: "[add(copyIndex('rules'), copyIndex('ports'))]" };
    const properties = { copy: [{ name: "rules", count: 2, input: { own: "[copyIndex()]", copy: [inner] } }], x: 1 };
    const [, second] = declared({ resources: [resource({ properties, copy: { name: "loop", count: 2 } })] });
    const rules = [
      { own: 1, ports: [0, 1] },
      { own: 1, ports: [1, 2] },
    ];
    expect(shown(at(second!, "properties"))).toEqual({ x: 1, rules });
  });

  test("variable copies become lists, at the top and inside a variable", () => {
    const loop = (name: string) => ({ name, count: 2, input: `[concat('${name}', copyIndex('${name}'))]` });
    const parts = {
      variables: { copy: [loop("top")], nested: { copy: [loop("inner")], other: true } },
      resources: [resource({ properties: { top: "[variables('top')]", nested: "[variables('nested')]" } })],
    };
    expect(shown(at(declared(parts)[0]!, "properties"))).toEqual({
      top: ["top0", "top1"],
      nested: { other: true, inner: ["inner0", "inner1"] },
    });
  });
});

describe("condition", () => {
  test.each([
    [true, 1],
    [false, 0],
    ["[equals(1, 1)]", 1],
    ["[equals(1, 2)]", 0],
    ["[parameters('on')]", 1],
    ["[not(parameters('on'))]", 0],
    ["[and(parameters('open'), false())]", 0],
  ])("%j makes %i resources, and no doubt about them", (condition, count) => {
    const parameters = { on: { type: "bool", defaultValue: true }, open: { type: "bool" } };
    const found = declared({ parameters, resources: [resource({ condition })] });
    expect(found.map(({ existence }) => existence.certain)).toEqual(Array(count).fill(true));
  });

  test("an unknown condition leaves it open whether the resource exists", () => {
    const parameters = { open: { type: "bool" } };
    const [only] = declared({ parameters, resources: [resource({ condition: "[parameters('open')]" })] });
    expect(only!.existence).toEqual({ certain: false, why: "parameter open has no value" });
  });

  test("a condition is asked in each iteration", () => {
    const loop = { condition: "[equals(mod(copyIndex(), 2), 0)]", copy: { name: "l", count: 5 } };
    expect(declared({ resources: [resource(loop)] })).toHaveLength(3);
  });

  test("a condition does not reach the resources inside", () => {
    const inside = resource({ type: "blobServices", name: "default" });
    expect(addresses({ resources: [resource({ condition: false, resources: [inside] })] })).toEqual([
      "Microsoft.Storage/storageAccounts/blobServices/data/default",
    ]);
    const child = resource({ type: "blobServices", name: "default" });
    const found = declared({
      resources: [resource({ condition: "[parameters('open')]", resources: [child] })],
      parameters: { open: { type: "bool" } },
    });
    expect(found.map(({ type, existence }) => [type, existence.certain])).toEqual([
      ["Microsoft.Storage/storageAccounts", false],
      ["Microsoft.Storage/storageAccounts/blobServices", true],
    ]);
  });
});

describe("names, types and ids", () => {
  const workspace = { type: "Microsoft.MachineLearningServices/workspaces", apiVersion: "2024-04-01", name: "ml" };
  const compute = { apiVersion: "2024-04-01", properties: { computeType: "AmlCompute" } };
  const full = "Microsoft.MachineLearningServices/workspaces/computes";
  const id = `${group}/providers/Microsoft.MachineLearningServices/workspaces/ml`;
  const expectCompute = (parts: object) => {
    const found = declared(parts).find(({ type }) => type === full)!;
    expect(shown(at(found, "name"))).toBe("ml/cpu");
    expect(shown(at(found, "id"))).toMatchObject({ text: `${id}/computes/cpu` });
    expect(shown(at(found, "parent"))).toMatchObject({ text: id });
  };

  test("a child written inside its parent", () => {
    expectCompute({ resources: [{ ...workspace, resources: [{ ...compute, type: "computes", name: "cpu" }] }] });
  });

  test("a child written beside it, by its full name", () => {
    expectCompute({ resources: [workspace, { ...compute, type: full, name: "[format('{0}/{1}', 'ml', 'cpu')]" }] });
  });

  test("a child written inside a parent with a symbolic name", () => {
    expectCompute({
      languageVersion: "2.0",
      resources: { ws: { ...workspace, resources: { cpu: { ...compute, type: "computes", name: "cpu" } } } },
    });
  });

  test("an unknown name of the parent keeps the child's own", () => {
    const parameters = { ws: { type: "string" } };
    const child = { ...compute, type: full, name: "[concat(parameters('ws'), '/cpu')]" };
    const [found] = declared({ parameters, resources: [child] });
    expect(shown(at(found!, "id"))).toMatchObject({
      text: `${id.replace(/ml$/, "{main.json:parameters('ws')}")}/computes/cpu`,
    });
  });

  test("an extension resource by its scope", () => {
    const lock = {
      type: "Microsoft.Authorization/locks",
      apiVersion: "2020-05-01",
      name: "keep",
      scope: "[resourceId('Microsoft.MachineLearningServices/workspaces', 'ml')]",
    };
    const [found] = declared({ resources: [lock] });
    expect(found!.type).toBe("Microsoft.Authorization/locks");
    expect(shown(at(found!, "scope"))).toMatchObject({ text: id });
    expect(shown(at(found!, "id"))).toMatchObject({ text: `${id}/providers/Microsoft.Authorization/locks/keep` });
  });

  test("an extension resource by a scope without the resource group", () => {
    const lock = {
      type: "Microsoft.Authorization/locks",
      name: "keep",
      scope: "[format('Microsoft.MachineLearningServices/workspaces/{0}', 'ml')]",
    };
    expect(shown(at(declared({ resources: [lock] })[0]!, "scope"))).toMatchObject({ text: id });
  });

  test("an extension resource by a name that begins with what it extends", () => {
    const role = {
      type: "Microsoft.MachineLearningServices/workspaces/providers/roleAssignments",
      name: "ml/Microsoft.Authorization/abc",
    };
    const [found] = declared({ resources: [role] });
    expect(found!.type).toBe("Microsoft.Authorization/roleAssignments");
    expect(shown(at(found!, "scope"))).toMatchObject({ text: id });
    expect(shown(at(found!, "id"))).toMatchObject({
      text: `${id}/providers/Microsoft.Authorization/roleAssignments/abc`,
    });
  });

  test("an extension resource inside what it extends", () => {
    const setting = { type: "providers/diagnosticSettings", name: "Microsoft.Insights/all" };
    const found = declared({ resources: [{ ...workspace, resources: [setting] }] })[1]!;
    expect(found.type).toBe("Microsoft.Insights/diagnosticSettings");
    expect(shown(at(found, "scope"))).toMatchObject({ text: id });
  });

  test("equal labels are told apart", () => {
    const twice = { resources: [resource(), resource({ location: "x" })] };
    expect(addresses(twice)).toEqual([
      "Microsoft.Storage/storageAccounts/data",
      "Microsoft.Storage/storageAccounts/data#2",
    ]);
  });

  test.each([
    ["data", "data"],
    ["[parameters('a')]", "{a}"],
    ["[concat(variables('v'), '-x')]", "{v}-x"],
    ["[format('{0}/{1}', parameters('a'), 'b')]", "{a}/b"],
    ["[toLower(parameters('a'))]", "{toLower(parameters('a'))}"],
    ["[[a]", "[[a]"],
  ])("the name %s is written %s in addresses", (name, pattern) => {
    expect(addresses({ resources: [resource({ name })] })).toEqual([`Microsoft.Storage/storageAccounts/${pattern}`]);
  });

  test("the address is the same in all environments, whatever the name is", () => {
    const main = template({
      parameters: { name: { type: "string" } },
      resources: [resource({ name: "[parameters('name')]" })],
    });
    const files = {
      "main.json": main,
      "main.dev.parameters.json": parameterFile({ name: "a" }),
      "main.prod.parameters.json": parameterFile({ name: "b" }),
    };
    const blocks = parse(files).declarations.map(({ identity }) => identity.block);
    expect(blocks).toEqual(Array(2).fill("Microsoft.Storage/storageAccounts/{name}"));
  });

  test("what is only looked up says so, and may lie elsewhere", () => {
    const vault = {
      existing: true,
      type: "Microsoft.KeyVault/vaults",
      apiVersion: "2023-07-01",
      name: "kv",
      resourceGroup: "hub",
    };
    const [found] = declared({ languageVersion: "2.0", resources: { vault } });
    expect(found).toMatchObject({ existing: true, identity: { address: "vault" } });
    expect(shown(at(found!, "id"))).toMatchObject({
      text: "/subscriptions/{subscription().subscriptionid}/resourceGroups/hub/providers/Microsoft.KeyVault/vaults/kv",
    });
  });

  test("resources of other scopes have the ids of those", () => {
    const idIn = (name: string) => {
      const $schema = schema.replace("deploymentTemplate", name);
      const thing = { type: "Microsoft.Authorization/policyDefinitions", name: "p" };
      return (
        (shown(at(declared({ $schema, resources: [thing] })[0]!, "id")) as { text?: string }).text ??
        shown(at(declared({ $schema, resources: [thing] })[0]!, "id"))
      );
    };
    const rest = "/providers/Microsoft.Authorization/policyDefinitions/p";
    expect(idIn("subscriptionDeploymentTemplate")).toBe(`/subscriptions/{subscription().subscriptionid}${rest}`);
    expect(idIn("managementGroupDeploymentTemplate")).toBe(
      `/providers/Microsoft.Management/managementGroups/{managementgroup().name}${rest}`,
    );
    expect(idIn("tenantDeploymentTemplate")).toBe(rest);
  });
});

describe("the body", () => {
  test("holds the properties as they are written, and nothing of how they are deployed", () => {
    const parts = {
      condition: true,
      copy: { name: "l", count: 1 },
      dependsOn: ["x"],
      location: "weu",
      tags: { a: "b" },
      zones: ["1"],
      kind: "StorageV2",
      comments: "c",
    };
    const [found] = declared({ resources: [resource(parts)] });
    expect([...found!.body.entries.keys()].sort()).toEqual([
      "dependsOn",
      "id",
      "kind",
      "location",
      "name",
      "tags",
      "zones",
    ]);
    expect(found!.versions).toEqual(["2023-01-01"]);
  });

  test("keeps what is known of a property name that is an expression", () => {
    const identity = {
      type: "UserAssigned",
      userAssignedIdentities: { "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'i')]": {} },
    };
    const identities = at(declared({ resources: [resource({ identity })] })[0]!, "identity.userAssignedIdentities");
    if (identities.form !== "mapping") throw new Error("no mapping");
    const [entry] = [...identities.entries.values()];
    expect(entry!.pieces?.at(-1)).toBe("/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i");
  });

  test("a name of two brackets is the text with one", () => {
    expect(names({ resources: [resource({ name: "[[a]" })] })).toEqual(["[a]"]);
    expect(names({ resources: [resource({ name: "[a" })] })).toEqual(["[a"]);
  });
});

describe("functions of the template's own", () => {
  const functions = [
    {
      namespace: "contoso",
      members: {
        uniqueName: {
          parameters: [{ name: "prefix", type: "string" }],
          output: { type: "string", value: "[concat(toLower(parameters('prefix')), '-x')]" },
        },
        outer: {
          parameters: [{ name: "p", type: "string" }],
          output: { type: "string", value: "[contoso.uniqueName(concat(parameters('p'), '!'))]" },
        },
        endless: { parameters: [], output: { type: "string", value: "[contoso.endless()]" } },
      },
    },
  ];

  test.each([
    ["[contoso.uniqueName('A')]", "a-x"],
    ["[CONTOSO.UniqueName(parameters('p'))]", "q-x"],
    ["[contoso.outer('B')]", "b!-x"],
  ])("%s", (name, expected) => {
    expect(
      names({ functions, parameters: { p: { type: "string", defaultValue: "Q" } }, resources: [resource({ name })] }),
    ).toEqual([expected]);
  });

  test("one that calls itself for ever ends with a message", () => {
    const result = parse({
      "main.json": template({ functions, resources: [resource({ name: "[contoso.endless()]" })] }),
    });
    expect(shown(at(result.declarations[0]!, "name"))).toMatchObject({
      unknown: "its evaluation is nested too deeply",
    });
    expect(result.problems.map(({ rule }) => rule)).toEqual(["project/limit-reached"]);
  });
});
