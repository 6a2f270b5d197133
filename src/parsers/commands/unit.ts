import type { Environment } from "../../model/environment.ts";
import type { SourceText } from "../../model/place.ts";
import type { Existence } from "../../model/resource.ts";
import { readMarkdown } from "./markdown.ts";
import type { PipelineScript } from "./pipeline.ts";
import { readPowerShell } from "./powershell.ts";
import { type Branch, type Comment, type Dialect, plainDialect, Script } from "./script.ts";
import { readShell } from "./shell.ts";
import type { VariableValue } from "./values.ts";
import { Variables } from "./variables.ts";

/** Scripts of one file that share their variables, with what surrounds them. */
export interface ScriptUnit {
  readonly file: string;
  readonly script: Script;
  readonly variables: Variables;
  readonly environment: Environment;
  /** Its commands are examples: there may be several for one thing, and none may run. */
  readonly isDocumentation: boolean;
  /** Why none of it may run, if that is so. */
  readonly uncertain: string | undefined;
  /** Comments outside the scripts, which cover the next command. */
  readonly comments: readonly Comment[];
}

export type Shell = "bash" | "powershell";

export function readScript(source: SourceText, script: Script, shell: Shell, dialect: Dialect = plainDialect): void {
  if (shell === "bash") readShell(source, script, dialect);
  else readPowerShell(source, script, dialect);
}

/** A script file. */
export function scriptUnit(source: SourceText, shell: Shell, environment: Environment): ScriptUnit {
  const script = new Script();
  readScript(source, script, shell);
  return { ...unitOf(source.file, script, environment), uncertain: undefined };
}

/** The blocks of a Markdown file: read on, they share their variables, and each is an example. */
export function markdownUnit(
  source: SourceText,
  environment: Environment,
  marks: (text: string) => boolean,
): ScriptUnit {
  const script = new Script();
  const { blocks, comments } = readMarkdown(source);
  const dialect: Dialect = { bracketPlaceholders: true, macros: false };
  for (const block of blocks) {
    if (marks(block.text.text) || mayAssign.test(block.text.text)) readScript(block.text, script, block.shell, dialect);
  }
  return {
    ...unitOf(source.file, script, environment),
    uncertain: "a command in documentation may never run",
    isDocumentation: true,
    comments,
  };
}

/** A block without commands of ours still counts when it sets variables. */
const mayAssign = /^[ \t]*(?:export[ \t]+)?\$?\w{1,60}[ \t]?=/m;

/** A script of a pipeline. */
export function pipelineUnit(found: PipelineScript, environment: Environment): ScriptUnit {
  const script = new Script();
  readScript(found.text, script, found.shell, { bracketPlaceholders: false, macros: found.macros });
  return { ...unitOf(found.text.file, script, environment, found.variables), uncertain: found.condition };
}

function unitOf(
  file: string,
  script: Script,
  environment: Environment,
  outside?: ReadonlyMap<string, VariableValue>,
): Omit<ScriptUnit, "uncertain"> {
  return { file, script, variables: new Variables(script, outside), environment, isDocumentation: false, comments: [] };
}

/** Whether what stands in a branch of a script certainly runs. */
export function existenceIn(unit: ScriptUnit, branch: Branch | undefined): Existence {
  if (unit.uncertain !== undefined) return { certain: false, why: unit.uncertain };
  for (let at = branch; at; at = at.parent) {
    const { kind, name } = at.block;
    if (kind === "if" || kind === "conditional") return { certain: false, why: "it stands in a branch of the script" };
    if (kind === "loop") return { certain: false, why: "it stands in a loop of the script" };
    if (kind === "function" && !isCalled(unit.script, name)) {
      return { certain: false, why: "it stands in a function that the script does not call" };
    }
  }
  return { certain: true };
}

function isCalled(script: Script, name: string | undefined): boolean {
  return script.commands.some(({ words, source }) => {
    const [first] = words;
    return first !== undefined && source.text.slice(first.from, first.to) === name;
  });
}

/** A script inside a file of another language. */
export function embeddedUnit(source: SourceText, shell: Shell, environment: Environment): ScriptUnit {
  return scriptUnit(source, shell, environment);
}
