import type { Assignment, Assignments } from "../evaluate/root-inputs.ts";
import { attributesOf } from "../read/body-access.ts";
import type { ReadFile, Sources } from "./sources.ts";

/** What variable files set, a later one overriding an earlier one. */
export function assignmentsIn(sources: Sources, files: readonly string[]): Assignments {
  const assignments = new Map<string, Assignment>();
  for (const path of files) {
    const file = sources.variables(path);
    if (!file) continue;
    for (const attribute of attributesOf(file.syntax.body))
      assignments.set(attribute.name, assignmentOf(attribute, file));
  }
  return assignments;
}

const known = new WeakMap<object, Assignment>();

/** One object for each assignment, so that environments which read the same file share what it leads to. */
function assignmentOf(attribute: Assignment["attribute"], { source }: ReadFile): Assignment {
  let assignment = known.get(attribute);
  if (!assignment) {
    assignment = { name: attribute.name, attribute, source, origin: source.file };
    known.set(attribute, assignment);
  }
  return assignment;
}
