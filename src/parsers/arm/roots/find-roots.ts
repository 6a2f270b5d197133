import { type Environment, environmentNamed, environmentNameInPath, tierOfName } from "../../../model/environment.ts";
import type { Texts } from "../../../model/files.ts";
import { directoryOf } from "../../../model/project-path.ts";
import type { JsonNode } from "../../json/syntax.ts";
import { membersOf } from "../../json/syntax.ts";
import { find, findObject } from "../read/members.ts";
import { type FileKind, mayConcern, recognise } from "../read/recognise.ts";
import type { Template } from "../read/template.ts";
import type { Document, Templates } from "../read/templates.ts";
import { environmentNameOf, isContainer, namesTemplate } from "./names.ts";

/** A template with the parameter files that belong to it. */
export interface TemplateRoot {
  readonly path: string;
  readonly template: Template;
  readonly environments: readonly RootEnvironment[];
  /** Whether parameter files say that it is deployed by itself. */
  readonly hasParameterFiles: boolean;
}

export interface RootEnvironment {
  readonly environment: Environment;
  /** The parameter file, if it has one, and what it gives. */
  readonly file: Document | undefined;
  readonly given: ReadonlyMap<string, { readonly name: string; readonly node: JsonNode }>;
}

/** Directories with more JSON files are not looked through for parameter files nobody named. */
const mostNeighbours = 60;

/** Finds the templates among the paths, and what belongs to them beside and below. */
export class RootFinder {
  readonly #texts: Texts;
  readonly #templates: Templates;
  readonly #kinds = new Map<string, FileKind | undefined>();

  constructor(texts: Texts, templates: Templates) {
    this.#texts = texts;
    this.#templates = templates;
  }

  /** What a file is, read at most once. */
  kindOf(path: string): FileKind | undefined {
    if (this.#kinds.has(path)) return this.#kinds.get(path);
    const text = this.#texts.get(path)?.text;
    const isCandidate = text !== undefined && mayConcern(text);
    const kind = isCandidate ? recognise(this.#templates.document(path)?.root) : undefined;
    this.#kinds.set(path, kind);
    return kind;
  }

  find(paths: readonly string[]): TemplateRoot[] {
    const templates = new Set<string>();
    const parameterFiles = new Set<string>();
    for (const path of paths) {
      const kind = this.kindOf(path);
      if (kind === "template") templates.add(path);
      else if (kind === "parameters") parameterFiles.add(path);
    }
    for (const path of parameterFiles) for (const above of this.#templatesAbove(path, templates)) templates.add(above);
    for (const path of templates) for (const beside of this.#parameterFilesBeside(path)) parameterFiles.add(beside);
    return this.#match([...templates].sort(), [...parameterFiles].sort());
  }

  #match(templates: readonly string[], parameterFiles: readonly string[]): TemplateRoot[] {
    const filesOf = new Map<string, string[]>(templates.map((path) => [path, []]));
    for (const file of parameterFiles) {
      for (const template of this.#owners(file, templates)) filesOf.get(template)!.push(file);
    }
    return templates.map((path) => this.#root(path, filesOf.get(path)!));
  }

  /** The templates that a parameter file is for: the nearest ones that declare what it sets. */
  #owners(file: string, templates: readonly string[]): string[] {
    let directory = directoryOf(file);
    while (true) {
      const here = templates.filter((path) => directoryOf(path) === directory);
      const owners = this.#ownersAmong(file, here);
      if (owners.length > 0 || directory === "") return owners;
      directory = directoryOf(directory);
    }
  }

  #ownersAmong(file: string, templates: readonly string[]): string[] {
    const named = templates.filter((path) => namesTemplate(file, path) && this.#declares(path, file) !== "nothing");
    if (named.length > 0) return longest(named);
    return templates.filter((path) => this.#declares(path, file) === "everything");
  }

  #declares(template: string, file: string): "everything" | "something" | "nothing" {
    const declared = this.#templateAt(template).parameters;
    const keys = [...givenBy(this.#templates.document(file)).keys()];
    if (keys.length === 0) return "something";
    const known = keys.filter((key) => declared.has(key));
    if (known.length === keys.length) return "everything";
    return known.length > 0 ? "something" : "nothing";
  }

  #templateAt(path: string): Template {
    const { source, root } = this.#templates.document(path)!;
    if (root?.type !== "object") throw new Error(`${path} is no template`);
    return this.#templates.of(source, root);
  }

  #root(path: string, files: readonly string[]): TemplateRoot {
    const template = this.#templateAt(path);
    const environments: RootEnvironment[] = [];
    const used = new Set<string>();
    for (const file of files) {
      const document = this.#templates.document(file);
      const given = givenBy(document);
      let name = environmentNameOf(file, path);
      if (used.has(name))
        name = file
          .slice(directoryOf(path).length)
          .replace(/^\//, "")
          .replace(/\.jsonc?$/i, "");
      used.add(name);
      environments.push({ environment: environmentNamed(name, tierHint(template, given)), file: document, given });
    }
    if (environments.length === 0) {
      const name = environmentNameInPath(directoryOf(path)) ?? "default";
      const hint = tierHint(template, new Map());
      environments.push({ environment: environmentNamed(name, hint), file: undefined, given: new Map() });
    }
    return { path, template, environments, hasParameterFiles: files.length > 0 };
  }

  /** Templates that a parameter file is for, when only the file itself was named. */
  #templatesAbove(file: string, known: ReadonlySet<string>): string[] {
    let directory = directoryOf(file);
    for (let steps = 0; steps < 4; steps++) {
      const here = this.#jsonFilesIn(directory).filter((path) => this.kindOf(path) === "template");
      const owners = this.#ownersAmong(file, here);
      if (owners.length > 0) return owners.filter((path) => !known.has(path));
      if (directory === "") break;
      directory = directoryOf(directory);
    }
    return [];
  }

  #parameterFilesBeside(template: string): string[] {
    const directory = directoryOf(template);
    const folders = this.#texts.files
      .list(directory)
      .filter((name) => name.endsWith("/"))
      .map((name) => name.slice(0, -1))
      .filter((name) => isContainer(name) || tierOfName(name) !== undefined);
    return [directory, ...folders.map((name) => join(directory, name))]
      .flatMap((folder) => this.#jsonFilesIn(folder))
      .filter((path) => this.kindOf(path) === "parameters");
  }

  #jsonFilesIn(directory: string): string[] {
    const names = this.#texts.files.list(directory).filter((name) => /\.jsonc?$/i.test(name));
    return names.length > mostNeighbours ? [] : names.map((name) => join(directory, name));
  }
}

function join(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}

/** Of templates `main` and `main-network`, a file `main-network.prod` is for the second. */
function longest(paths: readonly string[]): string[] {
  const length = Math.max(...paths.map((path) => path.length));
  return paths.filter((path) => path.length === length);
}

function givenBy(document: Document | undefined): Map<string, { name: string; node: JsonNode }> {
  const parameters = document?.root ? findObject(document.root, "parameters") : undefined;
  const given = new Map<string, { name: string; node: JsonNode }>();
  for (const { key, value } of parameters ? membersOf(parameters) : []) {
    given.set(key.toLowerCase(), { name: key, node: value });
  }
  return given;
}

/** The value of a parameter that names the environment. */
function tierHint(template: Template, given: RootEnvironment["given"]): string | undefined {
  for (const name of ["environment", "env", "stage", "environmentname"]) {
    const value = find(given.get(name)?.node, "value") ?? template.parameters.get(name)?.defaultValue;
    if (value?.type === "string") return value.value;
  }
  return undefined;
}
