import type { Tree } from "../../model/tree.ts";
import type { PipelineVariables } from "../commands/pipeline-variables.ts";
import type { Shell } from "../commands/unit.ts";
import { knownTextOf } from "../commands/values.ts";
import { asWritten } from "./as-written.ts";
import { type Axis, azureMatrix, type Bindings, bindingsOf, choiceAxis, combinations } from "./axes.ts";
import { variablesIn } from "./azure-variables.ts";
import { isCertainlyFalse } from "./conditions.ts";
import { environmentOfStage, type Surroundings, speaksOfTests } from "./surroundings.ts";
import { child, entriesOf, isMapping, itemsOf, textOf } from "./trees.ts";
import { environmentNameOf, type PipelineFile, type Walk } from "./walk.ts";

const scriptKeys: ReadonlyMap<string, Shell> = new Map([
  ["script", "bash"],
  ["bash", "bash"],
  ["pwsh", "powershell"],
  ["powershell", "powershell"],
]);

/** The keys that hold stages, jobs and steps. */
const holders = ["stages", "jobs", "steps", "strategy", "runOnce", "rolling", "canary", "deploy", "preDeploy"];

/** Walks through a pipeline of Azure, or a template of one. */
export function walkAzure(walk: Walk, read: PipelineFile, around: Surroundings): void {
  const file = asWritten(read);
  const { root } = file.document;
  if (!isMapping(root)) {
    walkAny(walk, file, root, around);
    return;
  }
  const axes = around.depth === 0 ? choicesOf(root, around.variables) : [];
  for (const way of combinations(axes)) {
    const bound = { ...around, variables: around.variables.bind(way) };
    walkAny(walk, file, root, bound);
    const extended = child(root, "extends");
    if (extended) walkAny(walk, file, extended, bound);
  }
}

/** The parameters that somebody who starts the pipeline chooses from a list. */
function choicesOf(root: Tree, variables: PipelineVariables): Axis[] {
  return itemsOf(child(root, "parameters")).flatMap((parameter) => {
    const name = textOf(child(parameter, "name"));
    const values = child(parameter, "values");
    return name !== undefined && values ? [choiceAxis([`parameters.${name}`], values, variables)] : [];
  });
}

/** Stages, jobs and steps may stand in lists, and below keys such as `${{ if … }}`. */
function walkAny(walk: Walk, file: PipelineFile, tree: Tree, around: Surroundings): void {
  if (!walk.visit()) return;
  if (tree.form === "list") for (const item of tree.items) walkAny(walk, file, item, around);
  if (!isMapping(tree)) return;
  if (isCertainlyFalse(textOf(child(tree, "condition")), around.variables)) return;
  const template = textOf(child(tree, "template"));
  if (template !== undefined) walkTemplate(walk, file, template, child(tree, "parameters"), around);
  const matrix = azureMatrix(child(tree, "strategy", "matrix"), around.variables);
  for (const way of matrix.length === 0 ? [[]] : matrix) {
    const bound = { ...around, variables: around.variables.bind(way) };
    for (const inside of enter(walk, file, tree, bound)) walkInside(walk, file, tree, inside);
  }
}

function walkInside(walk: Walk, file: PipelineFile, tree: Tree, around: Surroundings): void {
  walkStep(walk, file, tree, around);
  for (const [key, value] of entriesOf(tree)) {
    if (holders.includes(key)) walkAny(walk, file, value, around);
    else if (key.startsWith("${{")) walkInserted(walk, file, key, value, around);
  }
}

/** `${{ if … }}` and `${{ each item in parameters.list }}`. */
function walkInserted(walk: Walk, file: PipelineFile, key: string, value: Tree, around: Surroundings): void {
  const each = /^\$\{\{\s{0,9}each\s{1,9}(\w{1,60})\s{1,9}in\s{1,9}([\w.]{1,100})\s{0,9}\}\}$/.exec(key);
  if (!each) {
    if (!isCertainlyFalse(key, around.variables)) walkAny(walk, file, value, around);
    return;
  }
  const list = around.lists.get(each[2]!);
  for (const item of list?.slice(0, 30) ?? [undefined]) {
    const bindings = item ? bindingsOf(each[1]!, item, around.variables) : [];
    walkAny(walk, file, value, { ...around, variables: around.variables.bind(bindings) });
  }
}

/** What a stage, a job or a step says about everything inside; conditional variables make several ways. */
function enter(walk: Walk, file: PipelineFile, tree: Tree, around: Surroundings): Surroundings[] {
  if (!isMapping(tree)) return [around];
  const lists = new Map(around.lists);
  for (const parameter of itemsOf(child(tree, "parameters"))) {
    const name = `parameters.${textOf(child(parameter, "name"))}`;
    const items = itemsOf(child(parameter, "default"));
    if (items.length > 0 && !lists.has(name)) lists.set(name, items);
  }
  return variablesIn(walk, file, tree, around).map((variables) => {
    const written = child(tree, "environment");
    const name = textOf(isMapping(written) ? child(written, "name") : written);
    // Azure writes `environment.resource` for a resource of an environment.
    const job = name === undefined ? around.job : environmentNameOf(variables.parse(name))?.split(".")[0];
    const stage = textOf(child(tree, "stage"));
    const label = textOf(child(tree, "job")) ?? textOf(child(tree, "deployment")) ?? stage ?? "";
    return {
      ...around,
      lists,
      variables,
      job,
      stage: (stage === undefined ? undefined : environmentOfStage(variables.parse(stage))) ?? around.stage,
      isTest: around.isTest || (job === undefined && speaksOfTests(label)),
    };
  });
}

function walkStep(walk: Walk, file: PipelineFile, step: Tree, around: Surroundings): void {
  const inputs = child(step, "inputs");
  const task = textOf(child(step, "task"));
  const written = textOf(child(step, "workingDirectory") ?? child(inputs, "workingDirectory") ?? child(inputs, "cwd"));
  const directory = written === undefined ? [] : around.variables.parse(written);
  const inside = { ...around, directory };
  if (task !== undefined) walkTask(walk, file, task, inputs, inside);
  for (const [key, shell] of scriptKeys) {
    const script = child(step, key);
    if (script?.form === "leaf") walk.script(file, [script], shell, true, inside);
  }
}

function walkTask(walk: Walk, file: PipelineFile, task: string, inputs: Tree | undefined, around: Surroundings): void {
  if (/terraform/i.test(task)) {
    const command = textOf(child(inputs, "command"));
    const options = child(inputs, "commandOptions") ?? child(inputs, "args");
    if ((command === "plan" || command === "apply") && inputs) walk.task(file, command, options, inputs, around);
    return;
  }
  const script = child(inputs, "inlineScript") ?? child(inputs, "script") ?? child(inputs, "Inline");
  const isPowerShell = /powershell/i.test(task) || /^(?:ps|pscore)$/i.test(textOf(child(inputs, "scriptType")) ?? "");
  if (script) walk.script(file, [script], isPowerShell ? "powershell" : "bash", true, around);
}

function walkTemplate(
  walk: Walk,
  file: PipelineFile,
  written: string,
  given: Tree | undefined,
  around: Surroundings,
): void {
  const path = knownTextOf(around.variables.parse(written))?.replace(/@self$/, "");
  if (path === undefined) return;
  const isForeign = path.includes("@");
  const used = isForeign
    ? walk.includeForeign(path, file, around.depth)
    : walk.include(path, file, around.depth, false);
  if (!used) return;
  const declared = parametersOf(child(asWritten(used).document.root, "parameters"));
  const lists = new Map<string, readonly Tree[]>();
  const bindings: Bindings = [...declared].flatMap(([name, fallback]) => {
    const value = child(given, name) ?? fallback;
    if (value?.form === "list") lists.set(`parameters.${name}`, value.items);
    return value ? bindingsOf(`parameters.${name}`, value, around.variables) : [];
  });
  const inside = { ...around, lists, variables: around.variables.bind(bindings), depth: around.depth + 1 };
  walkAzure(walk, used, inside);
}

/** Templates declare their parameters in a list, or in a mapping to their defaults. */
function parametersOf(tree: Tree | undefined): Map<string, Tree | undefined> {
  const named = itemsOf(tree).map((item) => [textOf(child(item, "name")) ?? "", child(item, "default")] as const);
  return new Map([...named, ...entriesOf(tree)]);
}
