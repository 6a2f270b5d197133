import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { unwritten } from "../../engine/settings/configuration-source.ts";
import type { Environment } from "../../model/environment.ts";
import { Texts } from "../../model/files.ts";
import { harmlessJson } from "../../report/text/harmless.ts";
import type { InputArguments } from "../arguments/input.ts";
import { exitCodes } from "../exit-code.ts";
import { nameInProject } from "../files/root.ts";
import { findInput, type Input } from "../input.ts";
import { configDocument } from "./config-document.ts";

/** Prints what is in force for a path and where each part comes from. */
export async function configCommand(given: InputArguments, format: "pretty" | "json"): Promise<number> {
  const directory = process.cwd();
  const full = resolve(directory, given.paths[0] ?? ".");
  const isFile = statSync(full, { throwIfNoEntry: false })?.isFile() === true;
  const input = await findInput(isFile ? { ...given, paths: [dirname(full)] } : given, directory);
  const { rules } = await import("../../../rules/index.ts");
  const { files, configuration, source, commandLine } = input;
  const path = nameInProject(full, files.root);
  const document = configDocument({
    path,
    files: isFile ? [path] : input.paths,
    isFile,
    configuration,
    source,
    file: source === unwritten ? undefined : source.place([]).file,
    why: whyOf(given.config, nameInProject(isFile ? dirname(full) : full, files.root), source === unwritten),
    commandLine,
    environments: await environmentsOf(input),
    rules,
  });
  if (format === "json") process.stdout.write(`${harmlessJson(document)}\n`);
  else await printPretty(document);
  return exitCodes.fine;
}

function whyOf(named: string | undefined, folder: string, isMissing: boolean): string {
  if (named !== undefined) return "named by --config";
  const start = folder === "" ? "the root of the project" : folder;
  return isMissing ? `there is none from ${start} upwards` : `the nearest from ${start} upwards`;
}

async function printPretty(document: ReturnType<typeof configDocument>): Promise<void> {
  const [{ showConfig }, { styleOf, terminalOf }] = await Promise.all([
    import("./config-pretty.ts"),
    import("../terminal.ts"),
  ]);
  const terminal = terminalOf(process.stdout, process.env);
  process.stdout.write(showConfig(document, await styleOf(terminal), terminal.width));
}

async function environmentsOf({ files, paths, configuration }: Input): Promise<Environment[]> {
  if (paths.length === 0) return [];
  const { parseProject } = await import("../../parsers/project.ts");
  const input = { texts: new Texts(files), paths, environments: [] };
  const { roots } = await parseProject(input, configuration.environments ?? {}, configuration.sources);
  const found = new Map(roots.flatMap((root) => root.environments.map((one) => [`${one.name}\0${one.tier}`, one])));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, tier }) => ({ name, tier }));
}
