import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { environmentNamed } from "../../../src/model/environment.ts";
import { MemoryFiles, Texts } from "../../../src/model/files.ts";
import type { Declaration } from "../../../src/model/resource.ts";
import { declareResources } from "../../../src/parsers/terraform/evaluate/declare.ts";
import { RootEvaluation } from "../../../src/parsers/terraform/evaluate/root-evaluation.ts";
import { ProblemList } from "../../../src/parsers/terraform/problem-list.ts";
import { assignmentsIn } from "../../../src/parsers/terraform/roots/assignments.ts";
import { appliesAlways, precedence } from "../../../src/parsers/terraform/roots/file-names.ts";
import { Sources } from "../../../src/parsers/terraform/roots/sources.ts";

/** A plan as the golden files keep it. */
export interface Plan {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The configuration in a directory, with the two environments that its two variable files make. */
export function evaluationOf(directory: string): RootEvaluation {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const files = new MemoryFiles(new Map(paths.map((path) => [path, readFileSync(join(directory, path), "utf8")])));
  const problems = new ProblemList();
  const sources = new Sources(new Texts(files), problems);
  const always = paths.filter(appliesAlways).sort((a, b) => (precedence(a) < precedence(b) ? -1 : 1));
  const environments = ["first", "second"].map((file) => {
    const own = [`${file}.tfvars`, `${file}.tfvars.json`].filter((path) => existsSync(join(directory, path)));
    return assignmentsIn(sources, [...always, ...own]);
  });
  return new RootEvaluation("", sources, environments, files, problems);
}

/** The resources of the first (0) or second (1) environment. */
export function declarationsIn(root: RootEvaluation, index: number): Declaration[] {
  const declarations: Declaration[] = [];
  declareResources({
    root,
    index,
    environment: environmentNamed("x"),
    isWanted: () => true,
    includes: () => true,
    versionsIn: () => [],
    found: (declaration) => declarations.push(declaration),
  });
  return declarations;
}

export function goldenOf(path: string): Record<string, Plan> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, Plan>;
}
