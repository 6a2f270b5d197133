import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readArguments } from "../../src/cli/arguments/commands.ts";

type Node = Readonly<Record<string, unknown>>;

const document = readFileSync("docs/recipes.md", "utf8");
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const action = yaml("action.yml");
const workflow = yaml(".github/workflows/ml-lint.yml");
const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as { id: string }[];

const recipes = [...document.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, body]) => parse(body!) as Node);
const nodes = recipes.flatMap(nodesIn);
const commands = nodes.flatMap((node) => [node.script, node.run].flat()).filter((line) => typeof line === "string");
const ownCommands = commands.filter((line) => line.includes("ml-lint"));

function yaml(path: string): Node {
  return parse(readFileSync(path, "utf8")) as Node;
}

/** Every mapping of a YAML document. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(nodesIn);
  return Array.isArray(value) ? below : [value as Node, ...below];
}

function usesOf(start: string): { uses: string; inputs: Node }[] {
  return nodes
    .filter(({ uses }) => typeof uses === "string" && uses.startsWith(start))
    .map((node) => ({ uses: node.uses as string, inputs: (node.with ?? {}) as Node }));
}

/** The words behind `npx`, with a plain word for what the pipeline fills in. */
function wordsOf(line: string): string[] {
  const filled = line.replaceAll(/\$\{\{[^}]*\}\}|\$\([^)]*\)/g, "filled");
  const [, rest] = /^npx --yes ml-lint@[\d.]+ (.*)$/.exec(filled) ?? [];
  if (rest === undefined) throw new Error(`"${line}" does not start the command of the package.`);
  return rest.split(" ");
}

test("the recipes hold what these tests read", () => {
  expect([recipes.length >= 6, ownCommands.length >= 4, usesOf("ml-lint/").length]).toEqual([true, true, 2]);
});

test.each(ownCommands)("the command knows the words of: %s", (line) => {
  expect(["lint", "merge"]).toContain(readArguments(wordsOf(line)).name);
});

describe("the Action", () => {
  test.each(usesOf("ml-lint/ml-lint@"))("has the inputs that $uses is given", ({ inputs }) => {
    expect(Object.keys(action.inputs as Node)).toEqual(expect.arrayContaining(Object.keys(inputs)));
  });

  test("has the inputs that the reusable workflow gives it", () => {
    const step = nodesIn(workflow).find(({ uses }) => String(uses).startsWith("ml-lint/ml-lint@"));
    expect(Object.keys(action.inputs as Node)).toEqual(expect.arrayContaining(Object.keys(step!.with as Node)));
  });

  test.each([
    ["the recipes", document],
    ["the reusable workflow", readFileSync(".github/workflows/ml-lint.yml", "utf8")],
  ])("has the outputs that %s read", (_name, text) => {
    const read = [...text.matchAll(/steps\.lint\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(0);
    expect(Object.keys(action.outputs as Node)).toEqual(expect.arrayContaining(read));
  });
});

test.each(usesOf("ml-lint/ml-lint/"))("the reusable workflow has the inputs that $uses is given", ({ inputs }) => {
  const { workflow_call: call } = workflow.on as { workflow_call: Node };
  expect(Object.keys(call.inputs as Node)).toEqual(expect.arrayContaining(Object.keys(inputs)));
});

test("the hooks of the recipes exist", () => {
  const asked = nodes.flatMap((node) => (Array.isArray(node.hooks) ? (node.hooks as { id: string }[]) : []));
  expect(asked.length).toBeGreaterThan(0);
  expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
});

test("recipes and workflow name the version of this package", () => {
  const texts = `${document}\n${readFileSync(".github/workflows/ml-lint.yml", "utf8")}`;
  const pins = [...texts.matchAll(/ml-lint(?:\.yml)?@(v?)([\d.]+\d)|\brev: (v)([\d.]+)/g)];
  const minor = version.split(".").slice(0, 2).join(".");
  const wrong = pins.filter(([, tag, pin, revision, name]) =>
    revision || tag ? (pin ?? name) !== version : pin !== minor,
  );
  expect(pins.length).toBeGreaterThan(5);
  expect(wrong.map(([text]) => text)).toEqual([]);
});
