import type { SourceText } from "../../model/place.ts";
import { directoryOf, resolvePath } from "../../model/project-path.ts";
import type { Piece, Step } from "../../model/tree.ts";
import { candidatePaths } from "../commands/paths.ts";
import { resolveWords } from "../commands/resolve.ts";
import type { CommandLine, Script, Word } from "../commands/script.ts";
import {
  cutParts,
  knownStartOf,
  knownTextOf,
  type Part,
  type ResolvedWord,
  treeOfParts,
  type ValuePart,
} from "../commands/values.ts";
import { Variables } from "../commands/variables.ts";
import type { GivenFile, GivenVariable, TerraformRun } from "../terraform-run.ts";
import { directoryOfParts, type MaybeDirectory, unknownDirectory, WorkingDirectories } from "./directories.ts";
import { workspace } from "./surroundings.ts";
import { readOptions, readTerraform, type TerraformCommand } from "./terraform-command.ts";

/** What is known of the place where a script, or a task, runs Terraform. */
export interface Context {
  /** The file of the pipeline or script: paths start beside or above it. */
  readonly file: string;
  readonly start: MaybeDirectory;
  readonly job: string | undefined;
  readonly hint: string | undefined;
  /** The variables of the process. */
  readonly outside: ReadonlyMap<string, { readonly items: readonly (readonly ValuePart[])[] }>;
}

const prefix = /^(?:env:)?TF_VAR_(?=.)/i;

/** The runs of Terraform in a script. */
export function runsInScript(script: Script, variables: Variables, context: Context): TerraformRun[] {
  const directories = new WorkingDirectories(context.start);
  const runs: TerraformRun[] = [];
  for (const line of script.commands) {
    const words = resolveWords(line, variables);
    const name = words[0] && knownTextOf(words[0].parts);
    if (name === undefined) continue;
    if (!follow(name.toLowerCase(), line, words, directories)) {
      const command = readTerraform(words);
      if (command) runs.push(runOf(command, line, exportedAt(line, script, variables, context), directories, context));
    }
  }
  return runs;
}

function follow(
  name: string,
  line: CommandLine,
  words: readonly ResolvedWord[],
  directories: WorkingDirectories,
): boolean {
  if (name === "popd" || name === "pop-location") directories.pop(line);
  else if (name !== "cd" && name !== "pushd" && name !== "set-location" && name !== "push-location") return false;
  else {
    const target = words.slice(1).find(({ parts }) => !knownStartOf(parts).startsWith("-"));
    const from = directories.at(line.branch);
    const to = target ? directoryOfParts(target.parts, from, line.source.text) : unknownDirectory;
    if (name.startsWith("pu")) directories.push(line, to);
    else directories.change(line, to);
  }
  return true;
}

function runOf(
  command: TerraformCommand,
  line: CommandLine,
  exported: readonly GivenVariable[],
  directories: WorkingDirectories,
  context: Context,
): TerraformRun {
  const around = directories.at(line.branch);
  const inside = command.directory ? directoryOfParts(command.directory, around, line.source.text) : around;
  return runIn(inside, command, line.source.place(line.from, line.to), exported, context);
}

/** The run of a task of Azure Pipelines, whose options stand in a text of their own. */
export function runOfTask(
  script: Script,
  command: "plan" | "apply",
  at: TerraformRun["at"],
  context: Context,
): TerraformRun | undefined {
  const variables = new Variables(script, asOutside(context));
  const words = script.commands.flatMap((line) => resolveWords(line, variables));
  const options = readOptions(words, command);
  return options && runIn(context.start, { ...options, directory: undefined }, at, exportedOutside(context), context);
}

export function asOutside({ outside }: Context): ConstructorParameters<typeof Variables>[1] {
  return new Map([...outside].map(([name, { items }]) => [name, { array: false, items }]));
}

function runIn(
  directory: MaybeDirectory,
  command: TerraformCommand,
  at: TerraformRun["at"],
  exported: readonly GivenVariable[],
  { file, job, hint }: Context,
): TerraformRun {
  let { isIncomplete } = command;
  const options: (GivenVariable | GivenFile)[] = [];
  for (const option of command.options) {
    if (option.name === "var-file") options.push(fileOf(option.value));
    else {
      const given = variableOf(option.value, option.word);
      if (given) options.push(given);
      else isIncomplete = true;
    }
  }
  return { at, directories: candidates(directory, file), job, hint, exported, options, isIncomplete };
}

function candidates(directory: MaybeDirectory, file: string): string[] {
  if (directory === unknownDirectory) return [];
  if (directory.base !== "script") return candidatePaths(file, directory.path === "" ? "." : directory.path);
  const own = resolvePath(directoryOf(file), directory.path);
  return own === undefined ? [] : [own];
}

function variableOf(parts: readonly Part[], word: ResolvedWord): GivenVariable | undefined {
  const equals = knownStartOf(parts).indexOf("=");
  if (equals <= 0) return undefined;
  const [before, value] = cutParts(parts, equals + 1);
  const name = knownTextOf(before)!.slice(0, equals);
  return { ...givenVariable(name, word.source, value, { from: word.to, to: word.to }), means: "-var" };
}

function givenVariable(
  name: string,
  source: SourceText,
  parts: readonly Part[],
  fallback: { from: number; to: number },
): GivenVariable {
  const tree = treeOfParts(source, parts, fallback);
  return { form: "variable", name, means: `TF_VAR_${name}`, at: tree.at, trail: tree.trail, ...knowledgeOf(parts) };
}

/** What is known of a value that is handed over; the directory of the checkout is nobody's value. */
function knowledgeOf(parts: readonly ValuePart[]): Pick<GivenVariable, "pieces" | "why"> {
  const pieces: Piece[] = [];
  let why: string | undefined;
  for (const part of parts) {
    if ("text" in part && !part.text.includes(workspace)) {
      if (typeof pieces.at(-1) === "string") pieces[pieces.length - 1] += part.text;
      else pieces.push(part.text);
    } else {
      why ??= "text" in part ? "it holds the directory of the checkout" : part.why;
      pieces.push({ token: "text" in part ? workspace : part.token });
    }
  }
  return { pieces: pieces.length === 0 ? [""] : pieces, why };
}

function fileOf(parts: readonly Part[]): GivenFile {
  const { pieces } = knowledgeOf(parts);
  const [first] = parts;
  const start = first && "text" in first && first.text.startsWith(workspace) ? first.text : undefined;
  if (start === undefined) return { form: "file", pieces, fromBase: false };
  const rest = start.slice(workspace.length).replace(/^[\\/]+/, "");
  return { form: "file", pieces: [rest, ...knowledgeOf(parts.slice(1)).pieces], fromBase: true };
}

/** The variables of Terraform that are in the environment of a command. */
function exportedAt(line: CommandLine, script: Script, variables: Variables, context: Context): GivenVariable[] {
  const found = new Map<string, GivenVariable>();
  for (const given of exportedOutside(context)) found.set(given.name, given);
  const names = new Set<string>();
  for (const { name, order } of script.assignments) if (order < line.order && prefix.test(name)) names.add(name);
  for (const full of names) {
    const parts = variables.valueOf(full, line).items.flat();
    const name = full.replace(prefix, "");
    found.set(name, exportedVariable(name, parts, line.source.place(line.from, line.to)));
  }
  for (const word of line.before ?? []) {
    const given = assignedBefore(word, line, variables);
    if (given) found.set(given.name, given);
  }
  return [...found.values()];
}

function exportedOutside({ outside }: Context): GivenVariable[] {
  const given: GivenVariable[] = [];
  for (const [full, { items }] of outside) {
    if (!full.startsWith("TF_VAR_") || full.length === 7) continue;
    const parts = items.flat();
    const at = parts[0]?.trail[0]?.at;
    if (at) given.push(exportedVariable(full.slice(7), parts, at));
  }
  return given;
}

/** The first step of the trail is the assignment itself. */
function exportedVariable(name: string, parts: readonly ValuePart[], fallback: GivenVariable["at"]): GivenVariable {
  const steps: Step[] = parts.flatMap(({ trail }) => trail);
  const [first] = steps;
  const trail = first ? steps.filter((step) => step.at !== first.at) : [];
  return { form: "variable", name, means: `TF_VAR_${name}`, at: first?.at ?? fallback, trail, ...knowledgeOf(parts) };
}

/** `TF_VAR_name=value terraform plan`. */
function assignedBefore(word: Word, line: CommandLine, variables: Variables): GivenVariable | undefined {
  const resolved = resolveWords({ ...line, words: [word] }, variables);
  const parts = resolved.flatMap((one) => one.parts);
  const start = knownStartOf(parts);
  const equals = start.indexOf("=");
  if (!start.startsWith("TF_VAR_") || equals <= 7) return undefined;
  const [, value] = cutParts(parts, equals + 1);
  return givenVariable(start.slice(7, equals), line.source, value, { from: word.to, to: word.to });
}
