import { describe, expect, test } from "vitest";
import { find, parse, plain, trailOf, treeAt } from "./parse.ts";

const module = (name: string, inner: string) => `variable "${name}" {\n}\n\n${inner}`;

describe("a value that travels through five modules", async () => {
  const call = (name: string, directory: string, argument: string, value: string) =>
    `module "${name}" {\n  source = "${directory}"\n  ${argument} = ${value}\n}\n`;
  const result = await parse({
    "main.tf": `variable "top" {\n}\n\n${call("one", "./one", "a", "var.top")}`,
    "one/main.tf": module("a", call("two", "../two", "b", "var.a")),
    "two/main.tf": module("b", call("three", "../three", "c", "var.b")),
    "three/main.tf": module("c", call("four", "../four", "d", "var.c")),
    "four/main.tf": module("d", 'resource "azurerm_key_vault" "kv" {\n  purge = var.d\n}\n'),
    "prod.tfvars": "# the value\ntop = false\n",
  });
  const address = "module.one.module.two.module.three.module.four.azurerm_key_vault.kv";

  test("every hop is a step, and the last one is the literal", () => {
    expect(trailOf(treeAt(find(result, address), "purge"))).toEqual([
      "four/main.tf:5:11",
      "four/main.tf:5:11 var.d",
      "three/main.tf:6:7 argument d of module.four",
      "three/main.tf:6:7 var.c",
      "two/main.tf:6:7 argument c of module.three",
      "two/main.tf:6:7 var.b",
      "one/main.tf:6:7 argument b of module.two",
      "one/main.tf:6:7 var.a",
      "main.tf:6:7 argument a of module.one",
      "main.tf:6:7 var.top",
      "prod.tfvars:2:7 set in prod.tfvars",
    ]);
  });

  test("the declaration names the calls, outermost first", () => {
    expect(find(result, address).calls.map(({ file }) => file)).toEqual([
      "main.tf",
      "one/main.tf",
      "two/main.tf",
      "three/main.tf",
    ]);
  });
});

describe("where a value comes from", () => {
  const resource = (value: string) => `resource "azurerm_x" "x" {\n  a = ${value}\n}\n`;
  const variable = 'variable "v" {\n  default = "d"\n}\n';
  const table: readonly [string, string, readonly string[]][] = [
    ["a literal", resource('"x"'), ["main.tf:2:7"]],
    ["a default", resource("var.v") + variable, ["main.tf:2:7", "main.tf:2:7 var.v", "main.tf:5:13 default of var.v"]],
    [
      "a local",
      `${resource("local.l")}locals {\n  l = 1\n}\n`,
      ["main.tf:2:7", "main.tf:2:7 local.l", "main.tf:5:7 value of local.l"],
    ],
    [
      "an element of a local",
      `${resource("local.l.a.b")}locals {\n  l = { a = { b = 1 } }\n}\n`,
      ["main.tf:2:7", "main.tf:2:7 local.l", "main.tf:5:19 value of local.l"],
    ],
    [
      "a template",
      resource('"x-${var.v}"') + variable,
      ["main.tf:2:7", "main.tf:2:12 var.v", "main.tf:5:13 default of var.v"],
    ],
    [
      "a condition",
      resource('var.v == "d" ? 1 : 2') + variable,
      ["main.tf:2:7", "main.tf:2:7 var.v", "main.tf:5:13 default of var.v"],
    ],
    [
      "try",
      resource("try(var.v, 1)") + variable,
      ["main.tf:2:7", "main.tf:2:11 var.v", "main.tf:5:13 default of var.v"],
    ],
    [
      "another resource",
      `${resource("azurerm_y.y.b")}resource "azurerm_y" "y" {\n  b = 1\n}\n`,
      ["main.tf:2:7", "main.tf:2:7 azurerm_y.y.b", "main.tf:5:7 value of azurerm_y.y.b"],
    ],
    [
      "a merged map",
      `${resource("merge({ a = 1 }, local.l).b")}locals {\n  l = { b = 2 }\n}\n`,
      ["main.tf:2:7", "main.tf:2:24 local.l", "main.tf:5:13 value of local.l"],
    ],
    [
      "an element of a for expression",
      `${resource("[for x in local.l : x.b][0]")}locals {\n  l = [{ b = 2 }]\n}\n`,
      ["main.tf:2:7", "main.tf:2:17 local.l", "main.tf:5:14 value of local.l"],
    ],
  ];

  test.each(table)("%s", async (_, text, expected) => {
    expect(trailOf(treeAt(find(await parse({ "main.tf": text }), "azurerm_x.x"), "a"))).toEqual(expected);
  });

  test("the value of each", async () => {
    const text = 'resource "azurerm_x" "x" {\n  for_each = { k = { a = 1 } }\n  a = each.value.a\n  b = each.key\n}\n';
    const declaration = find(await parse({ "main.tf": text }), 'azurerm_x.x["k"]');
    expect(trailOf(treeAt(declaration, "a"))).toEqual([
      "main.tf:3:7",
      "main.tf:3:7 each.value",
      "main.tf:2:26 value of each.value",
    ]);
    expect(plain(treeAt(declaration, "b"))).toBe("k");
  });

  test("an output of a module", async () => {
    const declaration = find(
      await parse({
        "main.tf": `${resource("module.m.o")}module "m" {\n  source = "./m"\n}\n`,
        "m/main.tf": 'output "o" {\n  value = 5\n}\n',
      }),
      "azurerm_x.x",
    );
    expect(trailOf(treeAt(declaration, "a"))).toEqual([
      "main.tf:2:7",
      "main.tf:2:7 module.m.o",
      "m/main.tf:2:11 output o of module.m",
    ]);
  });
});
