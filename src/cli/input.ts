import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Configuration } from "../../schemas/types/configuration.generated.ts";
import { type ConfigurationSource, type EntryPath, unwritten } from "../engine/settings/configuration-source.ts";
import type { RuleSettings } from "../engine/settings/severity.ts";
import { nearest } from "../model/nearest.ts";
import { PathPatterns } from "../model/path-patterns.ts";
import type { Scope } from "../report/format.ts";
import { commandNames } from "./arguments/commands.ts";
import type { InputArguments } from "./arguments/input.ts";
import { type ConfigurationFile, commandLineSettings, findConfiguration } from "./configuration/configuration.ts";
import { Refusal } from "./failure.ts";
import { DiskFiles } from "./files/files.ts";
import { isInside, nameInProject, projectRoot } from "./files/root.ts";
import { selectFiles } from "./files/select.ts";
import { Walker } from "./files/walk.ts";

/** What a run works on. */
export interface Input {
  readonly files: DiskFiles;
  readonly paths: readonly string[];
  readonly configuration: Configuration;
  /** Where the configuration is written. */
  readonly source: ConfigurationSource;
  /** What the command line says of rules, over the configuration. */
  readonly commandLine: RuleSettings;
  readonly scope: Scope;
  /** What was asked for, relative to the project root; "" is the root itself. */
  readonly asked: readonly string[];
  /** The folder of the configuration, else the project root. */
  readonly home: string;
  readonly today: string;
}

/** Finds the project, its configuration and the files to lint. */
export async function findInput(given: InputArguments, directory: string): Promise<Input> {
  const places = await expandPaths(given.paths, directory);
  const root = projectRoot(places.map(folderOf), directory);
  const start = places.length === 1 && !given.wholeProject ? folderOf(places[0]!) : directory;
  const config = given.config === undefined ? undefined : resolve(directory, given.config);
  const found = await findConfiguration(config, start, root);
  const configuration = found?.configuration ?? {};
  const walker = new Walker(root);
  if (given.wholeProject) await walker.takeFolder("");
  for (const place of places) {
    if (statSync(place).isDirectory()) await walker.takeFolder(nameInProject(place, root));
    else walker.takeFile(nameInProject(place, root));
  }
  const files = new DiskFiles(root);
  for (const link of walker.links) keepOrReport(link, files);
  const base = found === undefined ? root : dirname(found.path);
  const { left: candidates, idle } = withoutExcluded(walker.paths, configuration, nameInProject(base, root));
  const isWhole = given.wholeProject || places.some((place) => isInside(base, place));
  return {
    files,
    paths: selectFiles(candidates, files),
    configuration,
    source: found === undefined ? unwritten : sourceOf(found, root, isWhole && isInside(base, root), idle),
    commandLine: await commandLineSettings(given.rules, given.preset),
    asked: places.map((place) => nameInProject(place, root)),
    home: base,
    scope: {
      ...{ paths: given.paths, files: candidates.length, environments: given.environments },
      off: Object.entries(configuration.sources ?? {}).flatMap(([name, state]) => (state === "off" ? [name] : [])),
    },
    today: given.today ?? new Date().toISOString().slice(0, 10),
  };
}

function sourceOf(found: ConfigurationFile, root: string, isWhole: boolean, idle: ConfigurationSource["idle"]) {
  const base = nameInProject(dirname(found.path), root);
  const { of: place } = found.placesIn(nameInProject(found.path, root));
  return { base, place, isWhole, idle };
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

/** Removes what the configuration excludes, and tells which of its patterns have nothing to do. */
function withoutExcluded(paths: string[], { exclude = [] }: Configuration, base: string) {
  if (exclude.length === 0) return { left: paths, idle: [] };
  const patterns = new PathPatterns(exclude, base);
  const idle = patterns.idleAmong(paths).map((index): EntryPath => ["exclude", index]);
  return { left: paths.filter((path) => !patterns.cover(path)), idle };
}
