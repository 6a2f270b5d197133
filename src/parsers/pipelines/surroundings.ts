import { tierOfName } from "../../model/environment.ts";
import type { Tree } from "../../model/tree.ts";
import type { PipelineVariables } from "../commands/pipeline-variables.ts";
import type { Shell } from "../commands/unit.ts";
import { knownTextOf, type ValuePart } from "../commands/values.ts";

/** What a pipeline says around a script. */
export interface Surroundings {
  /** The pipeline with which everything starts: directories are looked for from there. */
  readonly home: string;
  readonly variables: PipelineVariables;
  /** The lists that Azure's `${{ each … }}` may run through, by name. */
  readonly lists: ReadonlyMap<string, readonly Tree[]>;
  /** The environment that the job names. */
  readonly job: string | undefined;
  /** The name of the stage, where it speaks of a tier. */
  readonly stage: string | undefined;
  /** The working directory; empty: where the repository is checked out. */
  readonly directory: readonly ValuePart[];
  readonly shell: Shell;
  /** It only tests: what it deploys is no environment. */
  readonly isTest: boolean;
  /** How many templates lie between the pipeline and here. */
  readonly depth: number;
}

/**
 * Stands for the directory of the checkout in texts whose values are paths; no text of a file holds it, since YAML
 * forbids the character.
 */
export const workspace = "\0workspace";

const workspaceNames = [
  ...["(system.defaultworkingdirectory)", "(build.sourcesdirectory)", "(build.repository.localpath)"],
  ...["{{variables['System.DefaultWorkingDirectory']}}", "{{variables['Build.SourcesDirectory']}}"],
  ...["{{github.workspace}}", "GITHUB_WORKSPACE", "env:github_workspace", "CI_PROJECT_DIR"],
  ...["BUILD_SOURCESDIRECTORY", "SYSTEM_DEFAULTWORKINGDIRECTORY", "env:build_sourcesdirectory"],
];

export const workspaceBindings: readonly (readonly [string, readonly ValuePart[]])[] = workspaceNames.map((name) => [
  name,
  [{ text: workspace, trail: [] }],
]);

const testWords = new Set([
  "test",
  "tests",
  "testing",
  "e2e",
  "smoke",
  "validate",
  "validation",
  "lint",
  "check",
  "checks",
]);
const deployWords = new Set(["deploy", "deployment", "apply", "plan", "provision", "release", "rollout"]);

/** Whether a name speaks of trying things out and not of deploying them. */
export function speaksOfTests(name: string): boolean {
  const words = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => testWords.has(word)) && !words.some((word) => deployWords.has(word));
}

/** Whether a file lies among tests. */
export function liesAmongTests(path: string): boolean {
  const names = path.split("/");
  const file = names.pop()!;
  return names.some((name) => /^(?:tests?|testing|e2e)$/i.test(name)) || speaksOfTests(file.replace(/\.\w+$/, ""));
}

/** The name of a stage where it speaks of an environment; stages are mostly called Plan, Apply and Test. */
export function environmentOfStage(parts: readonly ValuePart[]): string | undefined {
  const name = knownTextOf(parts);
  if (name === undefined || tierOfName(name) === undefined) return undefined;
  return speaksOfTests(name) || /integration/i.test(name) ? undefined : name;
}
