import type { Language } from "../model/project.ts";
import type { Declaration } from "../model/resource.ts";
import type { ParserResult } from "./parser.ts";

/** Which sources are read; those that are not named are. */
export type SourceSettings = Readonly<Partial<Record<Language, "on" | "off">>>;

const languages: Readonly<Partial<Record<Declaration["source"], Language>>> = {
  command: "commands",
  settings: "settings",
  kubernetes: "kubernetes",
  azureml: "azureml",
};

/** Leaves out what a reader of several languages found in those that are switched off. */
export function withoutSources(result: ParserResult, settings: SourceSettings): ParserResult {
  const isOn = (language: Language) => settings[language] !== "off";
  const declarations = result.declarations.filter(({ source }) => isOn(languages[source] ?? "commands"));
  const files = new Set(declarations.map(({ at }) => at.file));
  return {
    roots: result.roots.filter(({ language }) => isOn(language)),
    declarations,
    get problems() {
      return result.problems.filter(({ language }) => isOn(language));
    },
    directives: result.directives.filter(({ at }) => files.has(at.file)),
    files: new Map([...result.files].filter(([language]) => isOn(language))),
    embedded: result.embedded,
  };
}
