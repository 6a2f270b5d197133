import { expect, test } from "vitest";
import { type Files, readFiles, textAt } from "./reading.ts";

function directives(files: Files): string[][] {
  return readFiles(files).directives.map(({ text, covers }) => [text, textAt(files, covers)]);
}

test("beside a command a comment covers its line", () => {
  const files = { "a.sh": "az ml compute create -n a # ml-lint ignore[a/b]: why\naz ml compute create" };
  expect(directives(files)).toEqual([
    ["ml-lint ignore[a/b]: why", "az ml compute create -n a # ml-lint ignore[a/b]: why"],
  ]);
});

test("above a command it covers the command with its continuation lines", () => {
  const files = { "a.sh": "# ml-lint ignore[a/b]: why\n\naz ml compute create \\\n  -n a\naz ml compute create" };
  expect(directives(files)).toEqual([["ml-lint ignore[a/b]: why", "az ml compute create \\\n  -n a"]]);
});

test("in PowerShell", () => {
  const files = { "a.ps1": "# ml-lint ignore[a/b]: why\naz ml compute create `\n  -n a" };
  expect(directives(files)).toEqual([["ml-lint ignore[a/b]: why", "az ml compute create `\n  -n a"]]);
});

test("in Markdown a comment covers the next command", () => {
  const block = "```bash\naz ml compute create -n a\naz ml compute create -n b\n```\n";
  const files = { "a.md": `<!-- ml-lint ignore[a/b]: why -->\nText.\n\n${block}` };
  expect(directives(files)).toEqual([["ml-lint ignore[a/b]: why", "az ml compute create -n a"]]);
});

test("in the script of a pipeline", () => {
  const script = "          # ml-lint ignore[a/b]: why\n          az ml compute create -n a\n";
  const files = { ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: |\n${script}` };
  expect(directives(files)).toContainEqual(["ml-lint ignore[a/b]: why", "az ml compute create -n a"]);
});

test("in YAML a comment covers the next entry, or its line", () => {
  const text = `apiVersion: amlarc.azureml.com/v1alpha1
kind: InstanceType
metadata:
  name: a # ml-lint ignore[a/b]: one
spec:
  # ml-lint ignore[c/d]: two
  resources:
    limits:
      cpu: "1"
  nodeSelector: {}
`;
  expect(directives({ "a.yml": text })).toEqual([
    ["ml-lint ignore[a/b]: one", "  name: a # ml-lint ignore[a/b]: one"],
    ["ml-lint ignore[c/d]: two", 'resources:\n    limits:\n      cpu: "1"'],
  ]);
});

test("a number sign inside a text is no comment", () => {
  const text = 'apiVersion: amlarc.azureml.com/v1\nkind: InstanceType\nnote: "x # ml-lint ignore[a/b]: y"\n';
  expect(directives({ "a.yml": text })).toEqual([]);
});
