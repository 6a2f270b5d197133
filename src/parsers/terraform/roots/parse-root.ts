import type { Environment } from "../../../model/environment.ts";
import type { Root } from "../../../model/project.ts";
import { directoryOf } from "../../../model/project-path.ts";
import type { Declaration } from "../../../model/resource.ts";
import type { EmbeddedScript, ParserInput } from "../../parser.ts";
import type { TerraformOptions } from "../declaration-options.ts";
import { declareResources, type Walk } from "../evaluate/declare.ts";
import { defaultLimits } from "../evaluate/limits.ts";
import { lockedVersion } from "../evaluate/lock-file.ts";
import type { Module } from "../evaluate/module.ts";
import { RootEvaluation } from "../evaluate/root-evaluation.ts";
import { declareVariables } from "../evaluate/variables.ts";
import { constraintsOn, versionsInForce } from "../evaluate/versions.ts";
import type { ProblemList } from "../problem-list.ts";
import { assignmentsIn } from "./assignments.ts";
import { environmentOf } from "./environment-tier.ts";
import type { FileUses } from "./file-uses.ts";
import type { EnvironmentPlan, RootPlan } from "./find-roots.ts";
import { instancedEnvironments } from "./instanced-environments.ts";
import { LocalScripts } from "./local-scripts.ts";
import type { Sources } from "./sources.ts";

interface Setting {
  readonly sources: Sources;
  readonly input: ParserInput;
  readonly options: TerraformOptions;
  readonly problems: ProblemList;
  readonly uses: FileUses;
}

interface ParsedRoot {
  readonly root: Root;
  readonly declarations: readonly Declaration[];
  readonly embedded: readonly EmbeddedScript[];
}

/** Evaluates a root in each of its environments. */
export function parseRoot(plan: RootPlan, setting: Setting): ParsedRoot {
  const { sources, input, problems, uses, options } = setting;
  const instanced = instancedEnvironments(plan, sources.syntax(plan.path));
  const plans: readonly EnvironmentPlan[] = instanced?.plans ?? plan.environments;
  const assignments = plans.map(({ files, given }) => assignmentsIn(sources, files, given));
  const root = new RootEvaluation(plan.path, sources, assignments, input.texts.files, problems, {
    ...defaultLimits,
    ...options.limits,
  });
  const environments = plans.map(({ name }, index) => environmentOf(name, root, index));
  const declarations: Declaration[] = [];
  const scripts = new LocalScripts(environments.length);
  for (const [index, environment] of environments.entries()) {
    if (!isAsked(input, environment)) continue;
    for (const file of plans[index]!.files) uses.add(file, plan.path, environment);
    for (const variable of declareVariables(root, environment, index)) declarations.push(variable);
    declareResources({
      ...walkOf(root, environment, index, setting),
      includes: (call) => instanced?.includes(call, environment.name) ?? true,
      found: (declaration, resource) => {
        declarations.push(declaration);
        scripts.read(resource, environment);
      },
    });
  }
  const shown = environments.filter((environment) => isAsked(input, environment));
  return {
    root: {
      path: plan.path,
      language: "terraform",
      environments: shown,
      directories: new Set([...root.directories, ...plans.flatMap(({ files }) => files.map(directoryOf))]),
      ...(root.unread.size > 0 && { unread: [...root.unread.values()] }),
    },
    declarations,
    embedded: scripts.found,
  };
}

function isAsked({ environments }: ParserInput, { name }: Environment): boolean {
  return environments.length === 0 || environments.includes(name);
}

function walkOf(
  root: RootEvaluation,
  environment: Environment,
  index: number,
  { options, sources }: Setting,
): Omit<Walk, "includes" | "found"> {
  const locked = lockedVersion(sources.texts, root.path, "azurerm");
  const known = options.knownVersions ?? [];
  const byModule = new Map<Module, readonly string[]>();
  const versionsIn = (module: Module): readonly string[] => {
    let versions = byModule.get(module);
    if (!versions) {
      versions = versionsInForce({ locked, constraints: constraintsAround(module) }, known);
      byModule.set(module, versions);
    }
    return versions;
  };
  return { root, environment, index, isWanted: options.isWanted ?? (() => true), versionsIn };
}

/** The constraints of a module and of those that call it hold together. */
function constraintsAround(module: Module): string[] {
  const constraints: string[] = [];
  for (let next: Module | undefined = module; next; next = next.call?.parent) {
    constraints.push(...constraintsOn("azurerm", next.syntax.settings));
  }
  return constraints;
}
