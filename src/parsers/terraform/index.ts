import { type Environment, environmentNamed } from "../../model/environment.ts";
import type { Language } from "../../model/project.ts";
import type { Declaration } from "../../model/resource.ts";
import type { ParserInput, ParserResult } from "../parser.ts";
import type { TerraformOptions } from "./declaration-options.ts";
import { directivesIn } from "./directives.ts";
import { declareUnusedFile } from "./evaluate/assignments.ts";
import { loadEngines } from "./functions/engines.ts";
import { ProblemList } from "./problem-list.ts";
import { attributesOf } from "./read/body-access.ts";
import { FileUses } from "./roots/file-uses.ts";
import { findRoots, readModules } from "./roots/find-roots.ts";
import { parseRoot } from "./roots/parse-root.ts";
import { withRuns } from "./roots/pipeline-environments.ts";
import { Sources } from "./roots/sources.ts";

export type { TerraformOptions } from "./declaration-options.ts";

/** Reads Terraform and OpenTofu configuration: every root among the paths, once for each of its environments. */
export async function parseTerraform(input: ParserInput, options: TerraformOptions = {}): Promise<ParserResult> {
  const problems = new ProblemList();
  const sources = new Sources(input.texts, problems);
  const found = findRoots(sources, input.paths);
  const plans = withRuns(found.plans, options.runs ?? [], sources);
  const passed = new Set(plans.flatMap(({ environments }) => environments.flatMap(({ files }) => files)));
  const unused = found.unused.filter((path) => !passed.has(path));
  readModules(sources, plans);
  await loadEngines(sources.files.map(({ source }) => source.text));
  const uses = new FileUses(sources);
  const parsed = plans.map((plan) => parseRoot(plan, { sources, input, options, problems, uses }));
  const declarations = [
    ...parsed.flatMap((root) => root.declarations),
    ...uses.declare(),
    ...declareUnused(sources, unused),
  ];
  const files = new Map<Language, number>([["terraform", sources.files.length]]);
  const directives = sources.files.flatMap(directivesIn);
  return {
    roots: parsed.map(({ root }) => root),
    declarations,
    get problems() {
      sources.reportLate();
      return problems.items;
    },
    directives,
    files,
    embedded: parsed.flatMap((root) => root.embedded),
  };
}

/** The variable files that no root reads, but for those that set nothing: nobody believes in them. */
function declareUnused(sources: Sources, unused: readonly string[]): Declaration[] {
  const nowhere: Environment = environmentNamed("default");
  return unused.flatMap((path) => {
    const file = sources.variables(path);
    const setsNothing = file === undefined || attributesOf(file.syntax.body).length === 0;
    return setsNothing ? [] : [declareUnusedFile(file.source, nowhere)];
  });
}
