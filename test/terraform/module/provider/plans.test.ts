import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Tree } from "../../../../src/model/tree.ts";
import { declarationsIn, evaluationOf, goldenOf } from "../evaluation.ts";

const here = import.meta.dirname;
const cases = readdirSync(join(here, "cases")).sort();

describe.each(cases)("%s", (name) => {
  const golden = goldenOf(join(here, "golden", `${name}.json`));
  const root = evaluationOf(join(here, "cases", name));

  test.each([
    ["first", 0],
    ["second", 1],
  ] as const)("the %s variable file gives the resources that Terraform plans", (file, index) => {
    const { resources } = golden[file]!;
    const declarations = declarationsIn(root, index);
    expect(declarations.map(({ identity }) => identity.address).sort()).toEqual(Object.keys(resources).sort());
    const differences = declarations.flatMap(({ identity: { address }, body }) =>
      compare(body, resources[address], address),
    );
    expect(differences).toEqual([]);
  });
});

/**
 * What a tree and a planned value disagree about. The provider converts primitive values to the types of its schema and
 * keeps sets in an order of its own, and shows null, or unknown, for what is not written.
 */
function compare(tree: Tree | undefined, planned: unknown, path: string): string[] {
  if (isMarked(planned, "sensitive")) {
    const masked = tree?.sensitive || tree === undefined ? [] : [`${path} is sensitive`];
    return [...masked, ...compare(tree, (planned as unknown as { value: unknown }).value, path)];
  }
  if (isMarked(planned, "unknown")) {
    const isOpen = tree === undefined || tree.form === "undecided" || (tree.form === "leaf" && tree.value === null);
    return isOpen ? [] : [`${path} is unknown, not ${shown(tree)}`];
  }
  if (tree === undefined) return isEmpty(planned) ? [] : [`${path} is ${JSON.stringify(planned)}, not absent`];
  if (Array.isArray(planned)) return compareLists(tree, planned, path);
  if (typeof planned === "object" && planned !== null) return compareObjects(tree, planned as Members, path);
  if (tree.form === "leaf" && String(tree.value) === String(planned)) return [];
  return [`${path} is ${JSON.stringify(planned)}, not ${shown(tree)}`];
}

type Members = Readonly<Record<string, unknown>>;

function compareLists(tree: Tree, planned: readonly unknown[], path: string): string[] {
  if (tree.form === "leaf" && tree.value === null && planned.length === 0) return [];
  if (tree.form !== "list") return [`${path} is a list, not ${shown(tree)}`];
  const items = sorted([...new Map(tree.items.map((item) => [keyOf(item), item])).values()], keyOf);
  const values = sorted(planned, keyOfPlanned);
  if (items.length !== values.length) return [`${path} has ${values.length} items, not ${items.length}`];
  return items.flatMap((item, index) => compare(item, values[index], `${path}[${index}]`));
}

function compareObjects(tree: Tree, planned: Members, path: string): string[] {
  if (tree.form !== "mapping") return [`${path} is an object, not ${shown(tree)}`];
  const names = new Set([...tree.entries.keys(), ...Object.keys(planned)]);
  return [...names].flatMap((name) => compare(tree.entries.get(name)?.value, planned[name], `${path}.${name}`));
}

/** By what the items of a list and of a plan are brought to one order. */
function keyOf(tree: Tree): string {
  if (tree.form === "leaf") return String(tree.value);
  if (tree.form !== "mapping") return tree.form === "undecided" ? `~${JSON.stringify(tree.target ?? tree.why)}` : "";
  return keyOf(
    tree.entries.get("name")?.value ?? tree.entries.get("location")?.value ?? { ...tree, form: "list", items: [] },
  );
}

function keyOfPlanned(planned: unknown): string {
  if (isMarked(planned, "unknown")) return "~";
  if (typeof planned !== "object" || planned === null) return String(planned);
  const { name, location } = planned as Members;
  return String(name ?? location ?? "");
}

function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function isMarked(planned: unknown, mark: string): boolean {
  return typeof planned === "object" && planned !== null && (planned as Members)["~"] === mark;
}

function isEmpty(planned: unknown): boolean {
  return planned === null || planned === undefined || (Array.isArray(planned) && planned.length === 0);
}

function shown(tree: Tree): string {
  if (tree.form === "leaf") return JSON.stringify(tree.value);
  return tree.form === "undecided" ? `unknown because ${tree.why}` : `a ${tree.form}`;
}
