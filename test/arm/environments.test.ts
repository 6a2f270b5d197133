import { describe, expect, test } from "vitest";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { parseArm } from "../../src/parsers/arm/index.ts";
import { at, parameterFile, parse, parseWhole, resource, shown, template } from "./templates.ts";

const main = template({
  parameters: { sku: { type: "string", defaultValue: "Basic" }, environment: { type: "string", defaultValue: "x" } },
  resources: [resource({ sku: { name: "[parameters('sku')]" } })],
});

describe("which files are environments, and what they are called", () => {
  const cases: [template: string, file: string, name: string][] = [
    ["main.json", "main.prod.parameters.json", "prod"],
    ["main.json", "main.parameters.prod.json", "prod"],
    ["azuredeploy.json", "azuredeploy.parameters.prod.json", "prod"],
    ["azuredeploy.json", "azuredeploy-parameters-dev.json", "dev"],
    ["main.json", "parameters/prod.json", "prod"],
    ["infra/main.json", "infra/parameters/westeurope-prd.json", "westeurope-prd"],
    ["main.json", "parameters.acc.json", "acc"],
    ["main.json", "prod.params.json", "prod"],
    ["main.json", "test.main.parameters.json", "test"],
    ["main.json", "params-qa.json", "qa"],
    ["main.json", "uat/parameters.json", "uat"],
    ["main.json", "uat/main.parameters.json", "uat"],
    ["main.json", "main.parameters.json", "default"],
    ["live/prod/main.json", "live/prod/main.parameters.json", "prod"],
    ["infra/main.json", "infra/parameters/parameters.json", "default"],
    ["main.json", "deploymentParameters.json", "default"],
  ];
  test.each(cases)("%s with %s is %s", (path, file, name) => {
    const { roots } = parse({ [path]: main, [file]: parameterFile({ sku: "Premium" }) });
    expect(roots.map(({ path, environments }) => [path, environments.map((environment) => environment.name)])).toEqual([
      [path, [name]],
    ]);
  });

  test("the tier is read from the name, else from the parameter called environment", () => {
    const { roots } = parse({
      "main.json": main,
      "main.prod.parameters.json": parameterFile({}),
      "main.weu.parameters.json": parameterFile({ environment: "production" }),
      "main.blue.parameters.json": parameterFile({}),
    });
    expect(roots[0]!.environments.map(({ name, tier }) => [name, tier])).toEqual([
      ["blue", "unclassified"],
      ["prod", "production"],
      ["weu", "production"],
    ]);
  });

  test("a template without parameter files is evaluated with its defaults", () => {
    const { roots, declarations } = parse({ "infra/main.json": main });
    expect(roots).toEqual([
      {
        path: "infra/main.json",
        language: "arm",
        environments: [{ name: "default", tier: "unclassified" }],
      },
    ]);
    expect(shown(at(declarations[0]!, "sku.name"))).toBe("Basic");
  });

  test("only the environments asked for are evaluated", () => {
    const files = {
      "main.json": main,
      "main.prod.parameters.json": parameterFile({ sku: "Premium" }),
      "main.dev.parameters.json": parameterFile({ sku: "Basic" }),
    };
    const texts = new Texts(new MemoryFiles(files));
    const { roots, declarations } = parseArm({ texts, paths: Object.keys(files).sort(), environments: ["prod"] });
    expect(roots[0]!.environments.map(({ name }) => name)).toEqual(["prod"]);
    expect(new Set(declarations.map(({ environment }) => environment.name))).toEqual(new Set(["prod"]));
  });
});

describe("which template a parameter file is for", () => {
  const other = template({ parameters: { size: { type: "int" } }, resources: [resource()] });
  const sku = parameterFile({ sku: "Premium" });

  test("the one whose name it holds, the longer name first", () => {
    const files = { "main.json": main, "main-network.json": main, "main-network.prod.parameters.json": sku };
    expect(environmentsOf(files)).toEqual({ "main-network.json": ["prod"], "main.json": ["default"] });
  });

  test("the one that declares what it sets", () => {
    const files = { "a.json": main, "b.json": other, "prod.parameters.json": sku };
    expect(environmentsOf(files)).toEqual({ "a.json": ["prod"], "b.json": ["default"] });
  });

  test("the nearest one above it", () => {
    const files = { "main.json": main, "sub/main.json": main, "sub/parameters/prod.json": sku };
    expect(environmentsOf(files)).toEqual({ "main.json": ["default"], "sub/main.json": ["prod"] });
  });

  test("none when none declares what it sets", () => {
    expect(environmentsOf({ "b.json": other, "prod.parameters.json": sku })).toEqual({ "b.json": ["default"] });
  });

  test("a file that sets one name too many is still for the template it is named after", () => {
    const files = { "main.json": main, "main.prod.parameters.json": parameterFile({ sku: "P", skuu: "P" }) };
    expect(environmentsOf(files)).toEqual({ "main.json": ["prod"] });
  });

  test("naming only the template finds the parameter files beside and in folders for them", () => {
    const files = { "a/main.json": main, "a/main.prod.parameters.json": sku, "a/parameters/dev.json": sku };
    expect(environmentsOf(files, ["a/main.json"])).toEqual({ "a/main.json": ["prod", "dev"] });
  });

  test("naming only the parameter file finds the template above it", () => {
    const files = { "a/main.json": main, "a/parameters/dev.json": sku };
    expect(environmentsOf(files, ["a/parameters/dev.json"])).toEqual({ "a/main.json": ["dev"] });
  });

  function environmentsOf(files: Record<string, string>, paths?: string[]) {
    const { roots } = parse(files, paths);
    return Object.fromEntries(roots.map(({ path, environments }) => [path, environments.map(({ name }) => name)]));
  }
});

describe("what a file is, by its content", () => {
  const isTemplate = (text: string) => parse({ "x.json": text }).roots.length === 1;

  test.each([
    ["the schema of a resource group", template({ resources: [resource()] }), true],
    [
      "the schema of a subscription",
      template({
        $schema: "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
      }),
      true,
    ],
    ["no schema but resources", JSON.stringify({ contentVersion: "1.0.0.0", resources: [resource()] }), true],
    [
      "comments and trailing commas",
      template({ resources: [resource()] })
        .replace("{", "{ // a comment\n")
        .replace(/\]\s*\}$/, "], }"),
      true,
    ],
    [
      "a schema of something else",
      JSON.stringify({
        $schema: "https://json-schema.org/draft-07/schema",
        contentVersion: "1",
        resources: [resource()],
      }),
      false,
    ],
    ["resources that are none of Azure's", JSON.stringify({ contentVersion: "1", resources: ["a.png"] }), false],
    ["a package manifest", JSON.stringify({ name: "x", dependencies: {} }), false],
  ])("%s", (_name, text, expected) => expect(isTemplate(text)).toBe(expected));
});

describe("what each environment gets", () => {
  const files = {
    "main.json": template({
      parameters: {
        sku: { type: "String", allowedValues: ["Basic", "Premium"] },
        count: { type: "Int", defaultValue: 1 },
        password: { type: "SecureString" },
        public: { type: "Bool", defaultValue: "[equals(parameters('sku'), 'Basic')]" },
        only: { type: "string", allowedValues: ["westeurope"] },
        free: { $ref: "#/definitions/optional" },
        tags: { type: "object", defaultValue: { team: "ml" } },
      },
      definitions: { optional: { type: "string", nullable: true } },
      variables: { shared: "[concat('a', 'b')]", "by-sku": "[toLower(parameters('sku'))]" },
      resources: [
        resource({
          name: "[concat('data', variables('shared'))]",
          sku: { name: "[parameters('sku')]" },
          tags: "[parameters('tags')]",
          properties: {
            public: "[parameters('public')]",
            count: "[parameters('count')]",
            password: "[parameters('password')]",
            key: "[concat('k', parameters('password'))]",
            only: "[parameters('only')]",
            free: "[parameters('free')]",
            lower: "[variables('by-sku')]",
            constant: 5,
          },
        }),
      ],
    }),
    "main.dev.parameters.json": parameterFile({ sku: "Basic", password: "secret", count: null }),
    "main.prod.parameters.json": JSON.stringify({
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
      parameters: {
        SKU: { value: "Premium" },
        count: { value: 3 },
        password: { reference: { keyVault: { id: "/subscriptions/0" }, secretName: "s" } },
      },
    }),
  };
  const { declarations } = parse(files);
  const [dev, prod] = declarations as [(typeof declarations)[0], (typeof declarations)[0]];

  test.each([
    ["name", "dataab", "dataab"],
    ["sku.name", "Basic", "Premium"],
    ["properties.public", true, false],
    ["properties.count", 1, 3],
    ["properties.only", "westeurope", "westeurope"],
    ["properties.free", null, null],
    ["properties.lower", "basic", "premium"],
    ["properties.constant", 5, 5],
    ["properties.password", "secret", { unknown: "parameter password is read from a key vault during the deployment" }],
    ["tags", { team: "ml" }, { team: "ml" }],
  ])("%s", (path, inDev, inProd) => {
    expect([shown(at(dev, path)), shown(at(prod, path))]).toEqual([inDev, inProd]);
  });

  test("what comes from a secure parameter is sensitive, whatever is made of it", () => {
    const sensitive = (path: string) => at(dev, path).sensitive === true;
    expect(["password", "key", "public"].map((name) => sensitive(`properties.${name}`))).toEqual([true, true, false]);
  });

  test("what varies with no parameter file is evaluated once for all environments", () => {
    expect(at(prod, "properties.constant")).toBe(at(dev, "properties.constant"));
    expect(at(prod, "name")).toBe(at(dev, "name"));
    expect(at(prod, "properties.lower")).not.toBe(at(dev, "properties.lower"));
  });
});

test("the parameters of a root are declared like variables", () => {
  const parameters = {
    open: { type: "string" },
    secret: { type: "secureString", defaultValue: "x" },
    free: { type: "string", nullable: true },
  };
  const files = { "main.json": template({ parameters }), "main.prod.parameters.json": parameterFile({ open: "o" }) };
  const found = parseWhole(files).declarations.map(({ type, identity, body }) => [type, identity.address, shown(body)]);
  const facts = { required: false, sensitive: false, nullable: false, assigned: false };
  expect(found).toEqual([
    ["parameter", "parameters.open", { ...facts, name: "open", required: true, assigned: true, value: "o" }],
    ["parameter", "parameters.secret", { ...facts, name: "secret", sensitive: true, value: "x" }],
    ["parameter", "parameters.free", { ...facts, name: "free", nullable: true }],
  ]);
});
