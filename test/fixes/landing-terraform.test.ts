import { describe, test } from "vitest";
import type { Files } from "./fixing.ts";
import { expectLanding, type Landing } from "./landing.ts";

type Case = readonly [name: string, files: Files, landing: Landing];

const nowhere: Landing = {};

const registry = (admin: string, head = "") => `resource "azurerm_container_registry" "ml" {
${head}  name                = "crml"
  resource_group_name = "ml"
  location            = "westeurope"
  sku                 = "Premium"
  admin_enabled       = ${admin}
}
`;

const workspace = (more: string) => `resource "azurerm_machine_learning_workspace" "ml" {\n  name = "ml"\n${more}}\n`;

const cluster = (nodes: string) => `resource "azurerm_machine_learning_compute_cluster" "cpu" {
  name    = "cpu"
  vm_size = "Standard_D4s_v5"
  scale_settings {
    min_node_count                       = ${nodes}
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT30M"
  }
}
`;

const env = 'variable "env" {\n  type = string\n}\n';
const admin = (fallback = "") => `variable "admin" {\n  type = bool\n${fallback && `  default = ${fallback}\n`}}\n`;
const settings = 'variable "settings" {\n  type = any\n}\n';
const call = (name: string, more = "") => `module "${name}" {\n  source = "./modules/ml"\n${more}}\n`;
const devProd = (dev: string, prod: string): Files => ({ "dev.tfvars": dev, "prod.tfvars": prod });
const named = devProd('env = "dev"\n', 'env = "prod"\n');

const inMain = (old: string, fresh: string): Landing => ({ "main.tf": [old, fresh] });
const inProd = (old: string, fresh: string): Landing => ({ "prod.tfvars": [old, fresh] });
const inModule = (old: string, fresh: string): Landing => ({ "modules/ml/main.tf": [old, fresh] });

const variables: readonly Case[] = [
  [
    "the variable file of one environment",
    { "main.tf": registry("var.admin") + admin(), ...devProd("admin = false\n", "admin = true # yes\n") },
    inProd("true", "false"),
  ],
  [
    "the variable files of both",
    { "main.tf": registry("var.admin") + admin(), ...devProd("admin = true\n", "admin = true\n") },
    { "dev.tfvars": ["true", "false"], "prod.tfvars": ["true", "false"] },
  ],
  [
    "a variable file in JSON",
    {
      "main.tf": registry("var.admin") + admin(),
      "dev.tfvars.json": '{ "admin": false }\n',
      "prod.tfvars.json": '{ "admin": true }\n',
    },
    { "prod.tfvars.json": ["true", "false"] },
  ],
  [
    "a default that only one environment takes",
    { "main.tf": registry("var.admin") + admin("true") + env, ...devProd("admin = false\n", 'env = "prod"\n') },
    inMain("default = true", "default = false"),
  ],
  [
    "a default that both take",
    { "main.tf": registry("var.admin") + admin("true") + env, ...named },
    inMain("default = true", "default = false"),
  ],
  [
    "a default that one takes, and what the other one sets",
    { "main.tf": registry("var.admin") + admin("true") + env, ...devProd('env = "dev"\n', "admin = true\n") },
    { "main.tf": ["default = true", "default = false"], "prod.tfvars": ["true", "false"] },
  ],
  [
    "what is set over a default that is right",
    { "main.tf": registry("var.admin") + admin("false") + env, ...devProd('env = "dev"\n', "admin = true\n") },
    inProd("true", "false"),
  ],
  [
    "the file for all environments, where the other one sets its own",
    {
      "main.tf": registry("var.admin") + admin() + env,
      "terraform.tfvars": "admin = true\n",
      ...devProd("admin = false\n", 'env = "prod"\n'),
    },
    { "terraform.tfvars": ["true", "false"] },
  ],
  [
    "what is negated",
    {
      "main.tf": `${registry("!var.locked")}variable "locked" {}\n`,
      ...devProd("locked = true\n", "locked = false\n"),
    },
    inProd("false", "true"),
  ],
  [
    "what is text",
    { "main.tf": `${registry("var.admin")}variable "admin" {}\n`, ...devProd('admin = "False"\n', 'admin = "True"\n') },
    inProd('"True"', '"False"'),
  ],
];

const expressions: readonly Case[] = [
  ["the resource", { "main.tf": registry("true") + env, ...named }, inMain("= true", "= false")],
  ["a local", { "main.tf": `locals {\n  on = true\n}\n${registry("local.on")}` }, inMain("on = true", "on = false")],
  [
    "the entry of a local for the environment",
    {
      "main.tf": `locals {\n  on = {\n    dev  = false\n    prod = true\n  }\n}\n${registry("local.on[var.env]")}${env}`,
      ...named,
    },
    inMain("prod = true", "prod = false"),
  ],
  [
    "an object of a local for the environment",
    {
      "main.tf": `locals {\n  all = {\n    dev  = { on = false }\n    prod = { on = true, size = 1 }\n  }\n}\n${registry("local.all[var.env].on")}${env}`,
      ...named,
    },
    inMain("on = true, size = 1", "on = false, size = 1"),
  ],
  [
    "the branch of a condition",
    { "main.tf": registry('var.env == "prod" ? true : false') + env, ...named },
    inMain('"prod" ? true : false', '"prod" ? false : false'),
  ],
  [
    "nowhere, where the condition itself is the value",
    { "main.tf": registry('var.env == "prod"') + env, ...named },
    nowhere,
  ],
  [
    "what try falls back to",
    {
      "main.tf": registry("try(var.settings.on, true)") + settings,
      ...devProd("settings = { on = false }\n", "settings = {}\n"),
    },
    inMain(", true)", ", false)"),
  ],
  [
    "what coalesce falls back to",
    {
      "main.tf": registry("coalesce(var.admin, true)") + admin("null") + env,
      ...devProd("admin = false\n", 'env = "prod"\n'),
    },
    inMain(", true)", ", false)"),
  ],
  [
    "what lookup falls back to",
    {
      "main.tf": registry('lookup(var.settings, "on", true)') + settings,
      ...devProd("settings = { on = false }\n", "settings = {}\n"),
    },
    inMain(", true)", ", false)"),
  ],
  [
    "what lookup finds",
    {
      "main.tf": registry('lookup(var.settings, "on", false)') + settings,
      ...devProd("settings = {}\n", "settings = { on = true }\n"),
    },
    inProd("true", "false"),
  ],
  [
    "what is merged over the usual",
    {
      "main.tf": `locals {\n  all = merge({ on = false }, var.settings)\n}\n${registry("local.all.on")}${settings}`,
      ...devProd("settings = {}\n", "settings = { on = true }\n"),
    },
    inProd("true", "false"),
  ],
  [
    "nowhere, where the value is read from a file",
    { "main.tf": registry('yamldecode(file("${path.module}/admin.yaml")).admin'), "admin.yaml": "admin: true\n" },
    nowhere,
  ],
  [
    "the body of azapi in jsonencode",
    {
      "main.tf":
        'resource "azapi_resource" "ml" {\n  type = "Microsoft.ContainerRegistry/registries@2023-07-01"\n  name = "crml"\n  body = jsonencode({\n    properties = { adminUserEnabled = true }\n  })\n}\n',
    },
    inMain("true", "false"),
  ],
  [
    "nowhere in a body of azapi that is one text",
    {
      "main.tf":
        'resource "azapi_resource" "ml" {\n  type = "Microsoft.ContainerRegistry/registries@2023-07-01"\n  name = "crml"\n  body = <<-EOT\n  { "properties": { "adminUserEnabled": true } }\n  EOT\n}\n',
    },
    nowhere,
  ],
  [
    "nowhere, where a right resource takes the same local",
    {
      "main.tf": `locals {\n  on = true\n}\n${registry("local.on")}resource "azurerm_storage_account" "ml" {\n  name                       = "stml"\n  https_traffic_only_enabled = local.on\n}\n`,
    },
    nowhere,
  ],
];

const instances: readonly Case[] = [
  [
    "the entry of for_each",
    {
      "main.tf": registry("each.value.on", "  for_each = {\n    a = { on = true }\n    b = { on = false }\n  }\n"),
    },
    inMain("a = { on = true }", "a = { on = false }"),
  ],
  [
    "the literal that all instances share",
    { "main.tf": registry("true", '  for_each = toset(["a", "b"])\n') },
    inMain("= true", "= false"),
  ],
  [
    "the entry of for_each in the variable file",
    {
      "main.tf": `${registry("each.value.on", "  for_each = var.all\n")}variable "all" {}\n`,
      ...devProd("all = { a = { on = false } }\n", "all = {\n  a = { on = true }\n  b = { on = false }\n}\n"),
    },
    inProd("a = { on = true }", "a = { on = false }"),
  ],
  [
    "what an optional attribute falls back to",
    {
      "main.tf": `${registry("each.value.on", "  for_each = var.all\n")}variable "all" {\n  type = map(object({ on = optional(bool, true) }))\n}\n`,
      ...devProd("all = { a = { on = false } }\n", "all = { a = {} }\n"),
    },
    inMain("optional(bool, true)", "optional(bool, false)"),
  ],
  [
    "a resource that exists in one environment only",
    { "main.tf": registry("true", '  count = var.env == "prod" ? 1 : 0\n') + env, ...named },
    inMain("= true", "= false"),
  ],
];

const modules: readonly Case[] = [
  ["the module", { "main.tf": call("ml"), "modules/ml/main.tf": registry("true") }, inModule("= true", "= false")],
  [
    "the call of one of two",
    {
      "main.tf": call("dev_ml", "  admin  = false\n") + call("prod_ml", "  admin  = true\n"),
      "modules/ml/main.tf": registry("var.admin") + admin(),
    },
    inMain("admin  = true", "admin  = false"),
  ],
  [
    "the default that one of two calls takes",
    {
      "main.tf": call("dev_ml", "  admin  = false\n") + call("prod_ml"),
      "modules/ml/main.tf": registry("var.admin") + admin("true"),
    },
    inModule("default = true", "default = false"),
  ],
  [
    "the default that both calls take",
    { "main.tf": call("dev_ml") + call("prod_ml"), "modules/ml/main.tf": registry("var.admin") + admin("true") },
    inModule("default = true", "default = false"),
  ],
  [
    "the literal of both calls",
    { "main.tf": call("dev_ml") + call("prod_ml"), "modules/ml/main.tf": registry("true") },
    inModule("= true", "= false"),
  ],
  [
    "the variable file, through a call",
    {
      "main.tf": call("ml", "  admin  = var.admin\n") + admin(),
      "modules/ml/main.tf": registry("var.admin") + admin(),
      ...devProd("admin = false\n", "admin = true\n"),
    },
    inProd("true", "false"),
  ],
  [
    "the output of a module",
    { "main.tf": call("ml") + registry("module.ml.on"), "modules/ml/main.tf": 'output "on" {\n  value = true\n}\n' },
    inModule("true", "false"),
  ],
  [
    "nowhere below .terraform",
    {
      "main.tf": 'module "ml" {\n  source  = "corp/ml/azurerm"\n  version = "1.0.0"\n}\n',
      ".terraform/modules/modules.json":
        '{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"ml","Source":"registry.terraform.io/corp/ml/azurerm","Version":"1.0.0","Dir":".terraform/modules/ml"}]}',
      ".terraform/modules/ml/main.tf": registry("true"),
    },
    nowhere,
  ],
];

describe.each([
  ["variables", variables],
  ["expressions", expressions],
  ["instances", instances],
  ["modules", modules],
])("in Terraform, a fix lands in what decides, %s", (_, cases) => {
  test.each(cases)("%s", (_name, files, landing) => expectLanding("registry/admin-user", files, landing));
});

describe("where another environment is right as it is", () => {
  test.each<Case>([
    [
      "nowhere, where both share a literal",
      { "main.tf": workspace("  public_network_access_enabled = true\n") + env, ...named },
      nowhere,
    ],
    ["nowhere, where both share a default", { "main.tf": workspace("") + env, ...named }, nowhere],
    [
      "nowhere, where another call shares the module",
      {
        "main.tf": call("dev_ml") + call("prod_ml"),
        "modules/ml/main.tf": workspace("  public_network_access_enabled = true\n"),
      },
      nowhere,
    ],
    [
      "in its own folder",
      { "live/prod/main.tf": workspace(""), "live/dev/main.tf": workspace("") },
      { "live/prod/main.tf": ['name = "ml"', 'name = "ml"\n  public_network_access_enabled = false'] },
    ],
  ])("%s", (_, files, landing) => expectLanding("workspace/public-access", files, landing));
});

test("an address of the Standard SKU becomes static with it", () =>
  expectLanding(
    "network/basic-public-ip",
    {
      "main.tf":
        'resource "azurerm_public_ip" "ml" {\n  name              = "pip"\n  allocation_method = "Dynamic"\n  sku               = "Basic"\n}\n',
    },
    inMain(
      'allocation_method = "Dynamic"\n  sku               = "Basic"',
      'allocation_method = "Static"\n  sku               = "Standard"',
    ),
  ));

describe("numbers of a conditional", () => {
  test.each<Case>([
    [
      "the branch that is taken",
      { "main.tf": cluster('var.env == "prod" ? 2 : 0') + env, ...named },
      inMain('"prod" ? 2 : 0', '"prod" ? 0 : 0'),
    ],
    [
      "the branch in a local",
      { "main.tf": `locals {\n  nodes = var.env == "prod" ? 2 : 0\n}\n${cluster("local.nodes")}${env}`, ...named },
      inMain('"prod" ? 2 : 0', '"prod" ? 0 : 0'),
    ],
    [
      "the branch in parentheses",
      { "main.tf": cluster('(var.env == "prod" ? 2 : 0)') + env, ...named },
      inMain('"prod" ? 2 : 0', '"prod" ? 0 : 0'),
    ],
    [
      "the branch of a branch",
      { "main.tf": cluster('var.env == "dev" ? 0 : var.env == "prod" ? 2 : 0') + env, ...named },
      inMain('"prod" ? 2 : 0', '"prod" ? 0 : 0'),
    ],
    [
      "nowhere, where two branches say the same",
      { "main.tf": cluster('var.env == "prod" ? 2 : var.env == "qa" ? 2 : 0') + env, ...named },
      nowhere,
    ],
  ])("%s", (_, files, landing) => expectLanding("compute/idle-nodes", files, landing));
});
