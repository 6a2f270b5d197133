import type { Texts } from "../../../model/files.ts";
import type { SourceText } from "../../../model/place.ts";
import { resolvePath, within } from "../../../model/project-path.ts";
import type { ModuleSources } from "../evaluate/module-opener.ts";
import { type ModuleSyntax, moduleSyntaxOf } from "../evaluate/module-syntax.ts";
import type { ProblemList } from "../problem-list.ts";
import { parseHcl } from "../read/hcl.ts";
import type { SyntaxFile } from "../read/syntax.ts";
import { type JsonForm, parseTfJson } from "../read/tf-json.ts";
import { isConfiguration, withoutReplaced } from "./file-names.ts";
import { readManifest } from "./manifest.ts";

export interface ReadFile {
  readonly source: SourceText;
  readonly syntax: SyntaxFile;
}

/** The Terraform files of a run: each is read and parsed once, when it is first needed. */
export class Sources implements ModuleSources {
  readonly texts: Texts;
  readonly #problems: ProblemList;
  readonly #files = new Map<string, ReadFile | undefined>();
  readonly #modules = new Map<string, ModuleSyntax>();
  readonly #configurations = new Map<string, readonly string[]>();
  readonly #manifests = new Map<string, ReadonlyMap<string, string>>();

  constructor(texts: Texts, problems: ProblemList) {
    this.texts = texts;
    this.#problems = problems;
  }

  /** Every file that was read so far. */
  get files(): readonly ReadFile[] {
    return [...this.#files.values()].filter((file) => file !== undefined);
  }

  configuration(path: string): ReadFile | undefined {
    return this.#read(path, "configuration");
  }

  variables(path: string): ReadFile | undefined {
    return this.#read(path, "variables");
  }

  /** The configuration files of a directory, in the order in which Terraform reads them. */
  configurationsIn(directory: string): readonly string[] {
    const known = this.#configurations.get(directory);
    if (known) return known;
    const names = this.texts.files.list(directory).filter(isConfiguration);
    const paths = withoutReplaced(names.map((name) => within(directory, name))).sort();
    this.#configurations.set(directory, paths);
    return paths;
  }

  exists(directory: string): boolean {
    return this.configurationsIn(directory).length > 0;
  }

  syntax(directory: string): ModuleSyntax {
    const known = this.#modules.get(directory);
    if (known) return known;
    const files = this.configurationsIn(directory).flatMap((path) => this.configuration(path) ?? []);
    const blocks = ({ source, syntax }: ReadFile) => ({
      source,
      blocks: syntax.body.form === "native" ? syntax.body.blocks : [],
    });
    const module = moduleSyntaxOf(directory, files.map(blocks));
    this.#modules.set(directory, module);
    return module;
  }

  installed(root: string, calls: string): string | undefined {
    return this.#manifest(root).get(calls);
  }

  /** The directories of all modules that are installed for a root. */
  allInstalled(root: string): readonly string[] {
    return [...this.#manifest(root).values()];
  }

  #manifest(root: string): ReadonlyMap<string, string> {
    let manifest = this.#manifests.get(root);
    if (!manifest) {
      const text = this.texts.files.read(within(root, ".terraform/modules/modules.json"));
      manifest = new Map(text === undefined ? [] : directoriesFrom(root, readManifest(text)));
      this.#manifests.set(root, manifest);
    }
    return manifest;
  }

  #read(path: string, form: JsonForm): ReadFile | undefined {
    if (this.#files.has(path)) return this.#files.get(path);
    const source = this.texts.get(path);
    const file = source && { source, syntax: parse(source, form) };
    this.#files.set(path, file);
    if (file) this.#report(file);
    return file;
  }

  /** Reports what JSON files only show when their templates are evaluated. */
  reportLate(): void {
    for (const file of this.files) if (file.source.file.endsWith(".json")) this.#report(file);
  }

  #report({ source, syntax }: ReadFile): void {
    for (const { message, from, to } of syntax.problems) {
      this.#problems.add({
        rule: "project/syntax-error",
        message: message.endsWith(".") ? message : `${message}.`,
        at: source.place(from, to),
        language: "terraform",
        environments: [],
      });
    }
  }
}

function directoriesFrom(root: string, manifest: ReadonlyMap<string, string>): [string, string][] {
  return [...manifest].flatMap(([calls, directory]): [string, string][] => {
    const path = resolvePath(root, directory);
    return path === undefined ? [] : [[calls, path]];
  });
}

function parse(source: SourceText, form: JsonForm): SyntaxFile {
  return /\.json(?:\.example)?$/.test(source.file) ? parseTfJson(source, form) : parseHcl(source);
}
