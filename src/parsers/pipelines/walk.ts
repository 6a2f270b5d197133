import { environmentNameInPath, tierOfName } from "../../model/environment.ts";
import type { Texts } from "../../model/files.ts";
import type { SourceText } from "../../model/place.ts";
import { directoryOf, resolvePath } from "../../model/project-path.ts";
import type { Leaf, Tree } from "../../model/tree.ts";
import { candidatePaths } from "../commands/paths.ts";
import { PipelineVariables } from "../commands/pipeline-variables.ts";
import { Script } from "../commands/script.ts";
import { readScript, type Shell } from "../commands/unit.ts";
import { knownTextOf, type ValuePart } from "../commands/values.ts";
import { Variables } from "../commands/variables.ts";
import type { TerraformRun } from "../terraform-run.ts";
import { readYaml, type YamlDocument } from "../yaml/documents.ts";
import { textOfScalar } from "../yaml/scalar-text.ts";
import { directoryOfParts } from "./directories.ts";
import { asOutside, type Context, runOfTask, runsInScript } from "./script-runs.ts";
import { type Surroundings, workspaceBindings } from "./surroundings.ts";

/** A file of a pipeline with its document. */
export interface PipelineFile {
  readonly source: SourceText;
  readonly document: YamlDocument;
  /** Puts the notation of the language into that in which scripts are read. */
  readonly prepare?: (text: SourceText) => SourceText;
}

/** Bounds for hostile pipelines, each with its templates: matrices multiply. */
const mostVisits = 20_000;
const mostRuns = 500;
const deepestTemplate = 8;

/** Collects the runs of Terraform while the readers of the languages walk through pipelines. */
export class Walk {
  readonly texts: Texts;
  runs: TerraformRun[] = [];
  /** The files that others include: by themselves they lack what those hand over. */
  readonly included = new Set<string>();
  readonly #scripts = new Map<string, Script>();
  #visits = 0;

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** Begins with another pipeline or template. */
  begin(): void {
    this.runs = [];
    this.#visits = 0;
  }

  /** What a pipeline knows before its first line. */
  fresh(home: string): PipelineVariables {
    return new PipelineVariables(home).bind(workspaceBindings);
  }

  /** Counts a step of the walk; false when there were too many. */
  visit(): boolean {
    return this.runs.length < mostRuns && this.#visits++ < mostVisits;
  }

  open(path: string): PipelineFile | undefined {
    const source = this.texts.get(path);
    const document = source && readYaml(source).documents[0];
    return source && document && { source, document };
  }

  /** A file that another one names, from its own directory or, with a slash, from the top of the repository. */
  include(written: string, from: PipelineFile, depth: number, fromTop: boolean): PipelineFile | undefined {
    if (depth >= deepestTemplate || written.length > 500) return undefined;
    const own = directoryOf(from.source.file);
    const top = own.indexOf(".github") < 0 ? "" : own.slice(0, own.indexOf(".github"));
    const path = fromTop || written.startsWith("/") ? resolvePath(top, written) : resolvePath(own, written);
    const file = path === undefined ? undefined : this.open(path);
    if (file) this.included.add(file.source.file);
    return file;
  }

  /** A template of another repository, `path@alias`, that is checked out into a folder of that name. */
  includeForeign(written: string, from: PipelineFile, depth: number): PipelineFile | undefined {
    const [path, alias] = written.split("@");
    if (depth >= deepestTemplate || alias === undefined || written.length > 500) return undefined;
    const candidates = candidatePaths(from.source.file, `${alias}/${path}`);
    const found = candidates.map((candidate) => this.open(candidate)).find((file) => file !== undefined);
    if (found) this.included.add(found.source.file);
    return found;
  }

  /** A script of a step. */
  script(file: PipelineFile, leaves: readonly Tree[], shell: Shell, macros: boolean, around: Surroundings): void {
    const context = contextOf(file, around);
    const script = this.#read(file, leaves, shell, macros);
    if (around.isTest || !script) return;
    this.runs.push(...runsInScript(script, new Variables(script, asOutside(context)), context));
  }

  /** A task of Azure Pipelines that runs Terraform with the options that stand in a text. */
  task(file: PipelineFile, command: "plan" | "apply", options: Tree | undefined, at: Tree, around: Surroundings): void {
    const script = options ? this.#read(file, [options], "bash", true) : new Script();
    const run = script && !around.isTest ? runOfTask(script, command, at.at, contextOf(file, around)) : undefined;
    if (run) this.runs.push(run);
  }

  /** Scripts are the same whatever surrounds them: each is read once. */
  #read(file: PipelineFile, leaves: readonly Tree[], shell: Shell, macros: boolean): Script | undefined {
    const spans = leaves.flatMap((leaf) => file.document.spans.get(leaf) ?? []);
    if (spans.length === 0) return undefined;
    const key = `${file.source.file}\0${shell}\0${spans.map(({ from }) => from).join()}`;
    const known = this.#scripts.get(key);
    if (known) return known;
    const script = new Script();
    for (const leaf of leaves as readonly Leaf[]) {
      const span = file.document.spans.get(leaf);
      if (!span || leaf.value === null) continue;
      const text = textOfScalar(file.source, String(leaf.value), span);
      readScript(file.prepare?.(text) ?? text, script, shell, { bracketPlaceholders: false, macros });
    }
    this.#scripts.set(key, script);
    return script;
  }
}

export function contextOf(file: PipelineFile, around: Surroundings): Context {
  const { variables, directory, job, stage } = around;
  const path = file.source.file;
  return {
    file: around.home,
    start: directoryOfParts(directory, { base: "workspace", path: "" }, ""),
    job,
    hint: stage ?? pathHint(path) ?? pathHint(around.home),
    outside: variables.bindings(),
  };
}

/** The word of a path that speaks of an environment: `prod` of `scripts/deploy-prod.sh`. */
export function pathHint(path: string): string | undefined {
  const component = environmentNameInPath(path.replace(/\.\w{1,10}$/, ""));
  const words = component?.split(/[-_. ]/) ?? [];
  const last = words.findLastIndex((word) => tierOfName(word) !== undefined);
  if (last < 0) return component;
  return /^(?:non?|not|pre)$/i.test(words[last - 1] ?? "") ? words.slice(last - 1, last + 1).join("-") : words[last];
}

export function environmentNameOf(parts: readonly ValuePart[]): string | undefined {
  const name = knownTextOf(parts)?.trim();
  return name === "" ? undefined : name;
}
