import { expect } from "vitest";
import { MemoryFiles, Texts } from "../../src/model/files.ts";
import type { Tree } from "../../src/model/tree.ts";
import { parseProject } from "../../src/parsers/project.ts";
import { type Files, fixedOnce, withFixes } from "./fixing.ts";

/** Where fixes land: the text that goes and the one that comes, by file; nothing where no fix is offered. */
export type Landing = Readonly<Record<string, readonly [string, string]>>;

/** Holds the fixes of a rule to where they should land, and what every environment gets to what was found in it. */
export async function expectLanding(rule: string, files: Files, landing: Landing): Promise<void> {
  const { findings } = await withFixes(files);
  const found = findings.filter((finding) => finding.rule === rule);
  expect(found.length, "findings").toBeGreaterThan(0);
  expect(found.map((finding) => finding.fix !== undefined)).toEqual(found.map(() => Object.keys(landing).length > 0));
  const after = await fixedOnce(files, rule);
  const expected: Record<string, string> = { ...files };
  for (const [file, [old, fresh]] of Object.entries(landing)) {
    expect(files[file]!.split(old), `${old} stands once in ${file}`).toHaveLength(2);
    expected[file] = files[file]!.replace(old, () => fresh);
  }
  expect(after).toEqual(expected);
  const wrong = new Set(found.flatMap(({ environments }) => environments.map(({ name }) => name)));
  expect([...(await changedEnvironments(files, after))].filter((name) => !wrong.has(name))).toEqual([]);
}

async function changedEnvironments(before: Files, after: Files): Promise<Set<string>> {
  const [old, fresh] = [await valuesOf(before), await valuesOf(after)];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].filter((key) => old.get(key) !== fresh.get(key));
  return new Set(keys.map((key) => key.slice(0, key.indexOf(" "))));
}

/** Every value of every resource that any environment gets. */
async function valuesOf(files: Files): Promise<Map<string, string>> {
  const memory = new MemoryFiles(files);
  const input = { texts: new Texts(memory), paths: memory.paths(), environments: [], allTypes: true as const };
  const values = new Map<string, string>();
  for (const { environment, identity, type, body } of (await parseProject(input, {})).declarations ?? []) {
    if (["variable", "parameter", "assignment", "variable-file"].includes(type)) continue;
    collect(body, `${environment.name} ${identity.root} ${identity.address}`, values);
  }
  return values;
}

function collect(tree: Tree, path: string, values: Map<string, string>): void {
  if (tree.form === "mapping") {
    for (const [name, { value }] of tree.entries) collect(value, `${path}.${name}`, values);
  } else if (tree.form === "list") {
    for (const [index, item] of tree.items.entries()) collect(item, `${path}[${index}]`, values);
  } else values.set(path, tree.form === "leaf" ? JSON.stringify(tree.value) : tree.why);
}
