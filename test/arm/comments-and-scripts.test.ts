import { describe, expect, test } from "vitest";
import { parameterFile, parse, resource, template, written } from "./templates.ts";

describe("comments that speak to ml-lint", () => {
  const text = template({ resources: [resource({ name: "a", sku: { name: "x" } }), resource({ name: "b" })] })
    .replace('"sku"', '// ml-lint ignore[a/b]: one\n      "sku"')
    .replace('"name": "b"', '"name": "b" // ml-lint ignore[a/b]: two\n')
    .replace('"resources"', '/* ml-lint ignore[a/b]: three */\n  "resources"');
  const files = { "main.json": text };
  const { directives, problems } = parse(files);

  test("cover the property that follows, or the line they stand on", () => {
    expect(problems).toEqual([]);
    const covered = directives.map(({ text, covers }) => [text.slice(-3), written(files, covers).trim().slice(0, 12)]);
    expect(covered).toEqual([
      ["ree", '"resources":'],
      ["one", '"sku": {\n   '],
      ["two", '"name": "b" '],
    ]);
  });

  test("are found in parameter files too", () => {
    const parameters = parameterFile({ a: 1 }).replace('"a"', '// ml-lint ignore[a/b]: x\n"a"');
    const { directives } = parse({
      "main.json": template({ parameters: { a: {} } }),
      "main.prod.parameters.json": parameters,
    });
    expect(directives.map(({ at }) => at.file)).toEqual(["main.prod.parameters.json"]);
  });
});

describe("deployment scripts", () => {
  const script = (scriptContent: string, kind = "AzureCLI") =>
    resource({ type: "Microsoft.Resources/deploymentScripts", kind, properties: { scriptContent } });

  test("are handed on with the places they have in the JSON string", () => {
    const files = { "main.json": template({ resources: [script('echo "x"\naz k8s-extension create --name "y"')] }) };
    const [embedded] = parse(files).embedded;
    expect(embedded).toMatchObject({ shell: "bash", environment: undefined });
    const from = embedded!.text.text.indexOf("--name");
    expect(written(files, embedded!.text.place(from, from + 10))).toBe(String.raw`--name \"y\"`);
  });

  test("PowerShell says so", () => {
    const files = { "main.json": template({ resources: [script("Get-Item", "AzurePowerShell")] }) };
    expect(parse(files).embedded.map(({ shell }) => shell)).toEqual(["powershell"]);
  });

  test("a script in a variable is read where it is written", () => {
    const parts = { variables: { fxv: "az login\naz ml x" }, resources: [script("[variables('fxv')]")] };
    const files = { "main.json": template(parts) };
    const { text } = parse(files).embedded[0]!;
    expect(written(files, text.place(9, 14))).toBe("az ml");
  });

  test("a computed script stands at its expression, once for each environment in which it differs", () => {
    const parts = {
      parameters: { rg: { type: "string" } },
      resources: [script("[concat('az ml -g ', parameters('rg'))]")],
    };
    const files = {
      "main.json": template(parts),
      "main.dev.parameters.json": parameterFile({ rg: "d" }),
      "main.prod.parameters.json": parameterFile({ rg: "p" }),
    };
    const { embedded } = parse(files);
    expect(embedded.map(({ text, environment }) => [text.text, environment])).toEqual([
      ["az ml -g d", "dev"],
      ["az ml -g p", "prod"],
    ]);
    expect(written(files, embedded[0]!.text.place(3, 5))).toBe("\"[concat('az ml -g ', parameters('rg'))]\"");
  });

  test.each([
    ["[concat('az ml -g ', parameters('rg'))]", ["az ml -g <parameters rg>"]],
    ["[concat('az ml -g ', resourceGroup().name)]", ["az ml -g <resourcegroup name>"]],
    ["[parameters('rg')]", []],
  ])("what is not known of %s is a placeholder in it", (content, texts) => {
    const parts = { parameters: { rg: { type: "string" } }, resources: [script(content)] };
    const { embedded } = parse({ "main.json": template(parts) });
    expect(embedded.map(({ text }) => text.text)).toEqual(texts);
  });

  test("one script in many environments is handed on once", () => {
    const files = {
      "main.json": template({ parameters: { rg: {} }, resources: [script("az login")] }),
      "main.dev.parameters.json": parameterFile({ rg: "d" }),
      "main.prod.parameters.json": parameterFile({ rg: "p" }),
    };
    expect(parse(files).embedded).toHaveLength(1);
  });
});
