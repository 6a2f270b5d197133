import type { Tree } from "../../model/tree.ts";
import type { Shell } from "../commands/unit.ts";
import { type Bindings, bindingsOf, choiceAxis, combinations, githubMatrix } from "./axes.ts";
import { isCertainlyFalse } from "./conditions.ts";
import { type Surroundings, speaksOfTests } from "./surroundings.ts";
import { child, entriesOf, isMapping, itemsOf, textOf } from "./trees.ts";
import { environmentNameOf, type PipelineFile, type Walk } from "./walk.ts";

/** Walks through a workflow of GitHub, or a composite action. */
export function walkGithub(walk: Walk, file: PipelineFile, around: Surroundings): void {
  const { root } = file.document;
  for (const way of combinations(choicesOf(root, file, around))) {
    const inside = enter(root, { ...around, variables: around.variables.bind(way) });
    for (const [id, job] of entriesOf(child(root, "jobs"))) walkJob(walk, file, id, job, inside);
    for (const step of itemsOf(child(root, "runs", "steps"))) walkStep(walk, file, step, inside);
  }
}

/** The inputs of somebody who starts the workflow by hand, where they are chosen from a list. */
function choicesOf(root: Tree, { source }: PipelineFile, { variables }: Surroundings) {
  const inputs = child(root, "on", "workflow_dispatch", "inputs") ?? child(root, "true", "workflow_dispatch", "inputs");
  return entriesOf(inputs).flatMap(([name, input]) => {
    const options = child(input, "options");
    if (!options || !source.text.includes(`inputs.${name}`)) return [];
    return [choiceAxis([`inputs.${name}`, `github.event.inputs.${name}`], options, variables)];
  });
}

/** What `env` and `defaults` of a workflow, a job or a step say about everything inside. */
function enter(tree: Tree, around: Surroundings): Surroundings {
  if (!isMapping(tree)) return around;
  const variables = around.variables.with(tree, "github");
  const written = textOf(child(tree, "working-directory") ?? child(tree, "defaults", "run", "working-directory"));
  const shell = textOf(child(tree, "shell") ?? child(tree, "defaults", "run", "shell"));
  return {
    ...around,
    variables,
    directory: written === undefined ? around.directory : variables.parse(written),
    shell: shell === undefined ? around.shell : shellNamed(shell),
  };
}

function shellNamed(name: string): Shell {
  return /^(?:pwsh|powershell)/i.test(name) ? "powershell" : "bash";
}

function walkJob(walk: Walk, file: PipelineFile, id: string, job: Tree, around: Surroundings): void {
  const ways = githubMatrix(child(job, "strategy", "matrix"), around.variables);
  for (const way of ways.length === 0 ? [[]] : ways) {
    if (!walk.visit()) return;
    const bound = { ...around, variables: around.variables.bind(way) };
    if (isCertainlyFalse(textOf(child(job, "if")), bound.variables)) continue;
    const entered = enter(job, bound);
    const written = child(job, "environment");
    const name = textOf(isMapping(written) ? child(written, "name") : written);
    const own = name === undefined ? around.job : environmentNameOf(entered.variables.parse(name));
    const isTest = around.isTest || (own === undefined && speaksOfTests(id));
    const inside = { ...entered, job: own, isTest };
    for (const step of itemsOf(child(job, "steps"))) walkStep(walk, file, step, inside);
    walkUsed(walk, file, job, inside, "workflow");
  }
}

function walkStep(walk: Walk, file: PipelineFile, step: Tree, around: Surroundings): void {
  if (!walk.visit()) return;
  const inside = enter(step, around);
  if (isCertainlyFalse(textOf(child(step, "if")), inside.variables)) return;
  const script = child(step, "run") ?? child(step, "with", "inlineScript");
  if (script) walk.script(file, [script], inside.shell, false, inside);
  walkUsed(walk, file, step, inside, "action");
}

/** A workflow or an action of the same repository that a job or a step uses. */
function walkUsed(walk: Walk, file: PipelineFile, user: Tree, around: Surroundings, kind: "workflow" | "action"): void {
  const uses = textOf(child(user, "uses"));
  if (!uses?.startsWith("./")) return;
  const paths = kind === "workflow" ? [uses] : [`${uses}/action.yml`, `${uses}/action.yaml`];
  for (const path of paths) {
    const used = walk.include(path, file, around.depth, true);
    if (!used) continue;
    const { root } = used.document;
    const declared =
      child(root, "on", "workflow_call", "inputs") ??
      child(root, "true", "workflow_call", "inputs") ??
      child(root, "inputs");
    const bindings = inputsOf(declared, child(user, "with"), around);
    const base = kind === "workflow" ? walk.fresh(around.home) : around.variables;
    walkGithub(walk, used, {
      ...around,
      variables: base.bind(bindings),
      directory: [],
      shell: "bash",
      depth: around.depth + 1,
    });
    return;
  }
}

/** What is handed over, else the default of the input. */
function inputsOf(declared: Tree | undefined, given: Tree | undefined, { variables }: Surroundings): Bindings {
  return entriesOf(declared).flatMap(([name, input]) => {
    const value = child(given, name) ?? child(input, "default");
    return value ? bindingsOf(`inputs.${name}`, value, variables) : [];
  });
}
