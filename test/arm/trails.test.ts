import { describe, expect, test } from "vitest";
import { at, parameterFile, parse, resource, template, trail, written } from "./templates.ts";

/** The trail and the place of one attribute. */
function trailOf(files: Record<string, string>, path: string, index = 0) {
  const tree = at(parse(files).declarations[index]!, path);
  return { at: written(files, tree.at), trail: trail(files, tree.trail) };
}

describe("from the resource down to the literal that decides", () => {
  const parameters = {
    sku: { type: "string", defaultValue: "Basic" },
    settings: { type: "object", defaultValue: { tier: { name: "Hot" } } },
  };

  test("a literal has no trail", () => {
    const files = { "main.json": template({ resources: [resource({ sku: "Basic" })] }) };
    expect(trailOf(files, "sku")).toEqual({ at: '"Basic"', trail: [] });
  });

  test("a default", () => {
    const files = { "main.json": template({ parameters, resources: [resource({ sku: "[parameters('sku')]" })] }) };
    expect(trailOf(files, "sku")).toEqual({
      at: "\"[parameters('sku')]\"",
      trail: ["parameter sku | main.json: parameters('sku')", 'default of parameter sku | main.json: "Basic"'],
    });
  });

  test("a parameter file", () => {
    const files = {
      "main.json": template({ parameters, resources: [resource({ sku: "[parameters('sku')]" })] }),
      "main.prod.parameters.json": parameterFile({ sku: "Premium" }),
    };
    expect(trailOf(files, "sku").trail).toEqual([
      "parameter sku | main.json: parameters('sku')",
      'set in main.prod.parameters.json | main.prod.parameters.json: "Premium"',
    ]);
  });

  test("a part of an object that is a parameter ends at that part", () => {
    const files = {
      "main.json": template({
        parameters,
        resources: [resource({ tier: "[parameters('settings').tier.name]", all: "[parameters('settings')]" })],
      }),
    };
    const steps = [
      "parameter settings | main.json: parameters('settings')",
      'default of parameter settings | main.json: "Hot"',
    ];
    expect(trailOf(files, "tier").trail).toEqual(steps);
    expect(trailOf(files, "all.tier.name")).toEqual({ at: "\"[parameters('settings')]\"", trail: steps });
  });

  test("five hops: resource, nested parameter, module argument, variable, parameter, file", () => {
    const nested = {
      parameters: { tier: { type: "string" } },
      variables: { v: "[parameters('tier')]" },
      resources: [resource({ sku: "[variables('v')]" })],
    };
    const properties = {
      mode: "Incremental",
      expressionEvaluationOptions: { scope: "inner" },
      parameters: { tier: { value: "[toUpper(parameters('sku'))]" } },
      template: nested,
    };
    const files = {
      "main.json": template({
        parameters,
        resources: [{ type: "Microsoft.Resources/deployments", apiVersion: "2022-09-01", name: "n", properties }],
      }),
      "main.prod.parameters.json": parameterFile({ sku: "Premium" }),
    };
    const deployment = "Microsoft.Resources/deployments/n";
    expect(trailOf(files, "sku").trail).toEqual([
      "variable v | main.json: variables('v')",
      "parameter tier | main.json: parameters('tier')",
      `passed to deployment ${deployment} | main.json: "[toUpper(parameters('sku'))]"`,
      "parameter sku | main.json: parameters('sku')",
      'set in main.prod.parameters.json | main.prod.parameters.json: "Premium"',
    ]);
  });

  test("a literal passed to a deployment", () => {
    const properties = {
      expressionEvaluationOptions: { scope: "inner" },
      parameters: { tier: { value: "Cool" } },
      template: { parameters: { tier: { type: "string" } }, resources: [resource({ sku: "[parameters('tier')]" })] },
    };
    const files = {
      "main.json": template({ resources: [{ type: "Microsoft.Resources/deployments", name: "n", properties }] }),
    };
    expect(trailOf(files, "sku").trail).toEqual([
      "parameter tier | main.json: parameters('tier')",
      'passed to deployment Microsoft.Resources/deployments/n | main.json: "Cool"',
    ]);
  });

  test("a branch that is a literal rests on its condition", () => {
    const value = "[if(equals(parameters('sku'), 'Basic'), 'Cool', 'Hot')]";
    const files = { "main.json": template({ parameters, resources: [resource({ tier: value })] }) };
    expect(trailOf(files, "tier").trail).toEqual([
      "parameter sku | main.json: parameters('sku')",
      'default of parameter sku | main.json: "Basic"',
    ]);
  });

  test("a branch with a trail of its own rests on that", () => {
    const value = "[if(true(), parameters('sku'), 'Hot')]";
    const files = { "main.json": template({ parameters, resources: [resource({ tier: value })] }) };
    expect(trailOf(files, "tier").trail.at(-1)).toBe('default of parameter sku | main.json: "Basic"');
  });

  test("what an expression makes itself is never mistaken for a literal", () => {
    const files = {
      "main.json": template({ resources: [resource({ properties: "[createObject('access', 'Enabled')]" })] }),
    };
    const place = "\"[createObject('access', 'Enabled')]\"";
    expect(trailOf(files, "properties.access")).toEqual({
      at: place,
      trail: [`written in this expression | main.json: ${place}`],
    });
  });

  test("several parameters in one text are all in its trail", () => {
    const both = { a: { type: "string", defaultValue: "x" }, b: { type: "string", defaultValue: "y" } };
    const files = {
      "main.json": template({
        parameters: both,
        resources: [resource({ value: "[concat(parameters('a'), '-', parameters('b'))]" })],
      }),
    };
    expect(trailOf(files, "value").trail.map((step) => step.split(" | ")[0])).toEqual([
      "parameter a",
      "default of parameter a",
      "parameter b",
      "default of parameter b",
    ]);
  });

  test("an unknown parameter ends at its declaration", () => {
    const files = {
      "main.json": template({
        parameters: { p: { type: "string" } },
        resources: [resource({ value: "[parameters('p')]" })],
      }),
    };
    expect(trailOf(files, "value").trail.map((step) => step.split(" | ")[0])).toEqual(["parameter p", "parameter p"]);
  });
});

test("a place inside an expression is right behind escapes", () => {
  const text = template({
    parameters: { p: { type: "string", defaultValue: "x" } },
    resources: [resource({ value: "@" })],
  });
  const files = { "main.json": text.replace('"@"', String.raw`"[concat('\"\u0041\n', parameters('p'))]"`) };
  expect(trailOf(files, "value").trail[0]).toBe("parameter p | main.json: parameters('p')");
});

describe("headers and keys", () => {
  const text = template({ resources: [resource({ sku: { name: "x" }, properties: "[createObject('a', 1)]" })] });
  const files = { "main.json": text };
  const [declaration] = parse(files).declarations;

  test("a resource's header is its opening brace", () => {
    expect(written(files, declaration!.header)).toBe("{");
    expect(declaration!.header.start).toEqual(declaration!.at.start);
  });

  test("an object's header is its own brace, a computed one's the expression", () => {
    const header = (path: string) => {
      const tree = at(declaration!, path);
      return tree.form === "mapping" ? written(files, tree.header) : undefined;
    };
    expect([header("sku"), header("properties")]).toEqual(["{", "\"[createObject('a', 1)]\""]);
  });

  test("an entry's key is the property's name", () => {
    expect(written(files, declaration!.body.entries.get("sku")!.key)).toBe('"sku"');
  });

  test("with a symbolic name, the resource begins there", () => {
    const symbolic = { "main.json": template({ languageVersion: "2.0", resources: { account: resource() } }) };
    expect(written(symbolic, parse(symbolic).declarations[0]!.at)).toMatch(/^"account": \{/);
  });
});
