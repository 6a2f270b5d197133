import type { Environment } from "../../../model/environment.ts";
import type { Declaration } from "../../../model/resource.ts";
import type { EmbeddedScript, ParserInput } from "../../parser.ts";
import { declareAll } from "../declare/declare.ts";
import { declareParameters } from "../declare/parameters.ts";
import { givenIn } from "../evaluate/deployment.ts";
import { rootLocation } from "../evaluate/location.ts";
import { Problems, Run } from "../evaluate/run.ts";
import { type Argument, Scope } from "../evaluate/scope.ts";
import type { Meanings } from "../read/parse-expression.ts";
import type { Templates } from "../read/templates.ts";
import type { RootEnvironment, TemplateRoot } from "./find-roots.ts";

export interface RootResult {
  readonly environments: readonly Environment[];
  readonly declarations: readonly Declaration[];
  readonly scripts: readonly EmbeddedScript[];
  /** Grows while bodies are read. */
  readonly problems: Problems;
}

/** Evaluates a template once for each environment; what varies with none of them is evaluated in the first. */
export function parseRoot(
  root: TemplateRoot,
  input: ParserInput,
  templates: Templates,
  meanings: Meanings,
): RootResult {
  const wanted = input.environments;
  const chosen = root.environments.filter(
    ({ environment }) => wanted.length === 0 || wanted.includes(environment.name),
  );
  const varying = new Set(chosen.length > 1 ? chosen.flatMap(({ given }) => [...given.keys()]) : []);
  const problems = new Problems();
  const scripts: EmbeddedScript[] = [];
  const declarations: Declaration[] = [];
  let base: Scope | undefined;
  for (const environment of chosen) {
    const settings = { root: root.path, environment: environment.environment, texts: input.texts };
    const run = new Run({ ...settings, meanings, templates, problems, scripts });
    const scope = scopeOf(root, environment, run, varying, base);
    declarations.push(...declareParameters(scope, environment.given));
    declarations.push(
      ...declareAll(root.template.resources, {
        frame: scope.frame(),
        owner: root.template,
        location: scope.location,
        parent: undefined,
        path: [],
        blocks: [],
        calls: [],
        uncertain: undefined,
      }),
    );
    base ??= scope;
  }
  return { environments: chosen.map(({ environment }) => environment), declarations, scripts, problems };
}

function scopeOf(
  { template }: TemplateRoot,
  { given, file }: RootEnvironment,
  run: Run,
  varying: ReadonlySet<string>,
  base: Scope | undefined,
): Scope {
  const args = new Map<string, Argument>();
  for (const [key, { name, node }] of given) {
    if (file) args.set(key, () => givenIn(node, { source: file.source }, name));
  }
  const location = rootLocation(template.schemaScope);
  return new Scope({ run, template, location, args, varying, base, path: [], deploymentName: undefined });
}
