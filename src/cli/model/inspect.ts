import { linksOf } from "../../engine/run.ts";
import { Texts } from "../../model/files.ts";
import { isWanted } from "../../model/filter.ts";
import type { Project } from "../../model/project.ts";
import { harmlessInLog, harmlessJson } from "../../report/text/harmless.ts";
import type { InputArguments } from "../arguments/input.ts";
import type { InspectFormat, ViewArguments } from "../arguments/view.ts";
import { requireEnvironments } from "../environments.ts";
import { exitCodes } from "../exit-code.ts";
import { unreadable } from "../files/unreadable.ts";
import { findInput } from "../input.ts";
import { styleOf, terminalOf } from "../terminal.ts";
import { projectDocument } from "./model-document.ts";
import { requireTypes } from "./types.ts";

/** Prints what was understood: every resource in every environment, its attributes and where they come from. */
export async function inspectCommand(given: InputArguments, view: ViewArguments<InspectFormat>): Promise<number> {
  const { files, paths, configuration } = await findInput(given, process.cwd());
  const { parseProject } = await import("../../parsers/project.ts");
  const texts = new Texts(files);
  const { environments } = given;
  const project: Project = await parseProject(
    { texts, paths, environments },
    configuration.environments ?? {},
    configuration.sources,
  );
  await requireEnvironments(environments, { roots: project.roots, texts, paths });
  requireTypes(view.types, project.resources);
  if (view.format === "pretty") process.stdout.write(await treeOf(project, view));
  else {
    const resources = project.resources.filter((resource) => isWanted(resource, view));
    process.stdout.write(`${harmlessJson(projectDocument(project, resources))}\n`);
  }
  for (const { message } of unreadable(files)) process.stderr.write(`failed: ${harmlessInLog(message)}\n`);
  return files.unreadable.size > 0 ? exitCodes.failure : exitCodes.fine;
}

async function treeOf(project: Project, filter: ViewArguments<InspectFormat>): Promise<string> {
  const { modelTree } = await import("../../report/model/tree.ts");
  const terminal = terminalOf(process.stdout, process.env);
  return modelTree(project, {
    style: await styleOf(terminal),
    width: terminal.codeWidth,
    filter,
    links: linksOf(project),
  });
}
