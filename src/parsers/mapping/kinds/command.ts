import type { CommandProblem, Items } from "../../../model/kinds.ts";
import type { Mapping, Tree } from "../../../model/tree.ts";
import { has } from "../condition.ts";
import { type Field, fieldAt, knownOf, typeName } from "../field.ts";
import { stringOf } from "../scalars.ts";
import { defineMapping } from "../surface.ts";

/** What the reader of commands found wrong with the words themselves. */
function problems(): Field<Items<CommandProblem>> {
  return fieldAt(["malformed"], "a list of problems", (tree) => {
    if (tree.form !== "list") return undefined;
    return tree.items.filter(isMapping).map((item) => knownOf(item, undefined, problemOf(item)));
  });
}

function problemOf(item: Mapping): CommandProblem {
  const text = (name: string) => {
    const entry = item.entries.get(name);
    return entry && stringOf(entry.value);
  };
  return { problem: text("problem") ?? "", word: text("word") ?? "", replacement: text("replacement") };
}

function isMapping(tree: Tree): tree is Mapping {
  return tree.form === "mapping";
}

const attributes = { command: typeName(), problems: problems() };

/** A command that names a file of `az ml` is read as that file, which then holds what is wrong with the command. */
export const command = defineMapping("command", {
  command: { type: "*", attributes },
  azureml: { type: "*", when: has("malformed"), attributes },
});
