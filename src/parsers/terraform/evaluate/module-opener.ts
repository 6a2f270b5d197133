import { resolvePath } from "../../../model/project-path.ts";
import type { InstanceKey } from "./instances.ts";
import { Module } from "./module.ts";
import { CallInputs, type ModuleCall } from "./module-call.ts";
import type { ModuleSyntax } from "./module-syntax.ts";
import { keySuffix } from "./resource.ts";
import type { RootEvaluation } from "./root-evaluation.ts";

/** Where the files of modules come from. */
export interface ModuleSources {
  /** The files of a directory, each read once; a directory without any gives an empty module. */
  syntax(directory: string): ModuleSyntax;
  exists(directory: string): boolean;
  /** The directory in which `terraform init` put a module, by the path of calls that leads to it (`ml.network`). */
  installed(root: string, calls: string): string | undefined;
}

/** Leads from calls to the modules they call, within the bounds of depth. */
export class ModuleOpener {
  readonly #root: RootEvaluation;
  readonly #sources: ModuleSources;

  constructor(root: RootEvaluation, sources: ModuleSources) {
    this.#root = root;
    this.#sources = sources;
  }

  /** The module of one instance of a call; undefined, with a problem, when it cannot be read. */
  open(call: ModuleCall, key: InstanceKey | null): Module | undefined {
    const directory = this.#directoryOf(call);
    if (directory === undefined || call.syntax.broken) return undefined;
    const { parent } = call;
    const path = parent.path === "" ? call.name : `${parent.path}.${call.name}`;
    const address = `${parent.address === "" ? "" : `${parent.address}.`}${call.name}${keySuffix(key)}`;
    if (!this.#mayNest(call, directory)) return undefined;
    if (this.#root.run.countBlock(() => call.header) !== undefined) return undefined;
    const inputs = new CallInputs(call, key, `${this.#root.path}|${address}.`);
    const syntax = this.#sources.syntax(directory);
    this.#root.directories.add(directory);
    return new Module(this.#root, syntax, inputs, { address, path, call, key, depth: parent.depth + 1 });
  }

  #mayNest(call: ModuleCall, directory: string): boolean {
    const { run } = this.#root;
    const at = () => call.header;
    for (let module: Module | undefined = call.parent; module; module = module.call?.parent) {
      if (module.syntax.directory !== directory) continue;
      run.exceed(`${call.name} calls a module that it is part of`, at);
      return false;
    }
    if (call.parent.depth < run.limits.modules) return true;
    run.exceed(`modules nest more than ${run.limits.modules} levels deep`, at);
    return false;
  }

  #directoryOf(call: ModuleCall): string | undefined {
    const source = sourceOf(call);
    const directory = source === undefined ? undefined : this.#locate(call, source);
    if (directory !== undefined && this.#sources.exists(directory)) return directory;
    const what = source === undefined ? "whose source is no literal" : `with the source "${source}"`;
    const message = `The module of ${call.name} ${what} is not on disk: what it would create is not checked.`;
    const key = `module ${call.syntax.source.file} ${call.syntax.block.from}`;
    if (source === undefined || !createsNoAzureResource(source)) this.#root.unread.set(key, message);
    this.#root.run.problems.addOnce(key, () => ({
      rule: "project/unresolved-module",
      message,
      help: "Run terraform init -backend=false before the linter to have modules on disk.",
      at: call.header,
      language: "terraform",
      environments: [],
    }));
    return undefined;
  }

  #locate(call: ModuleCall, source: string): string | undefined {
    const { directory } = call.parent.syntax;
    if (isLocalSource(source)) return resolvePath(directory, source);
    const path = call.parent.path === "" ? call.name : `${call.parent.path}.${call.name}`;
    const calls = path.split(".").filter((_, index) => index % 2 === 1);
    return this.#sources.installed(this.#root.path, calls.join("."));
  }
}

/** The literal source of a call. */
export function sourceOf(call: Pick<ModuleCall, "syntax">): string | undefined {
  const expression = call.syntax.content.attribute("source")?.attribute.expression;
  return expression?.type === "string" ? expression.value : undefined;
}

/** Modules of the registry that make up names or look facts up, by what their publisher says of them. */
function createsNoAzureResource(source: string): boolean {
  return /^(?:registry\.terraform\.io\/)?Azure\/(?:naming|avm-utl-[\w-]+)\/azurerm$/i.test(source);
}

export function isLocalSource(source: string): boolean {
  return source.startsWith("./") || source.startsWith("../") || source === "." || source === "..";
}
