import { describe, expect, test } from "vitest";
import { isMarked } from "../../src/cli/files/select.ts";
import { mayConcern } from "../../src/parsers/arm/read/recognise.ts";
import { scriptMarks, settingsMarks, yamlMarks } from "../../src/parsers/commands/marks.ts";

const arm: readonly (readonly [string, string])[] = [
  ["a template", '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"}'],
  ["a schema in lower case", '{"$schema": "https://x/2015-01-01/deploymenttemplate.json#"}'],
  ["a parameter file", '{"$schema": "https://x/2019-04-01/deploymentParameters.json#"}'],
  ["a template without schema", '{"contentVersion": "1.0.0.0", "resources": []}'],
  ["parameters alone", '{"parameters": {"sku": {"value": "Basic"}}}'],
];

describe("files that a parser should see", () => {
  test.each<readonly [string, string, string]>([
    ...arm.map(([what, text]) => [what, "a.json", text] as const),
    ["a plan", "a.json", '{"format_version":"1.2","resource_changes":[]}'],
    ["a command", "a.sh", "az ml compute create"],
    ["the extension in documentation", "a.md", "az k8s-extension create"],
    ["a pipeline", "a.yml", "run: az ml compute create"],
    ["a schema of az ml", "a.yaml", "$schema: https://azuremlschemas.azureedge.net/latest/workspace.schema.json"],
    ["an instance type", "a.yaml", "apiVersion: amlarc.azureml.com/v1alpha1"],
    ["a pipeline that calls a template with Terraform", "a.yml", "uses: ./.github/workflows/terraform.yml"],
    ["a script that gives variables to Terraform", "a.sh", "terraform plan -var sku=a"],
    ["settings", "a.json", '{"enableInference": "True"}'],
  ])("%s", (_what, path, text) => {
    expect(isMarked(path, Buffer.from(text))).toBe(true);
    expect(isMarked(path, Buffer.from(`\ufeff${text}`, "utf16le"))).toBe(true);
    expect(isMarked(path, Buffer.from(`\ufeff${text}`, "utf16le").swap16())).toBe(true);
  });

  test.each([
    ["a.sh", scriptMarks],
    ["a.yaml", yamlMarks],
    ["a.json", settingsMarks],
  ])("every mark of the parsers in %s", (path, marks) => {
    expect(marks.filter((mark) => !isMarked(path, Buffer.from(`x ${mark} x`)))).toEqual([]);
  });

  test.each(arm)("what the ARM parser would look at: %s", (_what, text) => {
    expect(mayConcern(text)).toBe(isMarked("a.json", Buffer.from(text)));
  });
});

test.each([
  ["a package", "package.json", '{"name": "x", "dependencies": {}}'],
  ["a workflow", "ci.yml", "run: npm test"],
  ["prose", "a.md", "Waltz mlops"],
  ["an example of Terraform in prose", "a.md", "terraform plan -var sku=a"],
  ["nothing", "a.json", ""],
])("%s is left out", (_what, path, text) => {
  expect(isMarked(path, Buffer.from(text))).toBe(false);
});
