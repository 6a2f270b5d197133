import { Excerpt, type SourceText, type Stretch } from "../../model/place.ts";
import type { Tree } from "../../model/tree.ts";
import { type Bindings, partsOfTree } from "./axes.ts";
import { type Surroundings, speaksOfTests } from "./surroundings.ts";
import { child, entriesOf, isMapping, itemsOf, textOf } from "./trees.ts";
import type { PipelineFile, Walk } from "./walk.ts";

/** Whether a file holds the tasks of Task (taskfile.dev). */
export function isTaskfile(path: string): boolean {
  return /(?:^|\/)taskfile(?:\.dist)?\.ya?ml$/i.test(path);
}

/** Walks through the tasks of a Taskfile: each command runs in a shell of its own, beside the file. */
export function walkTaskfile(walk: Walk, file: PipelineFile, around: Surroundings): void {
  const { root } = file.document;
  const handedOver = namesHandedOver(root);
  const inside = enter(root, around, handedOver);
  for (const [name, task] of entriesOf(child(root, "tasks"))) {
    const isTest = around.isTest || speaksOfTests(name);
    walkTask(walk, file, task, enter(task, { ...inside, isTest }, handedOver));
  }
}

function walkTask(walk: Walk, file: PipelineFile, task: Tree, around: Surroundings): void {
  const written = isMapping(task) ? (child(task, "cmds") ?? child(task, "cmd")) : task;
  for (const command of written?.form === "list" ? written.items : [written]) {
    const line = isMapping(command) ? child(command, "cmd") : command;
    if (!walk.visit()) return;
    if (line?.form === "leaf") walk.script({ ...file, prepare: withDollars }, [line], "bash", false, around);
  }
}

function enter(tree: Tree, around: Surroundings, handedOver: ReadonlySet<string>): Surroundings {
  const { variables } = around;
  const bind = (key: string, as: (name: string) => string): Bindings =>
    entriesOf(child(tree, key)).map(([name, value]) => {
      const [known] = partsOfTree(value, variables, `set in ${value.at.file}`);
      const isOpen = handedOver.has(name) || !isPlain(value);
      const why = `${name} of the Taskfile is not known before the task runs`;
      return [as(name), isOpen ? [{ why, token: `${value.at.file}@${name}`, trail: [], many: false }] : [known!]];
    });
  const directory = textOf(child(tree, "dir"));
  return {
    ...around,
    variables: variables.bind([...bind("vars", (name) => `{{.${name}}}`), ...bind("env", (name) => name)]),
    ...(directory !== undefined && { directory: variables.parse(directory.replaceAll("{{", "${{")) }),
  };
}

/** A text without templates and variables. */
function isPlain(value: Tree): boolean {
  const text = textOf(value);
  return text !== undefined && !text.includes("{{") && !text.includes("$");
}

/** The variables that one task hands over to another: there they are something else than where they are set. */
function namesHandedOver(root: Tree): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, task] of entriesOf(child(root, "tasks"))) {
    for (const called of [...itemsOf(child(task, "cmds")), ...itemsOf(child(task, "deps"))]) {
      for (const [name] of entriesOf(child(called, "vars"))) names.add(name);
    }
  }
  return names;
}

/** Task's `{{.NAME}}` in the notation of workflows, `${{.NAME}}`, which scripts are read with. */
function withDollars(text: SourceText): SourceText {
  const stretches: Stretch[] = [{ inner: 0, outer: 0 }];
  let content = "";
  let from = 0;
  for (const { index } of text.text.matchAll(/\{\{/g)) {
    content += `${text.text.slice(from, index)}$`;
    stretches.push({ inner: content.length, outer: index });
    from = index;
  }
  return new Excerpt(text, content + text.text.slice(from), stretches);
}
