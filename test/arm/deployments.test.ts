import { describe, expect, test } from "vitest";
import { at, parameterFile, parse, resource, shown, template } from "./templates.ts";

type Parts = Readonly<Record<string, unknown>>;

/** A nested deployment. */
function deployment(properties: Parts, parts: Parts = {}): object {
  return {
    type: "Microsoft.Resources/deployments",
    apiVersion: "2022-09-01",
    name: "nested",
    properties: { mode: "Incremental", ...properties },
    ...parts,
  };
}

/** One with a scope of its own. */
function inner(nested: Parts, parameters: Parts = {}, parts: Parts = {}): object {
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  return deployment(
    { expressionEvaluationOptions: { scope: "inner" }, parameters: values, template: { resources: [], ...nested } },
    parts,
  );
}

const declared = (parts: Parts, files: Record<string, string> = {}) =>
  parse({ "main.json": template(parts), ...files }, ["main.json"]).declarations;

const valueIn = (parts: Parts, path = "value", files: Record<string, string> = {}) =>
  shown(at(declared(parts, files).at(-1)!, path));

describe("inner scope", () => {
  test("parameters are what is passed, else the nested template's defaults", () => {
    const nested = {
      parameters: {
        a: { type: "string" },
        b: { type: "string", defaultValue: "[concat(parameters('a'), '!')]" },
        c: { type: "string", nullable: true },
      },
      variables: { v: "[concat(parameters('b'), '?')]" },
      resources: [resource({ value: ["[parameters('a')]", "[variables('v')]", "[parameters('c')]"] })],
    };
    expect(valueIn({ variables: { v: "outer" }, resources: [inner(nested, { a: "[variables('v')]" })] })).toEqual([
      "outer",
      "outer!?",
      null,
    ]);
  });

  test("a null that is passed means the default", () => {
    const nested = {
      parameters: { a: { type: "bool", defaultValue: true } },
      resources: [resource({ value: "[parameters('a')]" })],
    };
    expect(valueIn({ resources: [inner(nested, { a: null })] })).toBe(true);
  });

  test("parameters may be expressions as a whole, or each of them", () => {
    const nested = { parameters: { a: { type: "string" } }, resources: [resource({ value: "[parameters('a')]" })] };
    const each = { a: "[createObject('value', 'x')]" };
    const options = { expressionEvaluationOptions: { scope: "Inner" }, template: nested };
    expect(valueIn({ resources: [deployment({ ...options, parameters: each })] })).toBe("x");
    expect(
      valueIn({
        resources: [deployment({ ...options, parameters: "[createObject('a', createObject('value', 'y'))]" })],
      }),
    ).toBe("y");
  });

  test("what a key vault provides is unknown and sensitive", () => {
    const nested = {
      parameters: { a: { type: "securestring" } },
      resources: [resource({ value: "[parameters('a')]" })],
    };
    const parameters = { a: { reference: { keyVault: { id: "x" }, secretName: "s" } } };
    const [found] = declared({
      resources: [deployment({ expressionEvaluationOptions: { scope: "inner" }, parameters, template: nested })],
    });
    expect(at(found!, "value")).toMatchObject({ form: "undecided", sensitive: true });
  });
});

describe("outer scope", () => {
  test("expressions see the outer template's parameters, variables and loops", () => {
    const nested = {
      variables: { v: "inner" },
      resources: [resource({ value: "[concat(variables('v'), copyIndex())]" })],
    };
    const loop = { copy: { name: "l", count: 2 }, name: "[concat('n', copyIndex())]" };
    const found = declared({ variables: { v: "outer" }, resources: [deployment({ template: nested }, loop)] });
    expect(found.map((declaration) => shown(at(declaration, "value")))).toEqual(["outer0", "outer1"]);
  });

  test("the resources go where the deployment goes, the functions tell of where it comes from", () => {
    const nested = { resources: [resource({ value: "[resourceGroup().name]" })] };
    const [found] = declared({ resources: [deployment({ template: nested }, { resourceGroup: "hub" })] });
    expect(shown(at(found!, "value"))).toMatchObject({ text: "{resourcegroup().name}" });
    expect(shown(at(found!, "id"))).toMatchObject({ text: expect.stringContaining("/resourceGroups/hub/") });
  });
});

describe("where a deployment goes", () => {
  const nested = { resources: [resource({ value: "[resourceGroup().id]" })] };
  test.each([
    [{ resourceGroup: "hub" }, "/subscriptions/{subscription().subscriptionid}/resourceGroups/hub"],
    [{ subscriptionId: "0-0", resourceGroup: "hub" }, "/subscriptions/0-0/resourceGroups/hub"],
    [{ scope: "/subscriptions/0-0/resourceGroups/hub" }, "/subscriptions/0-0/resourceGroups/hub"],
    [
      { scope: "[format('/subscriptions/{0}/resourceGroups/{1}', '0-0', 'hub')]" },
      "/subscriptions/0-0/resourceGroups/hub",
    ],
  ])("%j", (parts, id) => {
    const result = valueIn({ resources: [inner(nested, {}, parts)] });
    expect(typeof result === "string" ? result : (result as { text: string }).text).toBe(id);
  });

  test("a subscription's or management group's own resources have its id", () => {
    const policy = { type: "Microsoft.Authorization/policyAssignments", name: "p" };
    const idOf = (parts: Parts) => valueIn({ resources: [inner({ resources: [policy] }, {}, parts)] }, "id");
    const rest = "/providers/Microsoft.Authorization/policyAssignments/p";
    expect(idOf({ subscriptionId: "0-0" })).toBe(`/subscriptions/0-0${rest}`);
    expect(idOf({ scope: "Microsoft.Management/managementGroups/mg" })).toBe(
      `/providers/Microsoft.Management/managementGroups/mg${rest}`,
    );
    expect(idOf({ scope: "/" })).toBe(rest);
  });
});

describe("identity", () => {
  test("the addresses of the deployments lead to a resource, its calls point at them", () => {
    const deep = inner({ resources: { leaf: resource() } }, {}, { name: "deep" });
    const loop = { copy: { name: "mid", count: 2 }, name: "[concat('mid', copyIndex())]" };
    const found = declared({ languageVersion: "2.0", resources: { mid: inner({ resources: { deep } }, {}, loop) } });
    expect(found.map(({ identity }) => identity)).toEqual([
      { root: "main.json", module: "mid.deep", address: "mid[0].deep.leaf", block: "mid.deep.leaf" },
      { root: "main.json", module: "mid.deep", address: "mid[1].deep.leaf", block: "mid.deep.leaf" },
    ]);
    expect(found[0]!.calls).toHaveLength(2);
  });

  test("a deployment that is not made makes nothing, one that may be made makes what may be", () => {
    const nested = { resources: [resource()] };
    expect(declared({ resources: [inner(nested, {}, { condition: "[equals(1, 2)]" })] })).toEqual([]);
    const parameters = { on: { type: "bool" } };
    const [found] = declared({ parameters, resources: [inner(nested, {}, { condition: "[parameters('on')]" })] });
    expect(found!.existence).toEqual({ certain: false, why: "parameter on has no value" });
  });
});

describe("outputs", () => {
  const outputs = {
    text: { type: "string", value: "[concat(parameters('p'), '!')]" },
    object: { type: "object", value: { list: [1, "[parameters('p')]"] } },
    many: { type: "array", copy: { count: 2, input: "[copyIndex()]" } },
    secret: { type: "secureString", value: "s" },
    id: { type: "string", value: "[resourceId('Microsoft.Storage/storageAccounts', parameters('p'))]" },
  };
  const nested = { parameters: { p: { type: "string" } }, outputs };
  const symbolic = (value: string) => ({
    languageVersion: "2.0",
    resources: {
      mod: inner(nested, { p: "v" }),
      mods: inner(nested, { p: "[string(copyIndex())]" }, { copy: { name: "mods", count: 2 } }),
      use: resource({ value }),
    },
  });

  test.each([
    ["[reference('mod').outputs.text.value]", "v!"],
    ["[reference('mod').outputs.object.value.list[1]]", "v"],
    ["[reference('mod').outputs.many.value]", [0, 1]],
    ["[reference(format('mods[{0}]', 1)).outputs.text.value]", "1!"],
    ["[reference('mod', '2022-09-01', 'full').properties.outputs.text.value]", "v!"],
    ["[map(references('mods'), lambda('m', lambdaVariables('m').outputs.text.value))]", ["0!", "1!"]],
    ["[listOutputsWithSecureValues('mod', '2022-09-01').secret]", "s"],
  ])("%s", (value, expected) => expect(valueIn(symbolic(value))).toEqual(expected));

  test.each([
    "[reference('nested').outputs.text.value]",
    "[reference(resourceId('Microsoft.Resources/deployments', 'nested')).outputs.text.value]",
  ])("by name: %s", (value) =>
    expect(valueIn({ resources: [inner(nested, { p: "v" }), resource({ value })] })).toBe("v!"),
  );

  test("an output's id keeps its known parts", () => {
    expect(valueIn(symbolic("[reference('mod').outputs.id.value]"))).toMatchObject({
      text: expect.stringMatching(/storageAccounts\/v$/),
    });
  });

  test("an output that does not exist is unknown", () => {
    expect(valueIn(symbolic("[reference('mod').outputs.none.value]"))).toMatchObject({
      unknown: "the deployment mod has no output none",
    });
  });

  test("outputs that need one another end in an unknown", () => {
    const loop = (other: string) => ({
      ...inner(
        { parameters: { p: {} }, outputs: { o: { value: "[parameters('p')]" } } },
        { p: `[reference('${other}').outputs.o.value]` },
      ),
    });
    const result = valueIn({
      languageVersion: "2.0",
      resources: { a: loop("b"), b: loop("a"), use: resource({ value: "[reference('a').outputs.o.value]" }) },
    });
    expect(result).toMatchObject({ unknown: "it depends on itself" });
  });
});

describe("reference() to a resource of the template", () => {
  const account = resource({ location: "westeurope", properties: { minimumTlsVersion: "TLS1_2" } });
  const vault = { existing: true, type: "Microsoft.KeyVault/vaults", name: "kv" };
  const symbolic = (value: string) => ({
    languageVersion: "2.0",
    resources: { account, vault, use: resource({ name: "use", value }) },
  });

  test("what is written there is known", () => {
    expect(valueIn(symbolic("[reference('account').minimumTlsVersion]"))).toBe("TLS1_2");
    expect(valueIn(symbolic("[reference('account', '2023-01-01', 'full').location]"))).toBe("westeurope");
    const value = "[reference(resourceId('Microsoft.Storage/storageAccounts', 'data')).minimumTlsVersion]";
    expect(valueIn({ resources: [account, resource({ name: "use", value })] })).toBe("TLS1_2");
  });

  test("the rest is unknown and names its target", () => {
    const tree = at(declared(symbolic("[reference('account').primaryEndpoints.blob]")).at(-1)!, "value");
    expect(tree).toMatchObject({
      form: "undecided",
      target: { root: "main.json", address: "account", attribute: "properties.primaryEndpoints.blob" },
    });
    const identity = at(
      declared(symbolic("[reference('account', '2023-01-01', 'full').identity.principalId]")).at(-1)!,
      "value",
    );
    expect(identity).toMatchObject({ target: { address: "account", attribute: "identity.principalId" } });
    const looked = at(declared(symbolic("[reference('vault').vaultUri]")).at(-1)!, "value");
    expect(looked).toMatchObject({ target: { address: "vault", attribute: "properties.vaultUri" } });
  });
});

describe("linked templates", () => {
  const linked = template({
    parameters: { p: { type: "string" } },
    resources: [resource({ value: "[parameters('p')]" })],
    outputs: { o: { type: "string", value: "[parameters('p')]" } },
  });
  const link = (templateLink: Parts) => ({
    parameters: { _artifactsLocation: { type: "string" } },
    resources: [deployment({ templateLink, parameters: { p: { value: "v" } } })],
  });

  test.each([
    { relativePath: "nested/storage.json" },
    { relativePath: "./nested/../nested/storage.json" },
    { uri: "[uri(deployment().properties.templateLink.uri, 'nested/storage.json')]" },
    { uri: "[concat(parameters('_artifactsLocation'), '/nested/storage.json', parameters('_artifactsLocation'))]" },
  ])("%j is read from disk", (templateLink) => {
    const { declarations, roots } = parse({
      "infra/main.json": template(link(templateLink)),
      "infra/nested/storage.json": linked,
    });
    expect(declarations.map((declaration) => [declaration.at.file, shown(at(declaration, "value"))])).toEqual([
      ["infra/nested/storage.json", "v"],
    ]);
    expect(roots.map(({ path }) => path)).toEqual(["infra/main.json"]);
  });

  test("a linked template with parameter files of its own is also a root", () => {
    const files = {
      "main.json": template(link({ relativePath: "storage.json" })),
      "storage.json": linked,
      "storage.prod.parameters.json": parameterFile({ p: "prod" }),
    };
    expect(parse(files).roots.map(({ path }) => path)).toEqual(["main.json", "storage.json"]);
  });

  test.each([
    { relativePath: "nowhere.json" },
    { relativePath: "../../outside.json" },
    { uri: "https://example.com/storage.json" },
    { id: "/subscriptions/0/providers/Microsoft.Resources/templateSpecs/x" },
  ])("%j is reported as unresolved and declared as a deployment", (templateLink) => {
    const { declarations, problems } = parse({ "main.json": template(link(templateLink)) });
    expect(declarations.map(({ type }) => type)).toEqual(["Microsoft.Resources/deployments"]);
    expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
      [
        "project/unresolved-module",
        "The deployment Microsoft.Resources/deployments/nested is not followed: its template is not in the project",
      ],
    ]);
  });

  test("a template that links itself ends with a message", () => {
    const { problems } = parse({ "main.json": template(link({ relativePath: "main.json" })) });
    expect(problems.map(({ rule }) => rule)).toEqual(["project/limit-reached"]);
  });
});

describe("environments", () => {
  test("only what is passed on from varying parameters varies inside", () => {
    const nested = {
      parameters: { sku: { type: "string" }, fixed: { type: "string" } },
      resources: [
        resource({ sku: "[parameters('sku')]", fixed: "[parameters('fixed')]" }),
        resource({ name: "other", fixed: "[parameters('fixed')]" }),
      ],
    };
    const files = {
      "main.json": template({
        parameters: { sku: { type: "string" } },
        resources: [inner(nested, { sku: "[parameters('sku')]", fixed: "f" })],
      }),
      "main.dev.parameters.json": parameterFile({ sku: "Basic" }),
      "main.prod.parameters.json": parameterFile({ sku: "Premium" }),
    };
    const [dev, devOther, prod, prodOther] = parse(files).declarations;
    expect([dev, prod].map((declaration) => shown(at(declaration!, "sku")))).toEqual(["Basic", "Premium"]);
    expect(at(prod!, "fixed")).toBe(at(dev!, "fixed"));
    expect(prodOther!.body).toBe(devOther!.body);
    expect(prodOther!.environment.name).toBe("prod");
  });

  test("where a deployment goes may vary, and what it makes with it", () => {
    const nested = { resources: [resource({ value: "[resourceGroup().name]" })] };
    const outerNested = deployment(
      { template: { resources: [resource({ name: "outer" })] } },
      { name: "o", resourceGroup: "[parameters('rg')]" },
    );
    const files = {
      "main.json": template({
        parameters: { rg: { type: "string" } },
        resources: [inner(nested, {}, { resourceGroup: "[parameters('rg')]" }), outerNested],
      }),
      "main.dev.parameters.json": parameterFile({ rg: "rg-dev" }),
      "main.prod.parameters.json": parameterFile({ rg: "rg-prod" }),
    };
    const [, , prod, prodOuter] = parse(files).declarations;
    expect(shown(at(prod!, "value"))).toBe("rg-prod");
    expect(shown(at(prodOuter!, "id"))).toMatchObject({ text: expect.stringContaining("/rg-prod/") });
  });

  test("an output that varies is read in its own environment", () => {
    const nested = {
      parameters: { p: { type: "string" } },
      outputs: { o: { type: "string", value: "[parameters('p')]" } },
    };
    const files = {
      "main.json": template({
        languageVersion: "2.0",
        parameters: { p: { type: "string" } },
        resources: {
          mod: inner(nested, { p: "[parameters('p')]" }),
          use: resource({ value: "[reference('mod').outputs.o.value]" }),
        },
      }),
      "main.dev.parameters.json": parameterFile({ p: "d" }),
      "main.prod.parameters.json": parameterFile({ p: "p" }),
    };
    expect(parse(files).declarations.map((declaration) => shown(at(declaration, "value")))).toEqual(["d", "p"]);
  });
});
