import { describe, expect, test } from "vitest";
import { evaluated } from "./templates.ts";

const parts = {
  parameters: {
    name: { type: "string" },
    list: { type: "array" },
    flag: { type: "bool" },
    suffix: { type: "string", defaultValue: "[uniqueString(resourceGroup().id)]" },
    fresh: { type: "string", defaultValue: "[newGuid()]" },
  },
  variables: { account: "[concat('st', parameters('suffix'))]" },
};

const group = "/subscriptions/{subscription().subscriptionid}/resourceGroups/{resourcegroup().name}";
const storage = `${group}/providers/Microsoft.Storage/storageAccounts`;
const noName = "parameter name has no value";
const noList = "parameter list has no value";
const subscription = "the subscription is known only during the deployment";

describe("what only the deployment knows keeps its known parts", () => {
  const cases: [expression: string, text: string | undefined, why: string][] = [
    ["parameters('name')", "{main.json:parameters('name')}", noName],
    ["concat('aml-', parameters('name'))", "aml-{main.json:parameters('name')}", noName],
    ["format('{0}-{1}', 'a', parameters('name'))", "a-{main.json:parameters('name')}", noName],
    ["toUpper(concat('aml-', parameters('name')))", "AML-{main.json:parameters('name')}", noName],
    ["join(createArray('a', parameters('name')), '-')", "a-{main.json:parameters('name')}", noName],
    ["string(parameters('name'))", "{main.json:parameters('name')}", noName],
    ["parameters('list')[0].name", "{main.json:parameters('list')[0].name}", noList],
    [
      "variables('account')",
      "st{uniquestring(resourcegroup().id)}",
      "uniqueString() is known only during the deployment",
    ],
    [
      "uniqueString(resourceGroup().id)",
      "{uniquestring(resourcegroup().id)}",
      "uniqueString() is known only during the deployment",
    ],
    [
      "guid(parameters('name'), 'a')",
      "{guid(main.json:parameters('name'),\"a\")}",
      "guid() is known only during the deployment",
    ],
    ["take(concat('data', parameters('name')), 6)", "{take(data{main.json:parameters('name')},6)}", noName],
    ["skip(concat('data', parameters('name')), 2)", "ta{main.json:parameters('name')}", noName],
    [
      "resourceGroup().location",
      "{resourcegroup().location}",
      "the resource group's location is known only during the deployment",
    ],
    ["resourceGroup().name", "{resourcegroup().name}", "the resource group is known only during the deployment"],
    ["resourceGroup().id", group, subscription],
    ["subscription().id", "/subscriptions/{subscription().subscriptionid}", subscription],
    ["subscription().tenantId", "{tenant().tenantid}", "the tenant is known only during the deployment"],
    ["tenant().tenantId", "{tenant().tenantid}", "the tenant is known only during the deployment"],
    [
      "environment().suffixes.storage",
      "{environment().suffixes.storage}",
      "the cloud is known only during the deployment",
    ],
    ["deployment().name", "{deployment().name}", "the deployment's name is known only during the deployment"],
    ["deployer().objectId", "{deployer().objectid}", "the deploying identity is known only during the deployment"],
    ["resourceId('Microsoft.Storage/storageAccounts', 'data')", `${storage}/data`, subscription],
    [
      "resourceId('Microsoft.Storage/storageAccounts', variables('account'))",
      `${storage}/st{uniquestring(resourcegroup().id)}`,
      subscription,
    ],
    [
      "resourceId('hub', 'Microsoft.Storage/storageAccounts', 'data')",
      "/subscriptions/{subscription().subscriptionid}/resourceGroups/hub/providers/Microsoft.Storage/storageAccounts/data",
      subscription,
    ],
    ["resourceId('Microsoft.A/b/c', 'x', 'y')", `${group}/providers/Microsoft.A/b/x/c/y`, subscription],
    ["resourceId('Microsoft.A/b/c', 'x/y')", `${group}/providers/Microsoft.A/b/x/c/y`, subscription],
    [
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')",
      "/subscriptions/{subscription().subscriptionid}/providers/Microsoft.Authorization/roleDefinitions/r",
      subscription,
    ],
    [
      "extensionResourceId(resourceGroup().id, 'Microsoft.Authorization/locks', 'l')",
      `${group}/providers/Microsoft.Authorization/locks/l`,
      subscription,
    ],
    [
      "managementGroupResourceId('Microsoft.Authorization/policyDefinitions', 'p')",
      "/providers/Microsoft.Management/managementGroups/{managementgroup().name}/providers/Microsoft.Authorization/policyDefinitions/p",
      "part of the resource id is not known",
    ],
    [
      "reference('nowhere').thing",
      '{reference("nowhere").thing}',
      "reference() reads what exists only during the deployment",
    ],
    [
      "listKeys('x', '2023-01-01').keys[0].value",
      '{listkeys("x","2023-01-01").keys[0].value}',
      "list functions read what exists only during the deployment",
    ],
    [
      "pickZones('Microsoft.Compute', 'virtualMachines', 'westeurope')",
      '{pickzones("Microsoft.Compute","virtualMachines","westeurope")}',
      "pickZones() is known only during the deployment",
    ],
    ["utcNow()", undefined, "utcNow() is known only during the deployment"],
    ["parameters('fresh')", undefined, "newGuid() is known only during the deployment"],
    ["if(parameters('flag'), 'a', 'b')", undefined, "parameter flag has no value"],
    ["not(parameters('flag'))", undefined, "parameter flag has no value"],
    ["length(parameters('list'))", undefined, noList],
    ["map(parameters('list'), lambda('x', lambdaVariables('x')))", undefined, noList],
    ["split(parameters('name'), '-')[1]", undefined, noName],
    ["coalesce(parameters('name'), 'a')", undefined, noName],
    ["equals(parameters('name'), 'a')", undefined, noName],
    ["contains(concat('a', parameters('name')), 'b')", undefined, noName],
  ];
  test.each(cases)("%s", (expression, text, why) => {
    const result = evaluated(expression, parts) as { unknown: string; text?: string };
    expect(result.unknown).toBe(why);
    if (text !== undefined) expect(result.text).toBe(text);
  });
});

describe("what is known although part of it is not", () => {
  const cases: [expression: string, result: unknown][] = [
    ["subscriptionResourceId('0-0', 'Microsoft.A/b', 'r')", "/subscriptions/0-0/providers/Microsoft.A/b/r"],
    [
      "resourceId('0-0', 'hub', 'Microsoft.A/b', 'r')",
      "/subscriptions/0-0/resourceGroups/hub/providers/Microsoft.A/b/r",
    ],
    ["tenantResourceId('Microsoft.A/b', 'r')", "/providers/Microsoft.A/b/r"],
    [
      "extensionResourceId('/subscriptions/0/resourceGroups/g', 'Microsoft.A/b', 'r')",
      "/subscriptions/0/resourceGroups/g/providers/Microsoft.A/b/r",
    ],
    [
      "managementGroupResourceId('mg', 'Microsoft.A/b', 'r')",
      "/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.A/b/r",
    ],
    ["last(split(resourceId('Microsoft.A/b', 'r'), '/'))", "r"],
    ["split(resourceId('Microsoft.A/b', 'r'), '/')[6]", "Microsoft.A"],
    ["last(split(concat(parameters('name'), '/tail'), '/'))", "tail"],
    ["first(split(concat('head/', parameters('name')), '/'))", "head"],
    ["split(concat('head/', parameters('name')), '/')[0]", "head"],
    ["take(concat('data', parameters('name')), 3)", "dat"],
    ["substring(concat('data', parameters('name')), 1, 2)", "at"],
    ["startsWith(concat('aml-', parameters('name')), 'AML')", true],
    ["startsWith(concat('aml-', parameters('name')), 'x')", false],
    ["endsWith(concat(parameters('name'), '-prod'), 'prod')", true],
    ["empty(concat('a', parameters('name')))", false],
    ["contains(concat('abc', parameters('name')), 'b')", true],
    ["equals(concat('a', parameters('name')), 'b')", false],
    ["equals(parameters('name'), parameters('name'))", true],
    ["and(parameters('flag'), false())", false],
    ["or(parameters('flag'), true())", true],
    ["if(parameters('flag'), 'same', 'same')", "same"],
    ["if(parameters('flag'), createObject('a', 1, 'b', 2), createObject('a', 1)).a", 1],
    ["length(createArray(parameters('name'), 'b'))", 2],
    ["createObject('a', parameters('name'), 'b', 1).b", 1],
    ["contains(createObject('a', parameters('name')), 'a')", true],
    ["contains(createArray(parameters('name'), 'b'), 'b')", true],
    ["concat(createArray(parameters('name')), createArray('b'))[1]", "b"],
    ["first(map(createArray('a', parameters('name')), lambda('x', concat(lambdaVariables('x'), '!'))))", "a!"],
    ["resourceGroup().type", "Microsoft.Resources/resourceGroups"],
  ];
  test.each(cases)("%s", (expression, result) => expect(evaluated(expression, parts)).toEqual(result));
});

test("the same call gives the same token wherever it stands, another call another one", () => {
  const token = (expression: string) => (evaluated(expression, parts) as { text: string }).text;
  expect(token("variables('account')")).toBe(token("concat('st', uniqueString(resourceGroup().id))"));
  expect(token("uniqueString('a', 'b')")).not.toBe(token("uniqueString('a,b')"));
  expect(token("parameters('fresh')")).toBe(token("parameters('fresh')"));
});

test("an unknown name of a property keeps what is known of it", () => {
  const result = evaluated(
    "createObject(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'i'), createObject())",
  );
  expect(Object.keys(result as object)).toEqual([
    `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`,
  ]);
});
