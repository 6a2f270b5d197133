import { environmentNamed } from "../../model/environment.ts";
import type { SourceText } from "../../model/place.ts";
import type { Problem } from "../../model/project.ts";
import { readStandaloneSettings } from "../extension/standalone.ts";
import type { EmbeddedScript, ParserInput, ParserResult } from "../parser.ts";
import { readYaml } from "../yaml/documents.ts";
import { LinkedFiles } from "./linked-files.ts";
import { commandMarks, hasMark, scriptMarks } from "./marks.ts";
import { environmentOfPath, isWanted } from "./paths.ts";
import { pipelineLanguage, pipelineScripts } from "./pipeline.ts";
import { countFiles, readUnits, rootsOf } from "./result.ts";
import { embeddedUnit, markdownUnit, pipelineUnit, type ScriptUnit, scriptUnit } from "./unit.ts";

export interface CommandsResult extends ParserResult {
  /** Files that commands name and that are declared in their context: nobody else reads them. */
  readonly claimed: ReadonlySet<string>;
}

/** Reads the az commands of scripts, pipelines and documentation, and settings files. */
export function parseCommands(input: ParserInput): CommandsResult {
  const syntaxProblems: Problem[] = [];
  const units: ScriptUnit[] = [];
  for (const path of input.paths) {
    const source = scriptPaths.test(path) ? input.texts.get(path) : undefined;
    if (source && hasMark(source.text, marksOf(path))) units.push(...unitsOf(source, syntaxProblems));
  }
  const linked = new LinkedFiles(input.texts);
  const wanted = units.filter((unit) => isWanted(unit.environment, input.environments));
  const read = readUnits(wanted, linked);
  const settings = readStandaloneSettings(input, linked.claimed);
  const declarations = [...read.declarations, ...settings.declarations];
  const files = countFiles(declarations);
  const { size } = linked.settingsPaths;
  if (size > 0) files.set("settings", (files.get("settings") ?? 0) + size);
  return {
    roots: rootsOf(declarations),
    declarations,
    problems: [...syntaxProblems, ...read.problems, ...linked.problems, ...settings.problems],
    directives: read.directives,
    files,
    embedded: [],
    claimed: linked.claimed,
  };
}

/** Reads scripts that stand inside the files of other languages; each belongs to the root that holds it. */
export function parseEmbedded(scripts: readonly EmbeddedScript[], input: ParserInput): ParserResult {
  const linked = new LinkedFiles(input.texts);
  const byEnvironment = new Map<string | undefined, ScriptUnit[]>();
  for (const { text, shell, environment } of scripts) {
    if (!hasMark(text.text, scriptMarks)) continue;
    const units = byEnvironment.get(environment) ?? [];
    byEnvironment.set(environment, units);
    const own = environment === undefined ? environmentOfPath(text.file) : environmentNamed(environment);
    if (isWanted(own, input.environments)) units.push(embeddedUnit(text, shell, own));
  }
  const results = [...byEnvironment.values()].map((units) => readUnits(units, linked));
  return {
    roots: [],
    declarations: results.flatMap((result) => result.declarations),
    problems: [...(results[0]?.problems ?? []), ...linked.problems],
    directives: results[0]?.directives ?? [],
    files: new Map(),
    embedded: [],
  };
}

const scriptPaths = /\.(?:sh|bash|zsh|ksh|azcli|ps1|psm1|md|markdown|ya?ml)$/i;

function marksOf(path: string): readonly string[] {
  return /\.ya?ml$/i.test(path) ? commandMarks : scriptMarks;
}

function unitsOf(source: SourceText, problems: Problem[]): ScriptUnit[] {
  const environment = environmentOfPath(source.file);
  const ending = source.file.slice(source.file.lastIndexOf(".") + 1).toLowerCase();
  if (ending === "md" || ending === "markdown") {
    return [markdownUnit(source, environment, (text) => hasMark(text, scriptMarks))];
  }
  if (ending === "yml" || ending === "yaml") return pipelineUnits(source, problems);
  return [scriptUnit(source, ending.startsWith("ps") ? "powershell" : "bash", environment)];
}

function pipelineUnits(source: SourceText, problems: Problem[]): ScriptUnit[] {
  const yaml = readYaml(source);
  for (const { message, from, to, limit } of yaml.problems) {
    problems.push({
      rule: limit ? "project/limit-reached" : "project/syntax-error",
      message: `${message}.`,
      at: source.place(from, to),
      language: "commands",
      environments: [],
    });
  }
  const fallback = environmentOfPath(source.file);
  return yaml.documents.flatMap((document) => {
    const language = pipelineLanguage(document.root, source.file);
    if (!language) return [];
    return pipelineScripts(source, document, language)
      .filter((script) => hasMark(script.text.text, scriptMarks))
      .map((script) => {
        const environment = script.environment === undefined ? fallback : environmentNamed(script.environment);
        return pipelineUnit(script, environment);
      });
  });
}
