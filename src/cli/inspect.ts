import { Texts } from "../model/files.ts";
import type { Project } from "../model/project.ts";
import { harmlessJson } from "../report/harmless.ts";
import type { InputArguments } from "./arguments.ts";
import { exitCodes } from "./exit-code.ts";
import { findInput } from "./input.ts";
import { projectDocument } from "./model-document.ts";

/** Prints what was understood: every resource in every environment, its attributes and where they come from. */
export async function inspectCommand(given: InputArguments): Promise<number> {
  const { files, paths, configuration } = await findInput(given, process.cwd());
  const { parseProject } = await import("../parsers/project.ts");
  const input = { texts: new Texts(files), paths, environments: given.environments };
  const project: Project = await parseProject(input, configuration.environments ?? {});
  process.stdout.write(`${harmlessJson(projectDocument(project))}\n`);
  return files.unreadable.size > 0 ? exitCodes.failure : exitCodes.fine;
}
