import { describe, expect, test } from "vitest";
import { versionsInForce } from "../../../src/parsers/terraform/evaluate/versions.ts";
import { find, parse } from "./parse.ts";

const known = ["3.117.1", "4.81.0", "5.2.0"];

describe("the versions that constraints leave", () => {
  test.each([
    [[], known],
    [["~> 4.0"], ["4.81.0"]],
    [["~> 4.14.0"], ["4.14.0"]],
    [["~> 3"], ["3.117.1"]],
    [[">= 3.0, < 5.0"], ["3.117.1", "4.81.0"]],
    [[">= 4"], ["4.81.0", "5.2.0"]],
    [["> 4.81.0"], ["5.2.0"]],
    [["<= 4.81.0"], ["3.117.1", "4.81.0"]],
    [["!= 4.81.0"], ["3.117.1", "5.2.0"]],
    [["4.1.0"], ["4.1.0"]],
    [["= 4.1"], ["4.1"]],
    [[">= 3.0", "~> 4.2"], ["4.81.0"]],
    [["~> 2.99"], ["2.99.0"]],
    [["nonsense"], known],
    [["~> 4.0-beta1"], ["4.81.0"]],
  ])("%j", (constraints, expected) => {
    expect(versionsInForce({ locked: undefined, constraints }, known)).toEqual(expected);
  });

  test("a lock file leaves one", () => {
    expect(versionsInForce({ locked: "4.14.0", constraints: ["~> 4.0"] }, known)).toEqual(["4.14.0"]);
  });
});

describe("a resource", () => {
  const required = (text: string) => `terraform {\n  required_providers {\n    ${text}\n  }\n}\n`;
  const resource = 'resource "azurerm_x" "x" {}\n';
  const lock = (version: string) =>
    `provider "registry.terraform.io/hashicorp/azurerm" {\n  version = "${version}"\n}\n`;

  const table: readonly [string, Record<string, string>, readonly string[]][] = [
    ["without constraints", { "main.tf": resource }, known],
    [
      "with a requirement",
      {
        "main.tf":
          required('azurerm = {\n      source = "hashicorp/azurerm"\n      version = "~> 4.0"\n    }') + resource,
      },
      ["4.81.0"],
    ],
    ["with an old requirement", { "main.tf": required('azurerm = "~> 3.0"') + resource }, ["3.117.1"]],
    [
      "with the provider under another name",
      { "main.tf": required('az = {\n      source = "hashicorp/azurerm"\n      version = "~> 5.0"\n    }') + resource },
      ["5.2.0"],
    ],
    [
      "with a version in the provider's block",
      { "main.tf": `provider "azurerm" {\n  version = "=1.36.1"\n}\n${resource}` },
      ["1.36.1"],
    ],
    [
      "with a version of another provider",
      { "main.tf": `provider "azuread" {\n  version = "~> 4.0"\n}\n${resource}` },
      known,
    ],
    ["with a requirement of another provider", { "main.tf": required('random = "~> 3.0"') + resource }, known],
    ["with a lock file", { "main.tf": resource, ".terraform.lock.hcl": lock("4.20.0") }, ["4.20.0"]],
  ];

  test.each(table)("%s", async (_, files, expected) => {
    expect(find(await parse(files, { knownVersions: known }), "azurerm_x.x").versions).toEqual(expected);
  });

  test("in a module is bound by the constraints of its callers too", async () => {
    const result = await parse(
      {
        "main.tf": `${required('azurerm = ">= 4.0"')}module "m" {\n  source = "./m"\n}\n`,
        "m/main.tf": required('azurerm = "< 5.0"') + resource,
      },
      { knownVersions: known },
    );
    expect(find(result, "module.m.azurerm_x.x").versions).toEqual(["4.81.0"]);
  });
});
