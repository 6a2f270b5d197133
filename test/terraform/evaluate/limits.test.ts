import { describe, expect, test } from "vitest";
import { addressesOf, find, parse, plain, treeAt } from "./parse.ts";

const resource = (body: string) => `resource "azurerm_x" "x" {\n${body}\n}\n`;
const messages = ({ problems }: Awaited<ReturnType<typeof parse>>) =>
  problems.map(({ rule, message }) => `${rule}: ${message}`);
const stopped = (why: string) =>
  `project/limit-reached: Evaluation stops here because ${why}: what depends on this is not checked.`;

function chain(length: number, link: (next: string) => string): string {
  const locals = Array.from({ length }, (_, index) => `  a${index} = ${link(`local.a${index + 1}`)}`);
  return `locals {\n${locals.join("\n")}\n  a${length} = 1\n}\n`;
}

describe("references", () => {
  test("lead through three hundred names", async () => {
    const result = await parse({ "main.tf": chain(300, (next) => next) + resource("  a = local.a0") });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toBe(1);
    expect(result.problems).toEqual([]);
  });

  test.each([
    ["names", (next: string) => next],
    [
      "calls, templates and collections",
      (next: string) => `try(merge({ x = [for k in [1] : "\${true ? upper(${next}) : ""}"] }, {}).x[0], "")`,
    ],
  ])("end where they lead through too many %s", async (_, link) => {
    const result = await parse({ "main.tf": chain(20_000, link) + resource("  a = local.a0") });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toBe(
      "? expressions and references nest more than 1000 levels deep",
    );
    expect(messages(result)).toEqual([stopped("expressions and references nest more than 1000 levels deep")]);
  });

  test.each([
    [
      "locals",
      "locals {\n  a = local.b\n  b = local.a\n}\n",
      "local.a",
      "local.a depends on itself: local.a → local.b → local.a.",
    ],
    ["a resource", "", "azurerm_x.x.a", "azurerm_x.x.a depends on itself: azurerm_x.x.a → azurerm_x.x.a."],
    [
      "a module",
      'module "m" {\n  source = "./m"\n  v = module.m.v\n}\n',
      "module.m.v",
      "module.m.output.v depends on itself: module.m.output.v → var.v → module.m.output.v.",
    ],
  ])("in a circle of %s end with a message", async (_, more, value, message) => {
    const module = 'variable "v" {}\noutput "v" {\n  value = var.v\n}\n';
    const result = await parse({ "main.tf": more + resource(`  a = ${value}`), "m/main.tf": module });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toContain("depends on itself");
    expect(messages(result)).toEqual([`project/limit-reached: ${message}`]);
  });

  test("of count to the resource itself end with a message", async () => {
    const result = await parse({ "main.tf": resource("  count = length(azurerm_x.x)") });
    expect(addressesOf(result)).toEqual(["azurerm_x.x"]);
    expect(result.problems).toHaveLength(1);
  });
});

describe("instances", () => {
  test("of a resource", async () => {
    const result = await parse({ "main.tf": resource("  count = 10001") });
    expect(addressesOf(result)).toEqual(["azurerm_x.x"]);
    expect(messages(result)).toEqual([stopped("azurerm_x.x has 10001 instances, more than 10000")]);
  });

  test("of modules within modules", async () => {
    const call = (directory: string) => `module "m" {\n  count = 1000\n  source = "${directory}"\n}\n`;
    const files = { "main.tf": call("./a"), "a/main.tf": call("../b"), "b/main.tf": resource("") };
    const result = await parse(files, { limits: { blocks: 5000 } });
    expect(messages(result)).toEqual([stopped("the root has more than 5000 instances of blocks")]);
  });

  test("of dynamic blocks within dynamic blocks", async () => {
    const dynamic = (type: string, content: string) =>
      `dynamic "${type}" {\n  for_each = range(1000)\n  content {\n${content}\n  }\n}`;
    const files = { "main.tf": resource(dynamic("a", dynamic("b", "  c = 1"))) };
    const result = await parse(files, { limits: { blocks: 5000 } });
    plain(find(result, "azurerm_x.x").body);
    expect(messages(result)).toEqual([stopped("the root has more than 5000 instances of blocks")]);
  });
});

describe("modules", () => {
  test("deeper than the bound are not read", async () => {
    const files: Record<string, string> = { "m40/main.tf": resource("") };
    for (let index = 0; index < 40; index++)
      files[`m${index}/main.tf`] = `module "m" {\n  source = "../m${index + 1}"\n}\n`;
    const result = await parse(files);
    expect(addressesOf(result)).toEqual([]);
    expect(messages(result)).toEqual([stopped("modules nest more than 32 levels deep")]);
  });

  test("that contain themselves are read once", async () => {
    const result = await parse({ "m/main.tf": `module "m" {\n  source = "../m"\n}\n${resource("")}` });
    expect(addressesOf(result)).toEqual(["azurerm_x.x"]);
    expect(messages(result)).toEqual([stopped("module.m calls a module that it is part of")]);
  });
});

describe("values", () => {
  const double = (start: string, twice: (name: string) => string) =>
    `locals {\n  a0 = ${start}\n${Array.from({ length: 40 }, (_, at) => `  a${at + 1} = ${twice(`local.a${at}`)}`).join("\n")}\n}\n`;

  test.each([
    ["texts", double('"xxxxxxxx"', (name) => `"\${${name}}\${${name}}"`), "the text is longer than"],
    ["lists", double("[1, 2]", (name) => `concat(${name}, ${name})`), "the value holds more than"],
  ])("that double forty times stop growing: %s", async (_, locals, why) => {
    const result = await parse({ "main.tf": locals + resource("  a = length(local.a40)") });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toContain(why);
    expect(messages(result)).toEqual([expect.stringContaining(why)]);
  });

  test("that take too long to compute are given up", async () => {
    const loops = "[for a in local.r : [for b in local.r : [for c in local.r : a + b + c]]]";
    const files = { "main.tf": `locals {\n  r = range(1000)\n}\n${resource(`  a = ${loops}`)}` };
    const result = await parse(files, { limits: { steps: 100_000 } });
    plain(treeAt(find(result, "azurerm_x.x"), "a"));
    expect(messages(result)).toContainEqual(expect.stringMatching(/takes more than \d+ steps/));
  });
});
