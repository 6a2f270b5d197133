import { PathPatterns } from "../../model/path-patterns.ts";
import type { Input } from "../input.ts";
import { DiskFiles } from "./files.ts";
import { nameInProject } from "./root.ts";
import { selectFiles } from "./select.ts";
import { Walker } from "./walk.ts";

/** The files of the whole project, of which a run may lint a part: what a fix changes there is harm, too. */
export async function pathsEverywhere(input: Input): Promise<readonly string[]> {
  const { asked, paths, files, configuration, home } = input;
  if (asked.includes("")) return paths;
  const walker = new Walker(files.root);
  await walker.takeFolder("");
  const excluded = new PathPatterns(configuration.exclude ?? [], nameInProject(home, files.root));
  const candidates = walker.paths.filter((path) => !excluded.cover(path));
  return [...new Set([...paths, ...selectFiles(candidates, new DiskFiles(files.root))])].sort();
}
