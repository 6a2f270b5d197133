import type { Edit } from "../engine/fix/edit.ts";
import type { Root } from "../model/project.ts";
import { directoryOf } from "../model/project-path.ts";
import { isPipelineOrScript } from "../parsers/pipelines/marks.ts";
import { isConfiguration, isVariableFile } from "../parsers/terraform/roots/file-names.ts";

/**
 * The files that tell what edits change: where these are all of Terraform's, the roots that read them, with the pipelines
 * and scripts that may give those their variables; else everything.
 */
export function pathsAround(
  edits: readonly Edit[],
  roots: readonly Root[],
  paths: readonly string[],
): readonly string[] {
  const edited = new Set(edits.map(({ file }) => file));
  if (![...edited].every(isTerraform)) return paths;
  const changed = new Set([...edited].map(directoryOf));
  const near = new Set<string>();
  for (const { directories = new Set<string>() } of roots) {
    if (![...directories].some((directory) => changed.has(directory))) continue;
    for (const directory of directories) near.add(directory);
  }
  return paths.filter((path) => (isTerraform(path) ? near.has(directoryOf(path)) : isPipelineOrScript(path)));
}

function isTerraform(path: string): boolean {
  return isConfiguration(path) || isVariableFile(path);
}
