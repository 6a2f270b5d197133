import { expect, test } from "vitest";
import { speaksOfOurSubject } from "../../src/cli/select.ts";

test.each([
  ["an ARM template", '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"}'],
  ["a plan", '{"format_version":"1.2","resource_changes":[]}'],
  ["a resource type in any case", "microsoft.machinelearningservices/workspaces"],
  ["a command", "run: az ml compute create"],
  ["a command with two spaces", "az  ml compute create"],
  ["the extension", "az k8s-extension create"],
  ["a schema", "$schema: https://azuremlschemas.azureedge.net/latest/workspace.schema.json"],
  ["an instance type", "apiVersion: amlarc.azureml.com/v1alpha1"],
  ["settings", '{"enableInference": "True"}'],
])("%s speaks of our subject", (_what, text) => {
  expect(speaksOfOurSubject(Buffer.from(text))).toBe(true);
  expect(speaksOfOurSubject(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe(true);
});

test.each([
  ["a package", '{"name": "x", "dependencies": {}}'],
  ["a workflow", "run: npm test"],
  ["prose", "Waltz mlops"],
  ["nothing", ""],
])("%s does not", (_what, text) => {
  expect(speaksOfOurSubject(Buffer.from(text))).toBe(false);
});
