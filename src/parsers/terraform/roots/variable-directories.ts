import { tierOfName } from "../../../model/environment.ts";
import { directoryOf, pathBelow, within } from "../../../model/project-path.ts";
import { isVariableFile, stemOf } from "./file-names.ts";
import type { Sources } from "./sources.ts";

const containerNames = new Set(["environments", "environment", "env", "envs", "vars", "tfvars", "config"]);

/** How far below a root's own directory an environment folder may lie. */
const deepestFolder = 2;

export function isContainerName(name: string): boolean {
  return containerNames.has(name.toLowerCase());
}

/** Variable files that make up one environment, as the folders suggest. */
export interface Candidate {
  readonly name: string;
  /** The way from the container, which tells environments of equal names apart. */
  readonly qualifiedName: string;
  readonly files: readonly string[];
}

/** The variable files of a run, by directory: those to lint, and those in containers in and beside its roots. */
export class VariableDirectories {
  readonly #byDirectory = new Map<string, Set<string>>();
  readonly #sources: Sources;

  constructor(sources: Sources, paths: readonly string[]) {
    this.#sources = sources;
    for (const path of paths) if (isVariableFile(path)) this.#add(path);
  }

  /** Looks into the directory of a root, and into containers in and beside it. */
  lookAround(root: string): void {
    this.#look(root, 0);
    this.#lookForContainers(root);
    if (root !== "") this.#lookForContainers(directoryOf(root));
  }

  /** The variable files directly in a directory, in the order of their names. */
  filesIn(directory: string): readonly string[] {
    return [...(this.#byDirectory.get(directory) ?? [])].sort();
  }

  get all(): readonly string[] {
    return [...this.#byDirectory.values()].flatMap((files) => [...files]).sort();
  }

  /** The environments that the folders in a root, and beside it, suggest. */
  candidates(root: string): Candidate[] {
    const candidates: Candidate[] = [];
    for (const directory of [...this.#byDirectory.keys()].sort()) {
      const way = this.#wayFrom(root, directory);
      for (const candidate of way ? candidatesIn(way, this.filesIn(directory)) : []) candidates.push(candidate);
    }
    return candidates;
  }

  /** The folders from the nearest container down to a directory; undefined when it belongs to another root, or none. */
  #wayFrom(root: string, directory: string): readonly string[] | undefined {
    if (directory === root) return undefined;
    const below = pathBelow(root, directory);
    if (below !== undefined) return this.#wayBelow(root, below.split("/"), deepestFolder);
    if (root === "") return undefined;
    const parent = directoryOf(root);
    const beside = pathBelow(parent, directory)?.split("/");
    if (!beside || !isContainerName(beside[0]!)) return undefined;
    return this.#wayBelow(parent, beside, 0);
  }

  #wayBelow(start: string, components: readonly string[], depth: number): readonly string[] | undefined {
    let path = start;
    let container = -1;
    for (const [index, component] of components.entries()) {
      path = within(path, component);
      if (component.startsWith(".") || this.#sources.exists(path)) return undefined;
      if (isContainerName(component)) container = index;
    }
    if (container < 0 && components.length > depth) return undefined;
    return components.slice(container + 1);
  }

  #lookForContainers(directory: string): void {
    for (const name of this.#sources.texts.files.list(directory)) {
      if (name.endsWith("/") && isContainerName(name.slice(0, -1))) this.#look(within(directory, name.slice(0, -1)), 2);
    }
  }

  #look(directory: string, depth: number): void {
    for (const name of this.#sources.texts.files.list(directory)) {
      const path = within(directory, name);
      if (!name.endsWith("/")) {
        if (isVariableFile(path) && !path.endsWith(".example")) this.#add(path);
      } else if (depth > 0 && !name.startsWith(".")) this.#look(path.slice(0, -1), depth - 1);
    }
  }

  #add(path: string): void {
    const directory = directoryOf(path);
    const files = this.#byDirectory.get(directory);
    if (files) files.add(path);
    else this.#byDirectory.set(directory, new Set([path]));
  }
}

function candidatesIn(way: readonly string[], files: readonly string[]): Candidate[] {
  const folder = way.at(-1);
  const each = (prefix: string) =>
    files.map((file) => ({ name: stemOf(file), qualifiedName: `${prefix}${stemOf(file)}`, files: [file] }));
  if (folder === undefined) return each("");
  const isGroup = files.length > 1 && !tierOfName(folder) && files.every((file) => tierOfName(stemOf(file)));
  if (isGroup) return each(`${way.join("/")}/`);
  return [{ name: folder, qualifiedName: way.join("/"), files }];
}
