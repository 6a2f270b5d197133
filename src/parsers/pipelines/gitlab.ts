import type { Entry, Tree } from "../../model/tree.ts";
import { gitlabMatrix, partsOfTree } from "./axes.ts";
import { type Surroundings, speaksOfTests } from "./surroundings.ts";
import { child, entriesOf, isMapping, itemsOf, textOf } from "./trees.ts";
import { environmentNameOf, type PipelineFile, type Walk } from "./walk.ts";

const noJobs = new Set([
  ...["default", "variables", "stages", "include", "workflow", "image", "services", "cache", "spec", "pages"],
  ...["before_script", "after_script"],
]);
const deepestParent = 5;

/** Walks through the jobs of GitLab's pipelines. */
export function walkGitlab(walk: Walk, file: PipelineFile, around: Surroundings): void {
  const { root } = file.document;
  const inside = withVariables(child(root, "variables"), around);
  const before = child(root, "before_script") ?? child(root, "default", "before_script");
  const done = new Map<Tree, Tree>();
  for (const [name, job] of entriesOf(root)) {
    if (noJobs.has(name) || name.startsWith(".") || !isMapping(job)) continue;
    walkJob(walk, file, name, extended(job, root, 0, done), before, inside);
  }
}

/** A job with what it takes over from those that it extends. */
function extended(job: Tree, root: Tree, depth: number, done: Map<Tree, Tree>): Tree {
  const known = done.get(job);
  if (known) return known;
  if (!isMapping(job) || depth > deepestParent) return job;
  done.set(job, job);
  const written = child(job, "extends");
  const names = written?.form === "list" ? written.items.map(textOf) : [textOf(written)];
  let entries: ReadonlyMap<string, Entry> = job.entries;
  for (const name of names.toReversed()) {
    const parent = name === undefined ? undefined : child(root, name);
    const whole = parent && extended(parent, root, depth + 1, done);
    if (isMapping(whole)) entries = new Map([...whole.entries, ...entries]);
  }
  const whole = entries === job.entries ? job : { ...job, entries };
  done.set(job, whole);
  return whole;
}

function walkJob(
  walk: Walk,
  file: PipelineFile,
  name: string,
  job: Tree,
  before: Tree | undefined,
  around: Surroundings,
): void {
  const ways = gitlabMatrix(child(job, "parallel", "matrix"), around.variables);
  for (const way of ways.length === 0 ? [[]] : ways) {
    if (!walk.visit()) return;
    const bound = { ...around, variables: around.variables.bind(way) };
    const inside = withVariables(child(job, "variables"), bound);
    const written = child(job, "environment");
    const environment = textOf(isMapping(written) ? child(written, "name") : written);
    const own = environment === undefined || environment.includes("$") ? undefined : environment;
    const scripts = [child(job, "before_script") ?? before, child(job, "script")].flatMap(linesOf);
    const isTest = around.isTest || (own === undefined && speaksOfTests(name));
    walk.script(file, scripts, "bash", false, {
      ...inside,
      job: environmentNameOf([{ text: own ?? "", trail: [] }]),
      isTest,
    });
  }
}

/** The lines of a job run in one shell, one after the other. */
function linesOf(tree: Tree | undefined): readonly Tree[] {
  if (tree?.form === "leaf") return [tree];
  return itemsOf(tree).flatMap((item) => (item.form === "list" ? item.items : [item]));
}

/** Variables that refer to others are left unknown. */
function withVariables(tree: Tree | undefined, around: Surroundings): Surroundings {
  const bindings = entriesOf(tree).map(([name, value]) => {
    const own = isMapping(value) ? (child(value, "value") ?? value) : value;
    const parts = partsOfTree(own, around.variables, `set in ${own.at.file}`);
    const refers = textOf(own)?.includes("$") ?? false;
    const why = "variables of GitLab that refer to others are not followed";
    const unknown = { why, token: `${own.at.file}@${name}`, trail: parts[0]?.trail ?? [], many: false };
    return [name, refers ? [unknown] : parts] as const;
  });
  return { ...around, variables: around.variables.bind(bindings) };
}
