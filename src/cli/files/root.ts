import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The project: the repository around the paths, else the working directory, else what the paths have in common. */
export function projectRoot(paths: readonly string[], workingDirectory: string): string {
  const anchor = commonFolder(paths.length === 0 ? [workingDirectory] : paths);
  for (let folder = anchor; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) break;
  }
  return isInside(anchor, workingDirectory) ? workingDirectory : anchor;
}

/** Whether a path is a folder or lies below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path as the project names it: relative to the root, with forward slashes; "" is the root itself. */
export function nameInProject(path: string, root: string): string {
  const way = relative(root, path);
  return sep === "/" ? way : way.split(sep).join("/");
}

function commonFolder(paths: readonly string[]): string {
  let common = resolve(paths[0]!);
  for (const path of paths) {
    while (!isInside(path, common)) common = dirname(common);
  }
  return common;
}
