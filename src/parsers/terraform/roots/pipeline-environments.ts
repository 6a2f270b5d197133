import { defaultEnvironment, environmentNameInPath, tierOfName } from "../../../model/environment.ts";
import { nameOf, resolvePath } from "../../../model/project-path.ts";
import type { GivenFile, GivenVariable, TerraformRun } from "../../terraform-run.ts";
import type { Assignment } from "../evaluate/root-inputs.ts";
import { attributesOf } from "../read/body-access.ts";
import { appliesAlways } from "./file-names.ts";
import type { EnvironmentPlan, RootPlan } from "./find-roots.ts";
import { assignmentOfGiven, contradictory } from "./given-variable.ts";
import type { Sources } from "./sources.ts";

/** A run in the root that it certainly runs in. */
interface RootRun {
  readonly run: TerraformRun;
  readonly exported: ReadonlyMap<string, GivenVariable>;
  /** What `-var` gives that no later file overrides. */
  readonly options: ReadonlyMap<string, GivenVariable>;
  /** The files that it passes, where all of them are known. */
  readonly files: readonly string[] | undefined;
  /** The last file that it passes, with holes for what is not known of its path. */
  readonly pattern: readonly (string | undefined)[] | undefined;
}

/** The environments of all roots with what pipelines give; a pipeline can also make environments of its own. */
export function withRuns(
  plans: readonly RootPlan[],
  runs: readonly TerraformRun[],
  sources: Sources,
): readonly RootPlan[] {
  if (runs.length === 0) return plans;
  const paths = new Set(plans.map(({ path }) => path));
  const byRoot = new Map<string, TerraformRun[]>();
  for (const run of runs) {
    const [path, ...others] = run.directories.filter((directory) => paths.has(directory));
    if (path === undefined || others.length > 0) continue;
    byRoot.set(path, [...(byRoot.get(path) ?? []), run]);
  }
  return plans.map((plan) => {
    const own = byRoot.get(plan.path)?.map((run) => inRoot(run, plan.path, sources));
    return own ? planWith(plan, own, sources) : plan;
  });
}

function inRoot(run: TerraformRun, root: string, sources: Sources): RootRun {
  const declared = sources.syntax(root).variables;
  const options = new Map<string, GivenVariable>();
  const files: string[] = [];
  let isKnown = true;
  let pattern: RootRun["pattern"];
  for (const option of run.options) {
    if (option.form === "variable") {
      if (declared.has(option.name)) options.set(option.name, option);
      continue;
    }
    pattern = option.pieces.map((piece) => (typeof piece === "string" ? piece : undefined));
    const file = fileOf(option, root, sources);
    if (file === undefined) {
      isKnown = false;
      for (const [name, given] of options) options.set(name, overridable(given));
    } else {
      files.push(file.path);
      for (const name of file.names) options.delete(name);
    }
  }
  const exported = new Map(run.exported.filter(({ name }) => declared.has(name)).map((given) => [given.name, given]));
  return { run, exported, options, files: isKnown ? files : undefined, pattern };
}

/** A value that a variable file after it may override, of which nothing is seen. */
function overridable(given: GivenVariable): GivenVariable {
  const token = `${given.name} of a file that is not seen`;
  return { ...given, pieces: [{ token }], why: `a variable file that is not seen may override var.${given.name}` };
}

function fileOf(
  { pieces, fromBase }: GivenFile,
  root: string,
  sources: Sources,
): { path: string; names: readonly string[] } | undefined {
  if (!pieces.every((piece) => typeof piece === "string")) return undefined;
  const written = pieces.join("").replaceAll("\\", "/");
  const starts = fromBase ? basesOf(root) : [root];
  for (const start of starts) {
    const path = resolvePath(start, written);
    const file = path === undefined ? undefined : sources.variables(path);
    if (path !== undefined && file) return { path, names: attributesOf(file.syntax.body).map(({ name }) => name) };
  }
  return undefined;
}

/** Where the repository may be checked out: above the root. */
function basesOf(root: string): string[] {
  const names = root.split("/");
  return names.map((_, index) => names.slice(0, index).join("/")).concat(root);
}

function planWith(plan: RootPlan, runs: readonly RootRun[], sources: Sources): RootPlan {
  const given = new Map<string, RootRun[]>();
  const made = new Map<string, RootRun[]>();
  const isFallback = hasNoFiles(plan);
  const add = (to: Map<string, RootRun[]>, name: string, run: RootRun) => to.set(name, [...(to.get(name) ?? []), run]);
  for (const run of runs) {
    const name = nameIn(run);
    const meant = environmentsMeant(plan, run, name, isFallback);
    for (const environment of meant) add(given, environment.name, run);
    if (meant.length > 0 || name === undefined || !makesEnvironment(run)) continue;
    if (isFallback || run.files?.length || givesAllThatIsRequired(run, plan, sources)) add(made, name, run);
  }
  const [only] = plan.environments;
  if (isFallback && only && made.size > 0) {
    if (made.size === 1 && only.name !== defaultEnvironment) {
      for (const some of made.values()) for (const run of some) add(given, only.name, run);
      made.clear();
    } else
      return { ...plan, environments: [...made].map(([name, some]) => madeOf(name, only, some, sources, plan.path)) };
  }
  const existing = plan.environments.map((environment) => {
    const some = given.get(environment.name);
    return some ? { ...environment, given: mergeGiven(some, sources, plan.path) } : environment;
  });
  const base = { name: defaultEnvironment, files: alwaysRead(plan) };
  const fresh = [...made].map(([name, some]) => madeOf(name, base, some, sources, plan.path));
  return { ...plan, environments: [...existing, ...fresh] };
}

function isIn(root: string, file: string): boolean {
  return file === (root === "" ? nameOf(file) : `${root}/${nameOf(file)}`);
}

/** Whether the root has one environment only because every root has one. */
function hasNoFiles({ environments, path }: RootPlan): boolean {
  const [only, ...others] = environments;
  if (!only || others.length > 0) return false;
  const fallback = environmentNameInPath(path) ?? defaultEnvironment;
  return only.name === fallback && only.files.every((file) => appliesAlways(nameOf(file)) && isIn(path, file));
}

/** The environments that exist already and that a run deploys. */
function environmentsMeant(
  { environments }: RootPlan,
  run: RootRun,
  name: string | undefined,
  isFallback: boolean,
): readonly EnvironmentPlan[] {
  const { files, pattern } = run;
  if (pattern && !isFallback) {
    const last = files?.at(-1);
    const fits = (file: string) => (files ? file === last : matches(pattern, file));
    const passed = environments.filter((environment) => environment.files.some(fits));
    if (passed.length > 0 || files === undefined) return passed;
  }
  if (name === undefined) return isFallback ? environments : [];
  const named = environments.filter((environment) => environment.name.toLowerCase() === name.toLowerCase());
  if (named.length > 0 || isFallback) return named;
  const similar = environments.filter((environment) => isSimilar(environment.name.toLowerCase(), name.toLowerCase()));
  return similar.length === 1 && !run.files?.length ? similar : [];
}

/** Whether two names mean one environment: `dev` and `development`, or two names of production. */
function isSimilar(one: string, other: string): boolean {
  const tier = tierOfName(one);
  if (tier === undefined || tier !== tierOfName(other)) return false;
  return tier === "production" || one.startsWith(other) || other.startsWith(one);
}

/** Whether a path ends with a text in which holes stand for anything within one component. */
function matches(pattern: readonly (string | undefined)[], file: string): boolean {
  const texts = pattern.map((piece) => piece?.replace(/^(?:\.{0,2}\/)+/, ""));
  const [first, ...rest] = texts;
  const last = texts.at(-1);
  if (last !== undefined && !file.endsWith(last)) return false;
  if (first === undefined) return rest.length > 0 && last !== undefined && last.length > 0;
  const at = `/${file}`.lastIndexOf(`/${first}`);
  return at >= 0 && texts.every((text) => text === undefined || file.includes(text, at));
}

const tellingNames = ["environment", "env", "stage"];

/** What a run calls its environment: its job, else a variable that says so, else its stage or path. */
function nameIn({ run, exported, options }: RootRun): string | undefined {
  const isTelling = (name: string | undefined) => name !== undefined && tierOfName(name) !== undefined;
  if (isTelling(run.job)) return run.job;
  for (const name of tellingNames) {
    const given = options.get(name) ?? exported.get(name);
    if (given && given.why === undefined && given.pieces.join("") !== "") return given.pieces.join("");
  }
  return run.hint ?? run.job;
}

/** Only a run that is wholly read, and gives something, makes an environment. */
function makesEnvironment({ run, exported, options, files }: RootRun): boolean {
  if (run.isIncomplete || files === undefined) return false;
  return files.length > 0 || [...exported.values(), ...options.values()].some(({ why }) => why === undefined);
}

/** Whether Terraform would not ask for anything: a run beside variable files may rely on one that is not seen. */
function givesAllThatIsRequired({ exported, options }: RootRun, plan: RootPlan, sources: Sources): boolean {
  const set = new Set([...exported.keys(), ...options.keys()]);
  for (const file of alwaysRead(plan)) {
    for (const { name } of attributesOf(sources.variables(file)?.syntax.body ?? noBody)) set.add(name);
  }
  const { variables } = sources.syntax(plan.path);
  return [...variables].every(([name, { content }]) => set.has(name) || content.attribute("default") !== undefined);
}

const noBody = { form: "native", attributes: [], blocks: [], from: 0, to: 0 } as const;

/** The files of a root that Terraform reads in every environment. */
function alwaysRead({ environments, path }: RootPlan): readonly string[] {
  return environments[0]?.files.filter((file) => appliesAlways(nameOf(file)) && isIn(path, file)) ?? [];
}

function madeOf(
  name: string,
  base: EnvironmentPlan,
  runs: readonly RootRun[],
  sources: Sources,
  root: string,
): EnvironmentPlan {
  const files = new Set([...base.files, ...runs.flatMap((run) => run.files ?? [])]);
  return { name, files: [...files], given: mergeGiven(runs, sources, root) };
}

function mergeGiven(runs: readonly RootRun[], sources: Sources, root: string): NonNullable<EnvironmentPlan["given"]> {
  const declared = sources.syntax(root).variables;
  const merge = (all: readonly ReadonlyMap<string, GivenVariable>[]): Map<string, Assignment> => {
    const merged = new Map<string, Assignment>();
    for (const name of new Set(all.flatMap((given) => [...given.keys()]))) {
      const values = all.flatMap((given) => given.get(name) ?? []);
      const [first, ...others] = values;
      const variable = declared.get(name);
      if (!first || !variable) continue;
      const isSame = others.every((other) => keyOf(other) === keyOf(first));
      merged.set(name, isSame ? assignmentOfGiven(first, variable) : contradictory(name, first));
    }
    return merged;
  };
  return { exported: merge(runs.map((run) => run.exported)), options: merge(runs.map((run) => run.options)) };
}

function keyOf({ pieces }: GivenVariable): string {
  return JSON.stringify(pieces);
}
