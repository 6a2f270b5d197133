import { resolve } from "node:path";
import type { Comparison } from "../../compare/comparison.ts";
import type { ComparisonFormat } from "../../compare/formats/format.ts";
import { Texts } from "../../model/files.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import { version } from "../../version.ts";
import type { InputArguments } from "../arguments/input.ts";
import type { CompareFormat, ViewArguments } from "../arguments/view.ts";
import { optimizeLate } from "../compiler.ts";
import { requireEnvironments } from "../environments.ts";
import { exitCodes } from "../exit-code.ts";
import { nameInProject } from "../files/root.ts";
import { unreadable } from "../files/unreadable.ts";
import { findInput } from "../input.ts";
import { styleOf, terminalOf } from "../terminal.ts";
import { requireTypes } from "./types.ts";

/** Prints the controls of every resource over its environments, and what the rules say against them. */
export async function compareCommand(given: InputArguments, view: ViewArguments<CompareFormat>): Promise<number> {
  const input = await findInput(given, process.cwd());
  await optimizeLate();
  const [{ lintProject }, { rules }, { parseProject }, { compare }] = await Promise.all([
    import("../../lint.ts"),
    import("../../../rules/index.ts"),
    import("../../parsers/project.ts"),
    import("../../compare/compare.ts"),
  ]);
  const texts = new Texts(input.files);
  const { environments } = given;
  const project = await parseProject(
    { texts, paths: input.paths, environments },
    input.configuration.environments ?? {},
    input.configuration.sources,
  );
  await requireEnvironments(environments, { roots: project.roots, texts, paths: input.paths });
  requireTypes(view.types, project.resources);
  const judged = lintProject(project, texts, { ...input, environments, rules, version });
  const comparison = compare({
    project,
    report: { ...judged, failures: [...judged.failures, ...unreadable(input.files)] },
    paths: given.paths.map((path) => nameInProject(resolve(path), input.files.root)),
    filter: view,
    differencesOnly: view.differences,
  });
  await show(comparison, view.format);
  return comparison.failures.length > 0 ? exitCodes.failure : exitCodes.fine;
}

async function show(comparison: Comparison, format: CompareFormat): Promise<void> {
  const terminal = terminalOf(process.stdout, process.env);
  const style = await styleOf(terminal);
  const write = await loadFormat(format);
  process.stdout.write(write(comparison, { style, width: terminal.codeWidth }));
  if (format === "pretty") return;
  for (const { message } of comparison.failures) process.stderr.write(`failed: ${harmlessInLog(message)}\n`);
}

async function loadFormat(name: CompareFormat): Promise<ComparisonFormat> {
  switch (name) {
    case "pretty":
      return (await import("../../compare/formats/pretty.ts")).formatPretty;
    case "markdown":
      return (await import("../../compare/formats/markdown.ts")).formatMarkdown;
    case "json":
      return (await import("../../compare/formats/json.ts")).formatJson;
  }
}
