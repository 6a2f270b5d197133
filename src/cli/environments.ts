import type { Texts } from "../model/files.ts";
import type { Root } from "../model/project.ts";
import { enumerate } from "../report/text/wording.ts";
import { Refusal } from "./failure.ts";
import { suggestion } from "./nearest.ts";

/** What was read of a project. */
interface ReadProject {
  readonly roots: readonly Root[];
  readonly texts: Texts;
  readonly paths: readonly string[];
}

/** A misspelt environment would otherwise pass in silence. */
export async function requireEnvironments(
  names: readonly string[],
  { roots, texts, paths }: ReadProject,
): Promise<void> {
  const found = namesOf(roots);
  const unknown = names.find((name) => !found.has(name));
  if (unknown === undefined || roots.length === 0) return;
  const { parseProject } = await import("../parsers/project.ts");
  const project = await parseProject({ texts, paths, environments: [] }, {});
  const all = [...namesOf(project.roots)].sort();
  const near = suggestion(unknown, all) || ` There ${all.length === 1 ? "is" : "are"} ${enumerate(all, 20)}.`;
  throw new Refusal(`There is no environment ${unknown}.${all.length === 0 ? "" : near}`);
}

function namesOf(roots: readonly Root[]): Set<string> {
  return new Set(roots.flatMap(({ environments }) => environments.map(({ name }) => name)));
}
