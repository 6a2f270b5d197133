import type { Language, Problem, Root } from "../../model/project.ts";
import type { Declaration, Source } from "../../model/resource.ts";
import { concerningCommands } from "../extension/concern.ts";
import type { Directive } from "../parser.ts";
import { ScriptDeclarations } from "./declarations.ts";
import type { LinkedFiles } from "./linked-files.ts";
import { hasMark, scriptMarks } from "./marks.ts";
import { scriptDirectives } from "./script-directives.ts";
import type { ScriptUnit } from "./unit.ts";

export interface ReadUnits {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly Problem[];
  readonly directives: readonly Directive[];
}

/** The declarations, problems and comments of scripts. */
export function readUnits(units: readonly ScriptUnit[], linked: LinkedFiles): ReadUnits {
  const declarations = new ScriptDeclarations(linked);
  return {
    declarations: concerningCommands(units.flatMap((unit) => declarations.of(unit))),
    problems: units.flatMap(breaksOf),
    directives: units.flatMap(scriptDirectives),
  };
}

/** Where a script that concerns us breaks off; other commands may be as odd as they like. */
function breaksOf(unit: ScriptUnit): Problem[] {
  return unit.script.breaks
    .filter(({ source, from, to }) => {
      const line = source.text.lastIndexOf("\n", from - 1) + 1;
      return hasMark(source.text.slice(line, to), scriptMarks);
    })
    .map(({ source, from, to, message }) => ({
      rule: "project/syntax-error",
      message: `${message}, so this command is not read.`,
      at: source.place(from, to),
      language: "commands",
      environments: [],
    }));
}

const languages: Readonly<Partial<Record<Source, Language>>> = {
  command: "commands",
  settings: "settings",
  kubernetes: "kubernetes",
  azureml: "azureml",
};

export function languageOf(source: Source): Language {
  return languages[source] ?? "commands";
}

/** Every file with declarations is a root of its own, with the environments that they belong to. */
export function rootsOf(declarations: readonly Declaration[]): Root[] {
  const roots = new Map<
    string,
    { path: string; language: Language; environments: Map<string, Declaration["environment"]> }
  >();
  for (const { source, identity, environment } of declarations) {
    const language = languageOf(source);
    const key = `${language}\0${identity.root}`;
    const root = roots.get(key) ?? { path: identity.root, language, environments: new Map() };
    roots.set(key, root);
    root.environments.set(environment.name, environment);
  }
  return [...roots.values()].map((root) => ({ ...root, environments: [...root.environments.values()] }));
}

/** How many files of each language hold declarations. */
export function countFiles(declarations: readonly Declaration[]): Map<Language, number> {
  const counts = new Map<Language, number>();
  for (const { language } of rootsOf(declarations)) counts.set(language, (counts.get(language) ?? 0) + 1);
  return counts;
}
