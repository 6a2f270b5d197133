import type { SourceText } from "../../model/place.ts";
import type { Mapping, Tree } from "../../model/tree.ts";
import type { YamlDocument } from "../yaml/documents.ts";
import { textOfScalar } from "../yaml/scalar-text.ts";
import { PipelineVariables } from "./pipeline-variables.ts";
import { knownTextOf, type VariableValue } from "./values.ts";

export type PipelineLanguage = "github" | "azure";

/** A script of a pipeline, with what surrounds it. */
export interface PipelineScript {
  readonly shell: "bash" | "powershell";
  readonly text: SourceText;
  /** The environment that the job or stage names, if it is known. */
  readonly environment: string | undefined;
  /** Why the script may not run, if it depends on something. */
  readonly condition: string | undefined;
  readonly variables: ReadonlyMap<string, VariableValue>;
  readonly macros: boolean;
}

/** More steps than any pipeline has; aliases could make a small file hold millions. */
const mostNodes = 50_000;

const scriptKeys: ReadonlyMap<string, PipelineScript["shell"] | undefined> = new Map([
  ["run", undefined],
  ["script", undefined],
  ["bash", "bash"],
  ["pwsh", "powershell"],
  ["powershell", "powershell"],
  ["inlineScript", undefined],
  ["Inline", undefined],
]);

/** Tells which kind of pipeline a document is; undefined for any other YAML. */
export function pipelineLanguage(root: Tree, path: string): PipelineLanguage | undefined {
  if (root.form !== "mapping") return root.form === "list" && /pipelines?\//i.test(path) ? "azure" : undefined;
  const has = (key: string) => root.entries.has(key);
  if (has("jobs") && (has("on") || has("true"))) return "github";
  if (path.includes(".github/")) return has("jobs") || has("runs") ? "github" : undefined;
  if (has("runs") && has("name")) return "github";
  if (has("stages") || has("jobs") || has("steps") || has("extends")) return "azure";
  return undefined;
}

interface Surroundings {
  readonly environment: string | undefined;
  readonly shell: PipelineScript["shell"];
  readonly condition: string | undefined;
  readonly variables: PipelineVariables;
}

/** The scripts of a GitHub workflow, a composite action or an Azure pipeline, in the order in which they stand. */
export function pipelineScripts(
  source: SourceText,
  document: YamlDocument,
  language: PipelineLanguage,
): PipelineScript[] {
  return new PipelineReader(source, document, language).read();
}

class PipelineReader {
  readonly #source: SourceText;
  readonly #document: YamlDocument;
  readonly #language: PipelineLanguage;
  readonly #scripts: PipelineScript[] = [];
  #nodes = 0;

  constructor(source: SourceText, document: YamlDocument, language: PipelineLanguage) {
    this.#source = source;
    this.#document = document;
    this.#language = language;
  }

  read(): PipelineScript[] {
    const variables = new PipelineVariables(this.#source.file);
    this.#visit(this.#document.root, { environment: undefined, shell: "bash", condition: undefined, variables });
    return this.#scripts;
  }

  #visit(tree: Tree, around: Surroundings): void {
    if (this.#nodes++ > mostNodes) return;
    if (tree.form === "list") for (const item of tree.items) this.#visit(item, around);
    if (tree.form !== "mapping") return;
    const inside = this.#enter(tree, around);
    for (const [key, { value }] of tree.entries) {
      const shell = scriptKeys.has(key) ? (scriptKeys.get(key) ?? inside.shell) : undefined;
      if (shell && value.form === "leaf" && typeof value.value === "string") this.#addScript(value, shell, inside);
      else if (key !== "env" && key !== "variables" && key !== "environment") this.#visit(value, within(inside, key));
    }
  }

  /** What a mapping says about everything inside it. */
  #enter(tree: Mapping, around: Surroundings): Surroundings {
    const variables = around.variables.with(tree, this.#language);
    return {
      environment: environmentOf(tree, variables) ?? around.environment,
      shell: shellOf(tree) ?? around.shell,
      condition: around.condition ?? conditionOf(tree),
      variables,
    };
  }

  #addScript(leaf: Tree, shell: PipelineScript["shell"], around: Surroundings): void {
    const span = this.#document.spans.get(leaf);
    if (!span || leaf.form !== "leaf") return;
    const text = textOfScalar(this.#source, String(leaf.value), span);
    const { environment, condition, variables } = around;
    const macros = this.#language === "azure";
    this.#scripts.push({ shell, text, environment, condition, variables: variables.bindings(), macros });
  }
}

/** Azure's templates wrap what they insert in keys such as `${{ if … }}`. */
function within(around: Surroundings, key: string): Surroundings {
  if (!key.startsWith("${{")) return around;
  return { ...around, condition: around.condition ?? "the pipeline inserts it on a condition" };
}

function leafText(tree: Tree | undefined): string | undefined {
  return tree?.form === "leaf" && typeof tree.value === "string" ? tree.value : undefined;
}

/** `environment:` of a job, or the name of a stage. */
function environmentOf(tree: Mapping, variables: PipelineVariables): string | undefined {
  const written = tree.entries.get("environment")?.value;
  const name = leafText(written?.form === "mapping" ? written.entries.get("name")?.value : written);
  const stage = leafText(tree.entries.get("stage")?.value);
  const text = name ?? stage;
  if (text === undefined) return undefined;
  const known = knownTextOf(variables.parse(text));
  // Azure writes `environment.resource` for a resource of an environment.
  return name === undefined || known === undefined ? known : known.split(".")[0];
}

function shellOf(tree: Mapping): PipelineScript["shell"] | undefined {
  const defaults = tree.entries.get("defaults")?.value;
  const run = defaults?.form === "mapping" ? defaults.entries.get("run")?.value : undefined;
  const named =
    leafText(tree.entries.get("shell")?.value) ??
    (run?.form === "mapping" ? leafText(run.entries.get("shell")?.value) : undefined) ??
    leafText(tree.entries.get("scriptType")?.value);
  if (named !== undefined) return /^(?:pwsh|powershell|ps|pscore)/i.test(named) ? "powershell" : "bash";
  const task = leafText(tree.entries.get("task")?.value) ?? leafText(tree.entries.get("uses")?.value) ?? "";
  return /powershell/i.test(task) ? "powershell" : undefined;
}

function conditionOf(tree: Mapping): string | undefined {
  const written = tree.entries.get("if") ?? tree.entries.get("condition");
  return written ? "it runs on a condition of the pipeline" : undefined;
}
