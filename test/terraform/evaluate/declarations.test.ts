import { describe, expect, test } from "vitest";
import { addressesOf, find, parse, plain, shown, treeAt } from "./parse.ts";

const resource = (type: string, body: string) => `resource "${type}" "x" {\n${body}\n}\n`;

describe("instances", () => {
  test("have their keys in the address and share the block", async () => {
    const result = await parse({ "main.tf": resource("azurerm_x", "  count = 2\n  a = count.index") });
    expect(result.declarations.map(({ identity }) => identity)).toEqual([
      { root: "", module: "", address: "azurerm_x.x[0]", block: "azurerm_x.x" },
      { root: "", module: "", address: "azurerm_x.x[1]", block: "azurerm_x.x" },
    ]);
    expect(plain(find(result, "azurerm_x.x[1]").body)).toEqual({ a: 1 });
  });

  test("are written in the order of the configuration", async () => {
    const call = 'module "m" {\n  source = "./m"\n  for_each = toset(["b", "a.c"])\n}\n';
    const result = await parse({
      "b.tf": resource("azurerm_b", ""),
      "a.tf": resource("azurerm_a", "") + call + resource("azurerm_z", ""),
      "m/main.tf": resource("azurerm_m", ""),
    });
    expect(addressesOf(result)).toEqual([
      "azurerm_a.x",
      'module.m["a.c"].azurerm_m.x',
      'module.m["b"].azurerm_m.x',
      "azurerm_z.x",
      "azurerm_b.x",
    ]);
    expect(find(result, 'module.m["b"].azurerm_m.x').identity).toMatchObject({
      module: "module.m",
      block: "module.m.azurerm_m.x",
    });
  });

  const unknown = 'variable "v" {}\n';

  test.each([
    ["count", "var.v", "var.v has no value"],
    ["for_each", "var.v", "var.v has no value"],
    ["for_each", "[1]", "for_each is neither a map nor a set of strings"],
    ["count", "1.5", "count is no whole number"],
  ])("%s = %s makes one whose existence is uncertain", async (by, value, why) => {
    const result = await parse({
      "main.tf": unknown + resource("azurerm_x", `  ${by} = ${value}\n  a = 1\n  b = each.key`),
    });
    const declaration = find(result, "azurerm_x.x");
    expect(declaration.existence).toEqual({
      certain: false,
      why: `how many instances of azurerm_x.x there are is not decidable: ${why}`,
    });
    expect(plain(treeAt(declaration, "a"))).toBe(1);
  });

  test("inside a call that is uncertain are uncertain", async () => {
    const result = await parse({
      "main.tf": `${unknown}module "m" {\n  count = var.v ? 1 : 0\n  source = "./m"\n}\n`,
      "m/main.tf": resource("azurerm_x", "  count = 2"),
    });
    expect(addressesOf(result)).toEqual(["module.m.azurerm_x.x[0]", "module.m.azurerm_x.x[1]"]);
    expect(
      result.declarations.filter(({ source }) => source === "azurerm").every(({ existence }) => !existence.certain),
    ).toBe(true);
  });
});

describe("bodies", () => {
  test("hold attributes and blocks, and nothing that Terraform itself reads", async () => {
    const result = await parse({
      "main.tf": resource(
        "azurerm_x",
        `  a          = "x"
  provider   = azurerm.other
  depends_on = [azurerm_y.y]
  identity {
    type = "SystemAssigned"
  }
  rule {
    name = "first"
  }
  dynamic "rule" {
    for_each = { b = 1, c = 2 }
    iterator = each_rule
    content {
      name = each_rule.key
      nested {
        value = each_rule.value
      }
    }
  }
  lifecycle {
    prevent_destroy = true
  }
  provisioner "local-exec" {
    command = "true"
  }`,
      ),
    });
    const declaration = find(result, "azurerm_x.x");
    expect(plain(declaration.body)).toEqual({
      a: "x",
      identity: [{ type: "SystemAssigned" }],
      rule: [{ name: "first" }, { name: "b", nested: [{ value: 1 }] }, { name: "c", nested: [{ value: 2 }] }],
    });
    expect(shown(treeAt(declaration, "identity.0")!.at)).toBe("main.tf:5:3");
    expect(shown(treeAt(declaration, "rule.1")!.at)).toBe("main.tf:11:3");
  });

  test("show an undecidable dynamic block as undecided", async () => {
    const result = await parse({
      "main.tf": `variable "v" {}\n${resource("azurerm_x", '  dynamic "rule" {\n    for_each = var.v\n    content {}\n  }')}`,
    });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "rule"))).toBe("? var.v has no value");
  });

  test("are not evaluated before they are read", async () => {
    const cycle = "locals {\n  a = local.b\n  b = local.a\n}\n";
    const result = await parse({ "main.tf": cycle + resource("azurerm_x", "  a = local.a\n  b = 1") });
    const declaration = find(result, "azurerm_x.x");
    expect(plain(treeAt(declaration, "b"))).toBe(1);
    expect(result.problems).toEqual([]);
    expect(plain(treeAt(declaration, "a"))).toBe("? local.a depends on itself");
    expect(result.problems.map(({ message }) => message)).toEqual([
      "local.a depends on itself: local.a → local.b → local.a.",
    ]);
  });

  test("of a broken block are not judged, and its neighbours are", async () => {
    const result = await parse({ "main.tf": `${resource("azurerm_x", "  a =")}${resource("azurerm_y", "  a = 1")}` });
    expect(addressesOf(result)).toEqual(["azurerm_y.x"]);
    expect(result.problems.map(({ rule }) => rule)).toEqual(["project/syntax-error"]);
  });

  test("mask what is sensitive", async () => {
    const text = 'variable "v" {\n  sensitive = true\n  default = "s"\n}\n';
    const result = await parse({ "main.tf": text + resource("azurerm_x", '  a = "x${var.v}"\n  b = [var.v, 1]') });
    const declaration = find(result, "azurerm_x.x");
    expect(treeAt(declaration, "a")!.sensitive).toBe(true);
    expect(treeAt(declaration, "b.0")!.sensitive).toBe(true);
    expect(treeAt(declaration, "b.1")!.sensitive).toBeUndefined();
  });
});

describe("references to resources", () => {
  const targets = async (value: string, more = "") => {
    const files = {
      "main.tf": `${resource("azurerm_ref", `  a = ${value}`)}${more}`,
      "m/main.tf": `${resource("azurerm_y", '  name = "n"')}output "id" {\n  value = azurerm_y.x.id\n}\noutput "all" {\n  value = azurerm_y.x\n}\n`,
    };
    const tree = treeAt(find(await parse(files), "azurerm_ref.x"), "a");
    return tree?.form === "undecided" ? tree.target && `${tree.target.address}#${tree.target.attribute}` : plain(tree);
  };
  const y = resource("azurerm_y", '  name = "n"\n  identity {\n    type = "t"\n  }');
  const counted = resource("azurerm_y", '  count = 2\n  name = "n${count.index}"');
  const each = resource("azurerm_y", '  for_each = toset(["k"])\n  name = each.key');
  const maybe = `variable "v" {}\n${resource("azurerm_y", '  count = var.v\n  name = "n"')}`;
  const module = 'module "m" {\n  source = "./m"\n}\n';
  const modules = 'module "m" {\n  source = "./m"\n  for_each = { k = 1 }\n}\n';

  test.each([
    ["azurerm_y.x.id", y, "azurerm_y.x#id"],
    ["azurerm_y.x.name", y, "n"],
    ["azurerm_y.x.identity[0].principal_id", y, "azurerm_y.x#identity.0.principal_id"],
    ["azurerm_y.x.identity.0.type", y, "t"],
    ["azurerm_y.x.kube_config.0.host", y, "azurerm_y.x#kube_config.0.host"],
    ["azurerm_y.x[1].id", counted, "azurerm_y.x[1]#id"],
    ["azurerm_y.x.1.name", counted, "n1"],
    ["element(azurerm_y.x[*].id, 0)", counted, "azurerm_y.x[0]#id"],
    ["one(azurerm_y.x[*].id)", y, "azurerm_y.x#id"],
    ['azurerm_y.x["k"].id', each, 'azurerm_y.x["k"]#id'],
    ["values(azurerm_y.x)[0].id", each, 'azurerm_y.x["k"]#id'],
    ["{ for k, v in azurerm_y.x : k => v.id }.k", each, 'azurerm_y.x["k"]#id'],
    ["azurerm_y.x[0].id", maybe, "azurerm_y.x#id"],
    ["azurerm_y.x[0].name", maybe, "n"],
    ["true ? azurerm_y.x.id : null", y, "azurerm_y.x#id"],
    ["try(azurerm_y.x.id, null)", y, "azurerm_y.x#id"],
    ["module.m.id", module, "module.m.azurerm_y.x#id"],
    ["module.m.all.id", module, "module.m.azurerm_y.x#id"],
    ['module.m["k"].id', modules, 'module.m["k"].azurerm_y.x#id'],
    ["values(module.m)[0].id", modules, 'module.m["k"].azurerm_y.x#id'],
    ["data.azurerm_y.x.id", 'data "azurerm_y" "x" {\n  name = "d"\n}\n', "data.azurerm_y.x#id"],
    ["data.azurerm_y.x.name", 'data "azurerm_y" "x" {\n  name = "d"\n}\n', "d"],
    ["azurerm_missing.x.id", "", "azurerm_missing.x#id"],
    ["merge({ id = azurerm_y.x.id }, {}).id", y, "azurerm_y.x#id"],
  ])("%s", async (value, more, expected) => expect(await targets(value, more)).toBe(expected));

  test("a text with an id keeps its known pieces", async () => {
    const files = { "main.tf": `${resource("azurerm_ref", '  a = "${azurerm_y.x.id}/subnets/s"')}${y}` };
    expect(treeAt(find(await parse(files), "azurerm_ref.x"), "a")).toMatchObject({
      form: "undecided",
      pieces: [{}, "/subnets/s"],
    });
  });
});

describe("modules", () => {
  const call = (source: string) =>
    `module "m" {\n  source = "${source}"\n}\n${resource("azurerm_x", "  a = module.m.id")}`;

  test("that are not on disk are reported, and their outputs unknown", async () => {
    const result = await parse({ "main.tf": call("Azure/x/azurerm") });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toBe("? module.m is not on disk");
    expect(result.problems.map(({ rule, at }) => `${rule} ${shown(at)}`)).toEqual([
      "project/unresolved-module main.tf:1:1",
    ]);
  });

  test("from a registry are read where terraform init has put them", async () => {
    const manifest = {
      Modules: [
        { Key: "", Source: "", Dir: "." },
        { Key: "m", Source: "registry.terraform.io/Azure/x/azurerm", Dir: ".terraform/modules/m" },
        { Key: "m.inner", Source: "git::https://example.com/x", Dir: ".terraform/modules/m.inner" },
      ],
    };
    const result = await parse({
      "main.tf": call("Azure/x/azurerm"),
      ".terraform/modules/modules.json": JSON.stringify(manifest),
      ".terraform/modules/m/main.tf":
        'module "inner" {\n  source = "git::https://example.com/x"\n}\noutput "id" {\n  value = module.inner.id\n}\n',
      ".terraform/modules/m.inner/main.tf": 'output "id" {\n  value = "known"\n}\n',
    });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toBe("known");
    expect(result.problems).toEqual([]);
  });

  test("outside the project are not on disk", async () => {
    expect((await parse({ "main.tf": call("../../elsewhere") })).problems.map(({ rule }) => rule)).toEqual([
      "project/unresolved-module",
    ]);
  });

  test("that a root calls once for each environment belong to those environments", async () => {
    const files = {
      "main.tf": `${resource("azurerm_shared", "")}module "prod_ml" {\n  source = "./m"\n}\nmodule "dev_ml" {\n  source = "./m"\n}\n`,
      "m/main.tf": resource("azurerm_x", ""),
    };
    const result = await parse(files);
    expect(result.roots[0]!.environments).toEqual([
      { name: "dev", tier: "non-production" },
      { name: "prod", tier: "production" },
    ]);
    expect(result.declarations.map(({ environment, identity }) => `${environment.name} ${identity.address}`)).toEqual([
      "dev azurerm_shared.x",
      "dev module.dev_ml.azurerm_x.x",
      "prod azurerm_shared.x",
      "prod module.prod_ml.azurerm_x.x",
    ]);
  });
});

describe("environments", () => {
  const files = {
    "main.tf": `variable "v" {}\nvariable "w" {\n  default = "w"\n}\n${resource("azurerm_x", "  a = var.v\n  b = upper(var.w)")}`,
    "dev.tfvars": "v = 1\n",
    "prod.tfvars": "v = 2\n",
  };

  test("differ only where a variable does", async () => {
    const result = await parse(files);
    const [dev, prod] = [find(result, "azurerm_x.x", "dev"), find(result, "azurerm_x.x", "prod")];
    expect([plain(dev.body), plain(prod.body)]).toEqual([
      { a: 1, b: "W" },
      { a: 2, b: "W" },
    ]);
    expect(treeAt(dev, "b")).toBe(treeAt(prod, "b"));
  });

  test("may have different instances of a block", async () => {
    const result = await parse({
      ...files,
      "main.tf": `variable "v" {}\n${resource("azurerm_x", "  count = var.v\n  a = count.index")}`,
    });
    const shownOf = (name: string) =>
      result.declarations
        .filter((d) => d.environment.name === name && d.source === "azurerm")
        .map((d) => plain(d.body));
    expect([shownOf("dev"), shownOf("prod")]).toEqual([[{ a: 0 }], [{ a: 0 }, { a: 1 }]]);
  });

  test.each([
    ["a variable", 'variable "environment" {\n  default = "production"\n}\n', "production"],
    ["a local", 'locals {\n  stage = "dev"\n}\n', "non-production"],
    ["a tag", 'locals {\n  tags = { Environment = "prod" }\n}\n', "production"],
    ["the tag of a resource", 'resource "azurerm_x" "x" {\n  tags = { env = "prd" }\n}\n', "production"],
    ["nothing", "", "unclassified"],
  ])("whose name says nothing are in the tier that %s tells", async (_, text, tier) => {
    expect((await parse({ "main.tf": text })).roots[0]!.environments).toEqual([{ name: "default", tier }]);
  });
});

describe("files", () => {
  test("of OpenTofu stand in for those of Terraform of the same name", async () => {
    const result = await parse({
      "main.tf": resource("azurerm_x", "  a = 1"),
      "main.tofu": resource("azurerm_x", "  a = 2"),
      "other.tf": resource("azurerm_y", "  a = 3"),
    });
    expect(result.declarations.map(({ body }) => plain(body))).toEqual([{ a: 2 }, { a: 3 }]);
  });

  test("of CDKTF are read like any other JSON", async () => {
    const stack = {
      "//": { metadata: { stackName: "ml" } },
      variable: { size: { default: "small" } },
      resource: {
        azurerm_x: {
          vm: {
            "//": { metadata: { path: "ml/vm", uniqueId: "vm" } },
            name: "vm-${var.size}",
            os_disk: { caching: "ReadWrite" },
            rule: [{ name: "a" }],
            dynamic: { tag: { for_each: ["x"], content: { key: "${tag.value}" } } },
            count: 1,
          },
        },
      },
    };
    const result = await parse({ "cdktf.out/stacks/ml/cdk.tf.json": JSON.stringify(stack) });
    expect(plain(find(result, "azurerm_x.vm[0]").body)).toEqual({
      name: "vm-small",
      os_disk: { caching: "ReadWrite" },
      rule: [{ name: "a" }],
      tag: [{ key: "x" }],
    });
  });
});

describe("what could not be read", () => {
  test.each([
    ["a local", "locals {\n  a =\n  v = 1\n}\n", "local.v", "? local.v could not be read"],
    ["a variable", 'variable "v" {\n  default =\n}\n', "try(var.v, 1)", "? var.v could not be read"],
    ["a resource", 'resource "azurerm_y" "y" {\n  v =\n}\n', "azurerm_y.y.v", "? azurerm_y.y could not be read"],
    ["an output", 'module "m" {\n  source = "./m"\n}\n', "try(module.m.v, 1)", "? module.m.v could not be read"],
  ])("is unknown: %s", async (_, text, value, expected) => {
    const result = await parse({
      "main.tf": text + resource("azurerm_x", `  a = ${value}`),
      "m/main.tf": 'output "v" {\n  value =\n}\n',
    });
    expect(plain(treeAt(find(result, "azurerm_x.x"), "a"))).toBe(expected);
  });
});
