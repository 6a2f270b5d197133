import { defaultEnvironment, environmentNameInPath } from "../../../model/environment.ts";
import { directoryOf, nameOf, resolvePath } from "../../../model/project-path.ts";
import { isLocalSource, sourceOf } from "../evaluate/module-opener.ts";
import type { Assignments } from "../evaluate/root-inputs.ts";
import { attributesOf } from "../read/body-access.ts";
import { appliesAlways, isConfiguration, precedence, stemOf } from "./file-names.ts";
import type { Sources } from "./sources.ts";
import { type Candidate, VariableDirectories } from "./variable-directories.ts";

/** A root and the variable files of each of its environments. */
export interface RootPlan {
  readonly path: string;
  readonly environments: readonly EnvironmentPlan[];
}

export interface EnvironmentPlan {
  readonly name: string;
  /** In the order in which they apply: a later one overrides an earlier one. */
  readonly files: readonly string[];
  /** What pipelines give besides the files. */
  readonly given?: GivenAssignments;
}

/** What pipelines give: exported as `TF_VAR_name`, which files override, and with `-var`, which overrides files. */
export interface GivenAssignments {
  readonly exported: Assignments;
  readonly options: Assignments;
}

export interface Roots {
  readonly plans: readonly RootPlan[];
  /** Variable files to lint that belong to no root. */
  readonly unused: readonly string[];
}

/** Finds the roots among the directories of the paths, and the environments of each (design, section 4). */
export function findRoots(sources: Sources, paths: readonly string[]): Roots {
  const own = paths.filter((path) => isConfiguration(path) && !isInstalled(path));
  const directories = [...new Set(own.map(directoryOf))].sort();
  const variables = new VariableDirectories(sources, paths);
  const calls = new Map(directories.map((directory) => [directory, calledBy(sources, directory)]));
  const called = new Set<string>();
  for (const [caller, callees] of calls) for (const callee of callees) if (callee !== caller) called.add(callee);
  for (const directory of directories) if (!called.has(directory)) variables.lookAround(directory);
  const isRoot = (directory: string) => !called.has(directory) || hasOwnVariables(sources, variables, directory);
  const roots = directories.filter(isRoot);
  addUnreached(directories, roots, calls);
  const plans = roots.sort().map((path) => planOf(sources, variables, path));
  const used = new Set(plans.flatMap(({ environments }) => environments.flatMap(({ files }) => files)));
  const wanted = new Set(paths);
  const isUnused = (path: string) => wanted.has(path) && !used.has(path) && !isPassedByPath(sources, roots, path);
  return { plans, unused: variables.all.filter(isUnused) };
}

/** A file deep below a root that declares what it sets is one that people name on the command line. */
function isPassedByPath(sources: Sources, roots: readonly string[], path: string): boolean {
  return roots.some((root) => (root === "" || path.startsWith(`${root}/`)) && setsDeclared(sources, root, [path]));
}

/** Whether Terraform keeps a file in its working directory: modules there are read where they are called. */
function isInstalled(path: string): boolean {
  return `/${path}`.includes("/.terraform/");
}

/** Reads every module that local calls lead to, so that it is known what the evaluation will need. */
export function readModules(sources: Sources, plans: readonly RootPlan[]): void {
  const seen = new Set<string>();
  const pending = plans.map(({ path }) => path);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const directory of calledBy(sources, next)) pending.push(directory);
    for (const directory of sources.allInstalled(next)) pending.push(directory);
  }
}

/** The directories of the modules that a directory calls by a relative path. */
function calledBy(sources: Sources, directory: string): string[] {
  const called: string[] = [];
  for (const call of sources.syntax(directory).calls.values()) {
    const source = sourceOf({ syntax: call });
    const path = source !== undefined && isLocalSource(source) ? resolvePath(directory, source) : undefined;
    if (path !== undefined) called.push(path);
  }
  return called;
}

/** Modules that only call each other have no root: the first of them becomes one. */
function addUnreached(directories: readonly string[], roots: string[], calls: ReadonlyMap<string, string[]>): void {
  const reached = new Set<string>();
  const reach = (start: string) => {
    const pending = [start];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      for (const callee of calls.get(next) ?? []) pending.push(callee);
    }
  };
  roots.forEach(reach);
  for (const directory of directories) {
    if (reached.has(directory)) continue;
    roots.push(directory);
    reach(directory);
  }
}

/** A module that others call is a root too when variable files lie in it. */
function hasOwnVariables(sources: Sources, variables: VariableDirectories, directory: string): boolean {
  if (variables.filesIn(directory).length > 0) return true;
  const inside = (file: string) => directory === "" || file.startsWith(`${directory}/`);
  return variables
    .candidates(directory)
    .some(({ files }) => files.every(inside) && setsDeclared(sources, directory, files));
}

function planOf(sources: Sources, variables: VariableDirectories, path: string): RootPlan {
  const own = variables.filesIn(path);
  const always = own
    .filter((file) => appliesAlways(nameOf(file)))
    .sort((a, b) => (precedence(nameOf(a)) < precedence(nameOf(b)) ? -1 : 1));
  const candidates: Candidate[] = own
    .filter((file) => !appliesAlways(nameOf(file)) && !own.some((other) => file === `${other}.example`))
    .map((file) => candidateOf(path, file));
  const around = variables.candidates(path).filter(({ files }) => isMine(sources, path, files));
  const possible = candidates.concat(around);
  const setting = possible.filter(({ files }) => setsDeclared(sources, path, files));
  const fitting = possible.filter(
    (one) => setting.includes(one) || (setsNothing(sources, one.files) && setting.some((other) => isTwin(one, other))),
  );
  if (fitting.length === 0) {
    return { path, environments: [{ name: nameOfOnly(path), files: always }] };
  }
  return { path, environments: byName(fitting).map(({ name, files }) => ({ name, files: [...always, ...files] })) };
}

/** The example of a file that Terraform reads without being told stands for the environment that this one would make. */
function candidateOf(root: string, file: string): Candidate {
  const name = appliesAlways(nameOf(file).replace(/\.example$/, "")) ? nameOfOnly(root) : stemOf(file);
  return { name, qualifiedName: name, files: [file] };
}

/** What the environment of a root is called that has no other. */
function nameOfOnly(root: string): string {
  return environmentNameInPath(root) ?? defaultEnvironment;
}

/** A folder beside a root belongs to the directory that holds both, if that is a root and declares what it sets. */
function isMine(sources: Sources, root: string, files: readonly string[]): boolean {
  const inside = root === "" || files.every((file) => file.startsWith(`${root}/`));
  if (inside) return true;
  const parent = directoryOf(root);
  return !sources.exists(parent) || !setsDeclared(sources, parent, files);
}

function setsDeclared(sources: Sources, directory: string, files: readonly string[]): boolean {
  const declared = sources.syntax(directory).variables;
  return files.some((file) => {
    const read = sources.variables(file);
    return read !== undefined && attributesOf(read.syntax.body).some(({ name }) => declared.has(name));
  });
}

/** All comments, as of an environment that leaves everything at its default. */
function setsNothing(sources: Sources, files: readonly string[]): boolean {
  return files.every((file) => {
    const body = sources.variables(file)?.syntax.body;
    return body !== undefined && attributesOf(body).length === 0;
  });
}

/** Whether two candidates are files of one folder, or files of one name in folders of one folder. */
function isTwin({ files: [one = ""] }: Candidate, { files: [other = ""] }: Candidate): boolean {
  const [folder, otherFolder] = [directoryOf(one), directoryOf(other)];
  return folder === otherFolder || (nameOf(one) === nameOf(other) && directoryOf(folder) === directoryOf(otherFolder));
}

/** One environment for each name; folders of the same name in different folders are told apart by their way. */
function byName(candidates: readonly Candidate[]): EnvironmentPlan[] {
  const ways = new Map<string, Set<string>>();
  for (const { name, qualifiedName } of candidates) {
    const known = ways.get(name) ?? new Set();
    ways.set(name, known.add(qualifiedName));
  }
  const files = new Map<string, string[]>();
  for (const candidate of candidates) {
    const name = ways.get(candidate.name)!.size > 1 ? candidate.qualifiedName : candidate.name;
    files.set(name, [...(files.get(name) ?? []), ...candidate.files]);
  }
  return [...files].map(([name, inner]) => ({ name, files: inner.sort() }));
}
