import type { ProjectFiles } from "../../../model/files.ts";
import type { CallContext } from "./context.ts";

/** Some seconds: a unit is what a function needs for a tenth of a character, or a pattern for a step or two. */
const mostWork = 100_000_000;
const spent = new WeakMap<ProjectFiles, number>();

export const tooMuchWork = "the functions of this run have too much text to work through";

/** Counts work on long texts and patterns over a whole run; false when there was too much, so that a run ends. */
export function mayWork({ files }: CallContext, units: number): boolean {
  if (units === 0) return true;
  const before = spent.get(files) ?? 0;
  if (before + units > mostWork) return false;
  spent.set(files, before + units);
  return true;
}
