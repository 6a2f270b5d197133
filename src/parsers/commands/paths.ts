import {
  defaultEnvironment,
  type Environment,
  environmentNamed,
  environmentNameInPath,
} from "../../model/environment.ts";
import { directoryOf, resolvePath } from "../../model/project-path.ts";

/**
 * Where a path written in a file may lead, nearest first: scripts are started from their own directory or from one
 * above it. Paths that leave the project, or are no paths of it, lead nowhere.
 */
export function candidatePaths(file: string, written: string): string[] {
  const path = written.replaceAll("\\", "/").replace(/^@/, "");
  if (path === "" || path.length > 1_000 || path.startsWith("/") || /^[A-Za-z]:|^\w+:\/\//.test(path)) return [];
  const candidates = new Set<string>();
  for (let directory = directoryOf(file), steps = 0; steps < 20; directory = directoryOf(directory), steps++) {
    const joined = resolvePath(directory, path);
    if (joined !== undefined) candidates.add(joined);
    if (directory === "") break;
  }
  return [...candidates];
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
