import type { SourceText } from "../../model/place.ts";
import { nameOf } from "../../model/project-path.ts";
import type { Tree } from "../../model/tree.ts";
import { pipelineLanguage } from "../commands/pipeline.ts";
import { Script } from "../commands/script.ts";
import { readScript } from "../commands/unit.ts";
import { Variables } from "../commands/variables.ts";
import type { ParserInput } from "../parser.ts";
import type { TerraformRun } from "../terraform-run.ts";
import { walkAzure } from "./azure.ts";
import { walkGithub } from "./github.ts";
import { walkGitlab } from "./gitlab.ts";
import { isPipeline, isPipelineOrScript, mayGiveVariables } from "./marks.ts";
import { runsInScript } from "./script-runs.ts";
import { liesAmongTests, type Surroundings } from "./surroundings.ts";
import { isTaskfile, walkTaskfile } from "./taskfile.ts";
import { child, entriesOf, itemsOf } from "./trees.ts";
import { type PipelineFile, pathHint, Walk } from "./walk.ts";

/** The runs of Terraform in pipelines and scripts. Documentation does not count: its commands are examples. */
export function readTerraformRuns({ texts, paths }: ParserInput): readonly TerraformRun[] {
  const walk = new Walk(texts);
  const files = paths.filter(isPipelineOrScript).flatMap((path) => texts.get(path) ?? []);
  const carriers = files.filter(({ text }) => mayGiveVariables(text));
  const callers = callersOf(carriers, files);
  const found = [...callers].map((source) => [source.file, runsOf(walk, source)] as const);
  return found.flatMap(([file, runs]) => (walk.included.has(file) ? [] : runs));
}

/** The files that give variables, and the pipelines that may reach them through templates. */
function callersOf(carriers: readonly SourceText[], files: readonly SourceText[]): ReadonlySet<SourceText> {
  const reached = new Set(carriers);
  const pipelines = files.filter(({ file }) => isPipeline(file));
  if (!pipelines.some((file) => reached.has(file) && mayBeIncluded(file.text))) return reached;
  const users = new Map<string, SourceText[]>();
  for (const file of pipelines) {
    for (const name of namesUsedIn(file.text)) {
      const some = users.get(name);
      if (some) some.push(file);
      else users.set(name, [file]);
    }
  }
  for (const { file, text } of reached) {
    if (isPipeline(file) && mayBeIncluded(text))
      for (const user of users.get(includedName(file)) ?? []) reached.add(user);
  }
  return reached;
}

/** The last parts of the paths of the templates, workflows and actions that a pipeline names. */
function namesUsedIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, path] of text.matchAll(/\b(?:template|uses):[ \t]{0,9}["']?([^\s"'@#]{1,300})/g)) {
    names.add(nameOf(path!));
  }
  return names;
}

/** A workflow that only starts by itself is no template. */
function mayBeIncluded(text: string): boolean {
  return !/^["']?on["']?:/m.test(text) || text.includes("workflow_call");
}

/** What stands in the files that include a file: its name; of a composite action its folder's name. */
function includedName(path: string): string {
  const names = path.split("/");
  const name = names.pop()!;
  return /^action\.ya?ml$/.test(name) ? (names.pop() ?? name) : name;
}

function runsOf(walk: Walk, source: SourceText): TerraformRun[] {
  const { file } = source;
  if (!isPipeline(file)) return liesAmongTests(file) ? [] : runsOfScriptFile(source);
  const pipeline = walk.open(file);
  if (!pipeline) return [];
  const around: Surroundings = {
    home: file,
    variables: walk.fresh(file),
    lists: new Map(),
    job: undefined,
    stage: undefined,
    directory: [],
    shell: "bash",
    isTest: liesAmongTests(file),
    depth: 0,
  };
  walk.begin();
  walkPipeline(walk, pipeline, around);
  return walk.runs;
}

function walkPipeline(walk: Walk, pipeline: PipelineFile, around: Surroundings): void {
  const { root } = pipeline.document;
  if (isTaskfile(pipeline.source.file)) {
    walkTaskfile(walk, pipeline, around);
    return;
  }
  const language = isGitlab(root, pipeline.source.file) ? "gitlab" : pipelineLanguage(root, pipeline.source.file);
  if (language === "gitlab") walkGitlab(walk, pipeline, around);
  else if (language === "github") walkGithub(walk, pipeline, around);
  else if (language === "azure") walkAzure(walk, pipeline, around);
}

/** GitLab's own file, or one whose jobs are at the top and have lists of lines. */
function isGitlab(root: Tree, path: string): boolean {
  if (/(?:^|\/|\.)gitlab-ci\.ya?ml$/.test(path)) return true;
  if (child(root, "jobs") || child(root, "steps") || child(root, "on") || child(root, "runs")) return false;
  return path.includes("gitlab") && entriesOf(root).some(([, job]) => itemsOf(child(job, "script")).length > 0);
}

function runsOfScriptFile(source: SourceText): TerraformRun[] {
  const { file } = source;
  const script = new Script();
  readScript(source, script, /\.psm?1$/i.test(file) ? "powershell" : "bash");
  const start = { base: "caller", path: "" } as const;
  const context = { file, start, job: undefined, hint: pathHint(file), outside: new Map() };
  return runsInScript(script, new Variables(script), context);
}
