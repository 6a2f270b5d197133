import { defaultEnvironment, environmentNameInPath } from "../../../model/environment.ts";
import { directoryOf, nameOf } from "../../../model/project-path.ts";

/** `main.prod.parameters` of `infra/main.prod.parameters.json`. */
export function stemOf(path: string): string {
  return nameOf(path).replace(/\.jsonc?$/i, "");
}

/** Whether a parameter file's name holds the name of the template. */
export function namesTemplate(parameterFile: string, template: string): boolean {
  return removeWord(stemOf(parameterFile), stemOf(template)) !== undefined;
}

/**
 * The environment that a parameter file describes: what remains of its name without the template's and the word for
 * parameters; if nothing remains, the folder that sets it apart, else the tier in its path.
 */
export function environmentNameOf(parameterFile: string, template: string): string {
  const stem = stemOf(parameterFile);
  const rest = trimSeparators(removeParameterWords(removeWord(stem, stemOf(template)) ?? stem));
  if (rest !== "") return rest;
  const directory = directoryOf(parameterFile);
  const folder = directory.split("/").at(-1) ?? "";
  if (directory !== directoryOf(template) && !containers.has(folder.toLowerCase())) return folder;
  return environmentNameInPath(directory) ?? defaultEnvironment;
}

/** Folders whose names say that there are parameters in them, not whose. */
const containers = new Set([
  ...["parameters", "parameter", "params", "param", "environments", "environment", "env", "envs", "config", "vars"],
]);

export function isContainer(folder: string): boolean {
  return containers.has(folder.toLowerCase());
}

const parameterWord = /(^|[^a-z])(?:deployment)?param(?:eter)?s?(?=$|[^a-z])/gi;

function removeParameterWords(stem: string): string {
  return stem.replace(parameterWord, "$1").replace(/(?<=[a-z])Param(?:eter)?s?(?=$|[^a-z])/g, "");
}

/** The text without a word in it, which stands between separators; undefined when it is not there. */
function removeWord(text: string, word: string): string | undefined {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (word === "" || at < 0) return undefined;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + word.length);
  if (/[a-z0-9]/i.test(before)) return undefined;
  if (/[a-z0-9]/.test(after)) return undefined;
  return text.slice(0, at) + text.slice(at + word.length);
}

function trimSeparators(text: string): string {
  return text
    .replace(/[.\-_ ]*([.\-_ ])[.\-_ ]*/g, "$1")
    .replace(/^[.\-_ ]/, "")
    .replace(/[.\-_ ]$/, "");
}
