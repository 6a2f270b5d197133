import { describe, test } from "vitest";
import type { Files } from "./fixing.ts";
import { expectLanding, type Landing } from "./landing.ts";

const nowhere: Landing = {};

const template = (admin: string, { above = "", copy = "", name = "crml" } = {}) => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
${above}  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "${name}",
${copy}      "sku": { "name": "Premium" },
      "properties": {
        "adminUserEnabled": ${admin}
      }
    }
  ]
}
`;

const parameters = (values: string) => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
${values}  }
}
`;

const declared = (...lines: string[]) => `  "parameters": {\n${lines.map((line) => `    ${line}`).join(",\n")}\n  },\n`;
const variables = (line: string) => `  "variables": {\n    ${line}\n  },\n`;
const admin = '"admin": { "type": "bool" }';
const adminByDefault = '"admin": { "type": "bool", "defaultValue": true }';
const env = '"env": { "type": "string" }';
const byParameter = "\"[parameters('admin')]\"";

const devProd = (dev: string, prod: string): Files => ({
  "main.dev.parameters.json": parameters(dev),
  "main.prod.parameters.json": parameters(prod),
});
const named = devProd('    "env": { "value": "dev" }\n', '    "env": { "value": "prod" }\n');

const inTemplate = (old: string, fresh: string): Landing => ({ "main.json": [old, fresh] });

describe("in ARM, a fix lands in what decides", () => {
  test.each<readonly [string, Files, Landing]>([
    ["the resource", { "main.json": template("true") }, inTemplate('Enabled": true', 'Enabled": false')],
    [
      "the resource of both environments",
      { "main.json": template("true", { above: declared(env) }), ...named },
      inTemplate('Enabled": true', 'Enabled": false'),
    ],
    [
      "the default of a parameter",
      { "main.json": template(byParameter, { above: declared(adminByDefault) }) },
      inTemplate("true", "false"),
    ],
    [
      "the default that both environments take",
      { "main.json": template(byParameter, { above: declared(env, adminByDefault) }), ...named },
      inTemplate("true", "false"),
    ],
    [
      "the default that one environment takes",
      {
        "main.json": template(byParameter, { above: declared(env, adminByDefault) }),
        ...devProd('    "admin": { "value": false }\n', '    "env": { "value": "prod" }\n'),
      },
      inTemplate("true", "false"),
    ],
    [
      "the parameter file of one environment",
      {
        "main.json": template(byParameter, { above: declared(admin) }),
        ...devProd('    "admin": { "value": false }\n', '    "admin": { "value": true }\n'),
      },
      { "main.prod.parameters.json": ["true", "false"] },
    ],
    [
      "a variable",
      { "main.json": template("\"[variables('admin')]\"", { above: variables('"admin": true') }) },
      inTemplate("true", "false"),
    ],
    [
      "the entry of a variable for the environment",
      {
        "main.json": template("\"[variables('all')[parameters('env')].admin]\"", {
          above: declared(env) + variables('"all": { "dev": { "admin": false }, "prod": { "admin": true } }'),
        }),
        ...named,
      },
      inTemplate("true", "false"),
    ],
    [
      "what a condition takes from a variable",
      {
        "main.json": template("\"[if(equals(parameters('env'), 'prod'), variables('admin'), false())]\"", {
          above: declared(env) + variables('"admin": true'),
        }),
        ...named,
      },
      inTemplate("true", "false"),
    ],
    [
      "the branch of a condition",
      {
        "main.json": template("\"[if(equals(parameters('env'), 'prod'), true(), false())]\"", { above: declared(env) }),
        ...named,
      },
      inTemplate("true(), false()", "false(), false()"),
    ],
    [
      "nowhere, where a variable holds the condition, which no step of the way names",
      {
        "main.json": template("\"[variables('admin')]\"", {
          above: declared(env) + variables("\"admin\": \"[if(equals(parameters('env'), 'prod'), true(), false())]\""),
        }),
        ...named,
      },
      nowhere,
    ],
    [
      "nowhere, where the condition itself is the value",
      { "main.json": template("\"[equals(parameters('env'), 'prod')]\"", { above: declared(env) }), ...named },
      nowhere,
    ],
    [
      "the item of a copy",
      {
        "main.json": template("\"[parameters('all')[copyIndex()].admin]\"", {
          above: declared(
            '"all": { "type": "array", "defaultValue": [{ "name": "a", "admin": true }, { "name": "b", "admin": false }] }',
          ),
          copy: '      "copy": { "name": "each", "count": 2 },\n',
          name: "[parameters('all')[copyIndex()].name]",
        }),
      },
      inTemplate("true", "false"),
    ],
    [
      "the literal of all copies",
      {
        "main.json": template("true", {
          copy: '      "copy": { "name": "each", "count": 2 },\n',
          name: "[concat('cr', copyIndex())]",
        }),
      },
      inTemplate('Enabled": true', 'Enabled": false'),
    ],
    [
      "nowhere in what Bicep compiled",
      {
        "main.json": template("true", {
          above:
            '  "metadata": { "_generator": { "name": "bicep", "version": "0.30.3.12046", "templateHash": "1" } },\n',
        }),
      },
      nowhere,
    ],
    [
      "the parameter file of what Bicep compiled",
      {
        "main.json": template(byParameter, {
          above: `  "metadata": { "_generator": { "name": "bicep", "version": "0.30.3.12046", "templateHash": "1" } },\n${declared(admin)}`,
        }),
        "main.prod.parameters.json": parameters('    "admin": { "value": true }\n'),
      },
      { "main.prod.parameters.json": ["true", "false"] },
    ],
  ])("%s", (_, files, landing) => expectLanding("registry/admin-user", files, landing));
});
