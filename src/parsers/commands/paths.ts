import {
  defaultEnvironment,
  type Environment,
  environmentNamed,
  environmentNameInPath,
} from "../../model/environment.ts";

/** The directory of a path, without a slash at the end; "" is the project root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/**
 * Where a path written in a file may lead, nearest first: scripts are started from their own directory or from one
 * above it. Paths that leave the project, or are no paths of it, lead nowhere.
 */
export function candidatePaths(file: string, written: string): string[] {
  const path = written.replaceAll("\\", "/").replace(/^@/, "");
  if (path === "" || path.length > 1_000 || path.startsWith("/") || /^[A-Za-z]:|^\w+:\/\//.test(path)) return [];
  const candidates = new Set<string>();
  for (let directory = directoryOf(file), steps = 0; steps < 20; directory = directoryOf(directory), steps++) {
    const joined = normalized(directory === "" ? path : `${directory}/${path}`);
    if (joined !== undefined) candidates.add(joined);
    if (directory === "") break;
  }
  return [...candidates];
}

/** A path without `.` and `..`; undefined when it leaves the project. */
function normalized(path: string): string | undefined {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join("/");
}

/** The environment of a file that stands alone: the last part of its path that speaks of a tier, else the default. */
export function environmentOfPath(path: string): Environment {
  const name = environmentNameInPath(path.replace(/\.[A-Za-z0-9]{1,10}$/, ""));
  return environmentNamed(name ?? defaultEnvironment);
}

/** Whether an environment was asked for; what belongs to none in particular is always read. */
export function isWanted(environment: Environment, wanted: readonly string[]): boolean {
  return wanted.length === 0 || environment.name === defaultEnvironment || wanted.includes(environment.name);
}
