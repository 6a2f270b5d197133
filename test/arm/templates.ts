import { MemoryFiles, Texts } from "../../src/model/files.ts";
import { type Place, SourceText } from "../../src/model/place.ts";
import type { Declaration } from "../../src/model/resource.ts";
import type { Step, Tree } from "../../src/model/tree.ts";
import { parseArm } from "../../src/parsers/arm/index.ts";

export const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
export const parametersSchema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";

/** The text of a template. */
export function template(parts: object): string {
  return JSON.stringify({ $schema: schema, contentVersion: "1.0.0.0", resources: [], ...parts }, null, 2);
}

/** The text of a parameter file. */
export function parameterFile(values: Readonly<Record<string, unknown>>): string {
  const parameters = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  return JSON.stringify({ $schema: parametersSchema, contentVersion: "1.0.0.0", parameters }, null, 2);
}

/** A storage account, for templates in which the resource itself does not matter. */
export function resource(parts: object = {}): object {
  return { type: "Microsoft.Storage/storageAccounts", apiVersion: "2023-01-01", name: "data", ...parts };
}

/** What the parser makes of files in memory; all of them are named unless `paths` says which. */
export function parseWhole(files: Readonly<Record<string, string>>, paths = Object.keys(files).sort()) {
  return parseArm({ texts: new Texts(new MemoryFiles(files)), paths, environments: [] });
}

/** As {@link parseWhole}, of whose declarations only the resources are of interest. */
export function parse(files: Readonly<Record<string, string>>, paths?: string[]) {
  const result = parseWhole(files, paths);
  const declarations = result.declarations.filter(({ type }) => type !== "parameter");
  return Object.defineProperty(Object.create(result) as typeof result, "declarations", { value: declarations });
}

/** What a tree says: values as JSON, the unknown as `{ unknown, text? }` with its holes in braces. */
export function shown(tree: Tree): unknown {
  switch (tree.form) {
    case "leaf":
      return tree.value;
    case "list":
      return tree.items.map(shown);
    case "mapping":
      return Object.fromEntries([...tree.entries].map(([name, { value }]) => [name, shown(value)]));
    case "undecided":
      return { unknown: tree.why, ...(tree.pieces && { text: textOf(tree) }) };
  }
}

function textOf(tree: Tree & { form: "undecided" }): string {
  return tree.pieces!.map((piece) => (typeof piece === "string" ? piece : `{${piece.token}}`)).join("");
}

/** The tree at a path of property names and indexes below a declaration's body. */
export function at(declaration: Declaration, path: string): Tree {
  let tree: Tree = declaration.body;
  for (const part of path.split(".")) {
    if (tree.form === "mapping" && tree.entries.has(part)) tree = tree.entries.get(part)!.value;
    else if (tree.form === "list" && tree.items[Number(part)]) tree = tree.items[Number(part)]!;
    else throw new Error(`nothing at ${part} of ${path}`);
  }
  return tree;
}

/** What one expression is as the property of a resource. */
export function evaluated(expression: string, parts: object = {}): unknown {
  const files = { "main.json": template({ ...parts, resources: [resource({ value: `[${expression}]` })] }) };
  const { declarations, problems } = parse(files);
  const first = problems[0];
  if (first) throw new Error(first.message);
  return shown(at(declarations[0]!, "value"));
}

/** The text that a place covers. */
export function written(files: Readonly<Record<string, string>>, { file, start, end }: Place): string {
  const source = new SourceText(file, files[file]!);
  return source.text.slice(source.offset(start), source.offset(end));
}

/** Steps as text and what they point at. */
export function trail(files: Readonly<Record<string, string>>, steps: readonly Step[]): string[] {
  return steps.map(({ at, text }) => `${text} | ${at.file}: ${written(files, at)}`);
}
