import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import { nearest } from "../model/nearest.ts";
import type { Scope } from "../report/format.ts";
import type { InputArguments } from "./arguments.ts";
import { commandNames } from "./arguments.ts";
import { findConfiguration, withRuleSettings } from "./configuration.ts";
import { Refusal } from "./failure.ts";
import { DiskFiles } from "./files.ts";
import { nameInProject, projectRoot } from "./root.ts";
import { selectFiles } from "./select.ts";
import { Walker } from "./walk.ts";

/** What a run works on. */
export interface Input {
  readonly files: DiskFiles;
  readonly paths: readonly string[];
  readonly configuration: Configuration;
  readonly scope: Scope;
  readonly today: string;
}

/** Finds the project, its configuration and the files to lint. */
export async function findInput(given: InputArguments, directory: string): Promise<Input> {
  const places = await expandPaths(given.paths, directory);
  const root = projectRoot(places.map(folderOf), directory);
  const start = places.length === 1 ? folderOf(places[0]!) : directory;
  const config = given.config === undefined ? undefined : resolve(directory, given.config);
  const found = await findConfiguration(config, start, root);
  const configuration = await adjust(found?.configuration ?? {}, given.rules);
  const walker = new Walker(root);
  for (const place of places) {
    if (statSync(place).isDirectory()) await walker.takeFolder(nameInProject(place, root));
    else walker.takeFile(nameInProject(place, root));
  }
  const files = new DiskFiles(root);
  for (const link of walker.links) keepOrReport(link, files);
  const base = found === undefined ? root : dirname(found.path);
  const candidates = await withoutExcluded(walker.paths, configuration.exclude ?? [], nameInProject(base, root));
  return {
    files,
    paths: selectFiles(candidates, files),
    configuration,
    scope: { paths: given.paths, files: candidates.length, environments: given.environments },
    today: given.today ?? new Date().toISOString().slice(0, 10),
  };
}

/** Applies what the command line says about rules; they are loaded only when it says something. */
async function adjust(configuration: Configuration, settings: InputArguments["rules"]): Promise<Configuration> {
  if (settings.size === 0) return configuration;
  const { rules } = await import("../../rules/index.ts");
  return withRuleSettings(configuration, settings, rules);
}

/** Parsers do not see a link that leads out of the project; the user should hear of it. */
function keepOrReport(link: string, files: DiskFiles): void {
  const bytes = files.readBytes(link);
  if (bytes !== undefined) files.keep(link, bytes);
}

async function expandPaths(paths: readonly string[], directory: string): Promise<string[]> {
  if (paths.length === 0) return [directory];
  const places = await Promise.all(paths.map((path) => expandPath(path, directory)));
  return places.flat();
}

async function expandPath(path: string, directory: string): Promise<string[]> {
  const full = resolve(directory, path);
  if (existsSync(full)) return [full];
  if (/[*?{[]/.test(path)) {
    const { globby } = await import("globby");
    const matches = await globby(path, { cwd: directory, dot: true, absolute: true, ignore: ["**/.git/**"] });
    if (matches.length > 0) return matches.sort();
    throw new Refusal(`No file matches ${path}.`);
  }
  const command = path.includes("/") ? undefined : nearest(path, commandNames);
  const hint = command === undefined ? "" : ` Did you mean the command ${command}?`;
  throw new Refusal(`There is no file or folder ${path}.${hint}`);
}

function folderOf(place: string): string {
  return statSync(place).isDirectory() ? place : dirname(place);
}

/** Removes what the configuration excludes; its patterns are those of `.gitignore`, relative to its own folder. */
async function withoutExcluded(paths: string[], patterns: readonly string[], base: string): Promise<string[]> {
  if (patterns.length === 0) return paths;
  const { default: ignore } = await import("ignore");
  const excluded = ignore().add([...patterns]);
  return paths.filter((path) => {
    const inside = base === "" ? path : relative(base, path);
    return inside.startsWith("..") || !excluded.ignores(inside);
  });
}
