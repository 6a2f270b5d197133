import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/model/tree.ts";
import { at, parameterFile, parse, resource, shown, template } from "./templates.ts";

/** Reads everything and says how long it took and what was reported. */
function readAll(files: Record<string, string>) {
  const start = performance.now();
  const result = parse(files);
  for (const { body } of result.declarations) visit(body);
  const messages = result.problems.map(({ rule, message }) => `${rule}: ${message}`);
  return { declarations: result.declarations, messages, milliseconds: performance.now() - start };
}

function visit(tree: Tree): void {
  if (tree.form === "list") for (const item of tree.items) visit(item);
  if (tree.form === "mapping") for (const { value } of tree.entries.values()) visit(value);
}

describe("bounds end with a message, not with an exhausted machine", () => {
  test("a copy of 10,000 iterations", () => {
    const copy = { name: "loop", count: 10_000 };
    const { declarations, messages } = readAll({ "main.json": template({ resources: [resource({ copy })] }) });
    expect(declarations).toHaveLength(800);
    expect(messages).toEqual([
      'project/limit-reached: The copy loop "loop" asks for 10,000 iterations, Azure allows 800: only those are looked at',
    ]);
  });

  test("deployments nested ten levels deep", () => {
    const nest = (depth: number): object =>
      depth === 0
        ? resource()
        : {
            type: "Microsoft.Resources/deployments",
            apiVersion: "2022-09-01",
            name: `level${depth}`,
            properties: { template: { resources: [resource({ name: `at${depth}` }), nest(depth - 1)] } },
          };
    const { declarations, messages } = readAll({ "main.json": template({ resources: [nest(10)] }) });
    expect(declarations).toHaveLength(9);
    expect(messages).toEqual([
      "project/limit-reached: Deployments are nested more than 9 levels deep here and are not followed further",
    ]);
  });

  test("loops of deployments with loops", () => {
    const nest = (depth: number): object =>
      depth === 0
        ? resource()
        : {
            type: "Microsoft.Resources/deployments",
            name: "[concat('d', copyIndex())]",
            copy: { name: `l${depth}`, count: 100 },
            properties: { template: { resources: [nest(depth - 1)] } },
          };
    const { declarations, messages, milliseconds } = readAll({ "main.json": template({ resources: [nest(4)] }) });
    expect(declarations.length).toBeLessThanOrEqual(20_000);
    expect(messages).toEqual([
      "project/limit-reached: This template makes more than 20,000 resources; the rest is not looked at",
    ]);
    expect(milliseconds).toBeLessThan(5_000);
  });

  test("a list that doubles forty times", () => {
    const variables: Record<string, unknown> = { v0: ["a", "b"] };
    for (let index = 1; index <= 40; index++) {
      variables[`v${index}`] = `[concat(variables('v${index - 1}'), variables('v${index - 1}'))]`;
    }
    const files = { "main.json": template({ variables, resources: [resource({ value: "[variables('v40')]" })] }) };
    const { messages, milliseconds } = readAll(files);
    expect(messages[0]).toMatch(/makes a list of more than 20000 items/);
    expect(milliseconds).toBeLessThan(2_000);
  });

  test("a text that doubles forty times", () => {
    const variables: Record<string, unknown> = { v0: "ab" };
    for (let index = 1; index <= 40; index++) {
      variables[`v${index}`] = `[concat(variables('v${index - 1}'), variables('v${index - 1}'))]`;
    }
    const files = { "main.json": template({ variables, resources: [resource({ value: "[variables('v40')]" })] }) };
    const { declarations } = readAll(files);
    expect(shown(at(declarations[0]!, "value"))).toMatchObject({
      unknown: "a text is longer than 1,000,000 characters",
    });
  });

  test("lambdas inside lambdas", () => {
    const inner = "map(range(0, 10000), lambda('b', add(lambdaVariables('a'), lambdaVariables('b'))))";
    const value = `[map(range(0, 10000), lambda('a', last(sort(${inner}, lambda('x', 'y', less(lambdaVariables('x'), lambdaVariables('y')))))))]`;
    const { messages, milliseconds } = readAll({ "main.json": template({ resources: [resource({ value })] }) });
    expect(messages).toEqual([
      "project/limit-reached: Evaluating this template takes more than 4,000,000 steps; the rest is left",
    ]);
    expect(milliseconds).toBeLessThan(15_000);
  });

  test("variables that need themselves or one another", () => {
    const variables = { a: "[variables('b')]", b: "[concat(variables('a'), 'x')]", c: { d: "[variables('c').d]" } };
    const files = {
      "main.json": template({ variables, resources: [resource({ a: "[variables('a')]", c: "[variables('c')]" })] }),
    };
    const { declarations, messages } = readAll(files);
    expect(shown(at(declarations[0]!, "a"))).toMatchObject({ unknown: "it depends on itself" });
    expect(shown(at(declarations[0]!, "c.d"))).toMatchObject({ unknown: "it depends on itself" });
    expect(messages).toEqual([]);
  });

  test("a chain of a thousand variables", () => {
    const variables: Record<string, unknown> = { v0: "x" };
    for (let index = 1; index <= 1000; index++) variables[`v${index}`] = `[variables('v${index - 1}')]`;
    const { messages } = readAll({
      "main.json": template({ variables, resources: [resource({ value: "[variables('v1000')]" })] }),
    });
    expect(messages).toEqual([
      "project/limit-reached: Evaluation is nested more than 250 levels deep here and goes no further",
    ]);
  });

  test("an object nested ten thousand levels deep", () => {
    const nest = "reduce(range(0, 10000), createObject(), lambda('a', 'b', createObject('x', lambdaVariables('a'))))";
    const body = resource({ value: `[${nest}]`, text: `[string(${nest})]`, same: `[equals(${nest}, ${nest})]` });
    const { declarations, messages } = readAll({ "main.json": template({ resources: [body] }) });
    expect(declarations).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  test("an expression of ten thousand parentheses", () => {
    const value = `[${"not(".repeat(10_000)}true()${")".repeat(10_000)}]`;
    const { messages } = readAll({ "main.json": template({ resources: [resource({ value })] }) });
    expect(messages).toEqual([
      "project/syntax-error: Expected an expression of at most 150 levels; this one is nested deeper",
    ]);
  });

  test("JSON nested a hundred thousand levels deep", () => {
    const text = template({ resources: [resource({ value: "@" })] });
    const deep = text.replace('"@"', "[".repeat(100_000) + "]".repeat(100_000));
    expect(readAll({ "main.json": deep }).messages).toHaveLength(1);
  });

  test("definitions that refer to one another", () => {
    const definitions = { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } };
    const parameters = { p: { $ref: "#/definitions/a" } };
    const { declarations } = readAll({
      "main.json": template({ definitions, parameters, resources: [resource({ value: "[parameters('p')]" })] }),
    });
    expect(shown(at(declarations[0]!, "value"))).toMatchObject({ unknown: "parameter p has no value" });
  });
});

describe("broken input", () => {
  test.each([
    [
      "[concat('a', ]",
      "Expected a function call, a text in single quotes or a number, found the end of the expression",
      "]",
    ],
    ["[concat('a']", 'Expected a closing parenthesis for the call of "concat"', "concat('a'"],
    ["[concat('a)]", "Expected a closing single quote for the text that begins here", "'a)"],
    [
      "[parameters]",
      'Expected an opening parenthesis after "parameters", found the end of the expression',
      "parameters",
    ],
    ["[parameters('a') b]", 'Expected the end of the expression, found "b"', "b"],
    ["[parameters('a').]", "Expected a name, found the end of the expression", "]"],
    ["[createArray(1)[0]", "Expected a closing bracket, found the end of the expression", "[0"],
    ["[1.2.3]", 'Expected a number, found "1.2.3"', "1.2.3"],
    ["[]", "Expected a function call, a text in single quotes or a number, found the end of the expression", "]"],
    ["[concat('a' 'b')]", 'Expected a comma or a closing parenthesis, found "\'"', "'"],
  ])("%s", (value, message, place) => {
    const files = { "main.json": template({ resources: [resource({ value, other: "[concat('a', 'b')]" })] }) };
    const { declarations, problems } = parse(files);
    expect(problems.map(({ rule, message, at }) => [rule, message, textAt(files["main.json"], at)])).toEqual([
      ["project/syntax-error", message, place],
    ]);
    expect(shown(at(declarations[0]!, "value"))).toEqual({ unknown: "its expression cannot be read" });
    expect(shown(at(declarations[0]!, "other"))).toBe("ab");
  });

  test("a broken expression in prose is none", () => {
    const files = { "main.json": template({ metadata: { description: "[see there]" }, resources: [resource()] }) };
    expect(parse(files).problems).toEqual([]);
  });

  test("a resource with a syntax error inside is not judged, its neighbours are", () => {
    const text = template({ resources: [resource({ name: "a", sku: "@" }), resource({ name: "b" })] });
    const { declarations, problems } = parse({ "main.json": text.replace('"@"', "") });
    expect(declarations.map((declaration) => shown(at(declaration, "name")))).toEqual(["b"]);
    expect(problems.map(({ rule, language }) => [rule, language])).toEqual([["project/syntax-error", "arm"]]);
  });

  test("a syntax error in a parameter file is reported there, the other parameters are used", () => {
    const files = {
      "main.json": template({ parameters: { a: {}, b: {} }, resources: [resource({ value: "[parameters('b')]" })] }),
      "main.prod.parameters.json": parameterFile({ a: 1, b: 2 }).replace("1\n", "1,,\n"),
    };
    const { declarations, problems } = parse(files);
    expect(problems.map(({ at }) => at.file)).toEqual(["main.prod.parameters.json"]);
    expect(shown(at(declarations[0]!, "value"))).toBe(2);
  });

  test("a file that claims to be a template and cannot be read at all is reported", () => {
    const { problems, files } = parse({ "main.json": `[ "https://x/deploymentTemplate.json#" ` });
    expect(problems.map(({ rule }) => rule)).toEqual(["project/syntax-error"]);
    expect(files.get("arm")).toBe(1);
  });

  function textAt(
    text: string,
    { start, end }: { start: { line: number; column: number }; end: { line: number; column: number } },
  ): string {
    const lines = text.split("\n");
    return start.line === end.line ? lines[start.line - 1]!.slice(start.column - 1, end.column - 1) : "";
  }
});

describe("whatever is written", () => {
  const words = [
    "parameters('p')",
    "variables('v')",
    "concat(",
    "if(",
    "createObject('a',",
    "map(",
    "lambda('x',",
    "lambdaVariables('x')",
    "reference('r')",
    "copyIndex()",
    "union(",
    "split(",
    "'/'",
    "'a'",
    "1",
    "true()",
    "null()",
    ")",
    ",",
    "[0]",
    ".a",
    ".?b",
    "format('{0}',",
    "resourceId('A/b',",
    "json('{}')",
    "items(",
    "tryGet(",
  ];

  test("expressions never throw and everything made of them can be read", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (parts) => {
        const expression = `[${parts.join("")}]`;
        const body = resource({
          name: expression,
          value: { deep: [expression] },
          [expression]: 1,
          condition: expression,
        });
        const variables = { v: expression };
        readAll({ "main.json": template({ parameters: { p: { type: "string" } }, variables, resources: [body] }) });
      }),
      { numRuns: 1500 },
    );
  });

  test("damaged templates never throw", () => {
    const nested = {
      type: "Microsoft.Resources/deployments",
      name: "n",
      properties: {
        parameters: { p: { value: "[parameters('p')]" } },
        expressionEvaluationOptions: { scope: "inner" },
        template: {
          parameters: { p: { type: "string" } },
          resources: [resource({ copy: { name: "c", count: "[length(parameters('p'))]" } })],
          outputs: { o: { value: "[parameters('p')]" } },
        },
      },
    };
    const text = template({
      parameters: { p: { type: "string", defaultValue: "abc" } },
      resources: [nested, resource({ value: "[reference('n').outputs.o.value]" })],
    });
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.constantFrom("", "{", "}", "[", '"', ",", "null", "[]", "{}"),
        (from, length, inserted) => {
          readAll({ "main.json": text.slice(0, from) + inserted + text.slice(from + length) });
        },
      ),
      { numRuns: 1500 },
    );
  });
});
