import type { ProjectFiles } from "../../../model/files.ts";
import type { CallContext } from "../functions/context.ts";
import type { ProblemList } from "../problem-list.ts";
import type { Limits } from "./limits.ts";
import { Module } from "./module.ts";
import { ModuleOpener, type ModuleSources } from "./module-opener.ts";
import type { ResourceInstance } from "./resource.ts";
import { type Assignments, differencesBetween, RootInputs, varyingVariables } from "./root-inputs.ts";
import { Run } from "./run.ts";
import { evaluateTemplateText } from "./template-text.ts";

/** A root and its environments under evaluation. */
export class RootEvaluation {
  /** The directory of the root. */
  readonly path: string;
  readonly run: Run;
  /** Every instance of a resource that was asked for, by its full address. */
  readonly resources = new Map<string, ResourceInstance>();
  readonly calls: CallContext;
  readonly modules: ModuleOpener;
  readonly module: Module;
  /** Its own directory and those of the modules that were opened. */
  readonly directories: Set<string>;
  /** What was said of the modules that could not be opened, by the place of their calls. */
  readonly unread = new Map<string, string>();

  constructor(
    path: string,
    sources: ModuleSources,
    environments: readonly Assignments[],
    files: ProjectFiles,
    problems: ProblemList,
    limits?: Limits,
  ) {
    this.path = path;
    this.directories = new Set([path]);
    const varying = varyingVariables(environments);
    this.run = new Run(differencesBetween(environments, varying), problems, limits);
    this.calls = { files, directory: path, evaluateTemplate: (template) => evaluateTemplateText(template, this) };
    this.modules = new ModuleOpener(this, sources);
    const inputs = new RootInputs(path, environments, varying);
    this.module = new Module(this, sources.syntax(path), inputs, { address: "", path: "", depth: 0 });
  }
}
