import { constantFrame } from "../evaluate/constant.ts";
import { evaluate } from "../evaluate/expression.ts";
import type { Assignment, Assignments } from "../evaluate/root-inputs.ts";
import { attributesOf } from "../read/body-access.ts";
import type { Attribute } from "../read/syntax.ts";
import type { GivenAssignments } from "./find-roots.ts";
import type { ReadFile, Sources } from "./sources.ts";

/** What sets variables in an environment, a later file overriding an earlier one; what is exported gives way to files. */
export function assignmentsIn(sources: Sources, files: readonly string[], given?: GivenAssignments): Assignments {
  const assignments = new Map(given?.exported);
  for (const path of files) {
    const file = sources.variables(path);
    if (!file) continue;
    for (const attribute of attributesOf(file.syntax.body))
      assignments.set(attribute.name, assignmentOf(attribute, file));
  }
  for (const [name, assignment] of given?.options ?? []) assignments.set(name, assignment);
  return assignments;
}

const known = new WeakMap<object, Assignment>();

/** One object for each assignment, so that environments which read the same file share what it leads to. */
function assignmentOf(attribute: Attribute, { source }: ReadFile): Assignment {
  let assignment = known.get(attribute);
  if (!assignment) {
    const { expression, name } = attribute;
    assignment = {
      name,
      input: (run) => ({
        outcome: evaluate(expression, constantFrame(source, run)),
        words: `set in ${source.file}`,
        at: source.place(expression.from, expression.to),
      }),
    };
    known.set(attribute, assignment);
  }
  return assignment;
}
