import { readFileSync } from "node:fs";
import { MemoryFiles, Texts } from "../src/model/files.ts";
import type { Tree } from "../src/model/tree.ts";
import { parseArm } from "../src/parsers/arm/index.ts";
import { readJson } from "../src/parsers/json/reader.ts";

/**
 * Measures reading and evaluating ARM templates, all bodies included: of a file given as argument, else of a made one, at
 * about 1 MB and 10 MB, and in one and ten environments.
 */
export function main(file?: string): void {
  for (const megabytes of [1, 10]) {
    const text = file ? repeated(readFileSync(file, "utf8"), megabytes) : made(megabytes);
    const size = text.length / 1e6;
    const reading = time(() => readJson(text));
    const one = time(() => evaluate(text, 1));
    const ten = time(() => evaluate(text, 10));
    const rate = (milliseconds: number) => `${milliseconds.toFixed(0)} ms, ${(milliseconds / size).toFixed(0)} ms/MB`;
    process.stdout.write(`${size.toFixed(1)} MB: JSON ${rate(reading)}; one environment ${rate(one)}; `);
    process.stdout.write(`ten environments ${rate(ten)}, ${(ten / one).toFixed(1)} times one\n`);
  }
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function evaluate(text: string, environments: number): void {
  const files: Record<string, string> = { "main.json": text };
  for (let index = 0; index < environments; index++) {
    const parameters = { sku: { value: `Premium${index}` }, count: { value: 2 } };
    files[`main.env${index}.parameters.json`] = JSON.stringify({
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
      parameters,
    });
  }
  const paths = Object.keys(files).sort();
  const result = parseArm({ texts: new Texts(new MemoryFiles(files)), paths, environments: [] });
  for (const { body } of result.declarations) visit(body);
}

function visit(tree: Tree): void {
  if (tree.form === "list") for (const item of tree.items) visit(item);
  else if (tree.form === "mapping") for (const { value } of tree.entries.values()) visit(value);
}

/** A template that deploys the given one as often as makes the size. */
function repeated(text: string, megabytes: number): string {
  const template = JSON.parse(text);
  const count = Math.max(1, Math.round((megabytes * 1e6) / text.length));
  const resources = Array.from({ length: count }, (_, index) => ({
    type: "Microsoft.Resources/deployments",
    apiVersion: "2022-09-01",
    name: `part${index}`,
    properties: { expressionEvaluationOptions: { scope: "inner" }, mode: "Incremental", parameters: {}, template },
  }));
  return outer(resources);
}

function made(megabytes: number): string {
  const one = JSON.stringify(deployment(0), null, 2).length;
  const count = Math.round((megabytes * 1e6) / one);
  return outer(Array.from({ length: count }, (_, index) => deployment(index)));
}

function outer(resources: readonly unknown[]): string {
  const parameters = {
    sku: { type: "string", defaultValue: "Basic" },
    count: { type: "int", defaultValue: 1 },
    tags: { type: "object", defaultValue: { team: "ml" } },
  };
  const $schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  return JSON.stringify({ $schema, contentVersion: "1.0.0.0", parameters, resources }, null, 2);
}

/** What a compiled module looks like: a few parameters, a resource with a loop inside, one with a condition. */
function deployment(index: number) {
  const parameters = {
    name: { value: `[format('st{0}{1}', ${index}, uniqueString(resourceGroup().id))]` },
    sku: { value: "[parameters('sku')]" },
    rules: { value: "[map(range(0, parameters('count')), lambda('i', createObject('port', lambdaVariables('i'))))]" },
    tags: { value: "[union(parameters('tags'), createObject('part', 'p'))]" },
  };
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: {
      name: {
        type: "string",
        metadata: { description: "Required. The name of the account, which is part of its address." },
      },
      sku: {
        type: "string",
        allowedValues: ["Basic", "Premium"],
        metadata: { description: "Optional. The tier of it." },
      },
      rules: { type: "array", defaultValue: [], metadata: { description: "Optional. The rules for the firewall." } },
      tags: { type: "object", nullable: true, metadata: { description: "Optional. Tags of the resource." } },
      lock: {
        type: "string",
        nullable: true,
        metadata: { description: "Optional. The lock settings of the service." },
      },
    },
    variables: { prefix: "[toLower(parameters('name'))]" },
    resources: [
      {
        type: "Microsoft.Storage/storageAccounts",
        apiVersion: "2023-01-01",
        name: "[variables('prefix')]",
        location: "[resourceGroup().location]",
        tags: "[parameters('tags')]",
        sku: { name: "[parameters('sku')]" },
        properties: {
          minimumTlsVersion: "TLS1_2",
          allowBlobPublicAccess: "[equals(parameters('sku'), 'Basic')]",
          networkAcls: {
            defaultAction: "[if(empty(parameters('rules')), 'Allow', 'Deny')]",
            copy: [
              {
                name: "ipRules",
                count: "[length(parameters('rules'))]",
                input: { value: "[coalesce(parameters('rules'), createArray())[copyIndex('ipRules')].port]" },
              },
            ],
          },
        },
      },
      {
        condition: "[not(empty(coalesce(parameters('lock'), '')))]",
        type: "Microsoft.Authorization/locks",
        apiVersion: "2020-05-01",
        name: "[format('{0}-lock', variables('prefix'))]",
        scope: "[resourceId('Microsoft.Storage/storageAccounts', variables('prefix'))]",
        properties: { level: "CanNotDelete" },
      },
    ],
    outputs: {
      id: { type: "string", value: "[resourceId('Microsoft.Storage/storageAccounts', variables('prefix'))]" },
    },
  };
  return {
    type: "Microsoft.Resources/deployments",
    apiVersion: "2022-09-01",
    name: `part${index}`,
    properties: { expressionEvaluationOptions: { scope: "inner" }, mode: "Incremental", parameters, template },
  };
}
