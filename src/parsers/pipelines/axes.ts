import type { Step, Tree } from "../../model/tree.ts";
import type { PipelineVariables } from "../commands/pipeline-variables.ts";
import type { ValuePart } from "../commands/values.ts";
import { entriesOf, itemsOf, textOf } from "./trees.ts";

/** Names and their values, as one way through a pipeline sees them. */
export type Bindings = readonly (readonly [string, readonly ValuePart[]])[];

/** Something of which a pipeline runs through several: the ways differ in what they bind. */
export interface Axis {
  readonly name: string;
  readonly ways: readonly Bindings[];
}

/** More ways than these are no environments. */
const mostWays = 36;
const telling = /env|stage|tier|target|tfvars/i;

/** Every combination of the ways; where there are too many, only of what may name an environment. */
export function combinations(axes: readonly Axis[]): readonly Bindings[] {
  const count = (some: readonly Axis[]) => some.reduce((product, { ways }) => product * ways.length, 1);
  const used = axes.filter(({ ways }) => ways.length > 0);
  const kept = count(used) <= mostWays ? used : used.filter(({ name }) => telling.test(name));
  if (count(kept) > mostWays) return [[]];
  let found: Bindings[] = [[]];
  for (const { ways } of kept) found = found.flatMap((one) => ways.map((way) => [...one, ...way]));
  return found;
}

/** What stands in a tree, with the place where it stands. */
export function partsOfTree(tree: Tree, variables: PipelineVariables, words: string): readonly ValuePart[] {
  const text = textOf(tree) ?? (tree.form === "leaf" ? "" : undefined);
  const step: Step = { at: tree.at, text: words };
  if (text !== undefined) return variables.parse(text).map((part) => ({ ...part, trail: [step, ...part.trail] }));
  const { line, column } = tree.at.start;
  const token = `${tree.at.file}@${line}:${column}`;
  return [{ why: "a value of the pipeline is no plain text", token, trail: [step], many: false }];
}

/** A value, and what lies inside it, under a name of the pipeline's expressions. */
export function bindingsOf(name: string, tree: Tree, variables: PipelineVariables): Bindings {
  const bind = (full: string, value: Tree) =>
    [`{{${full}}}`, partsOfTree(value, variables, `\${{ ${full} }}, set in ${value.at.file}`)] as const;
  return [bind(name, tree), ...entriesOf(tree).map(([key, value]) => bind(`${name}.${key}`, value))];
}

/** The values that an input may be chosen from. */
export function choiceAxis(names: readonly string[], options: Tree | undefined, variables: PipelineVariables): Axis {
  const ways = itemsOf(options).map((option) => names.flatMap((name) => bindingsOf(name, option, variables)));
  return { name: names[0]!, ways };
}

/** `strategy.matrix` of GitHub: lists that are combined, and `include` with whole combinations. */
export function githubMatrix(matrix: Tree | undefined, variables: PipelineVariables): readonly Bindings[] {
  const entries = entriesOf(matrix);
  const lists = entries.filter(([key]) => key !== "include" && key !== "exclude");
  const axes = lists.map(([key, value]) => choiceAxis([`matrix.${key}`], value, variables));
  const included = itemsOf(entries.find(([key]) => key === "include")?.[1]).map(entriesOf);
  if (lists.length === 0 && included.length > 0) {
    return included.slice(0, mostWays).map((item) => bindAll(item, variables));
  }
  const own = new Set(lists.map(([key]) => key));
  return combinations(axes).flatMap((way) => extended(way, included, own, variables));
}

/** What `include` adds to the combinations that it fits. */
function extended(
  way: Bindings,
  included: readonly (readonly (readonly [string, Tree])[])[],
  own: ReadonlySet<string>,
  variables: PipelineVariables,
): Bindings[] {
  const values = new Map(way);
  const same = (key: string, value: Tree) => {
    const [part] = values.get(`{{matrix.${key}}}`) ?? [];
    return part !== undefined && "text" in part && part.text === textOf(value);
  };
  const fitting = included.filter((item) => item.every(([key, value]) => !own.has(key) || same(key, value)));
  return [[...way, ...fitting.flatMap((item) => bindAll(item, variables))]];
}

function bindAll(item: readonly (readonly [string, Tree])[], variables: PipelineVariables): Bindings {
  return item.flatMap(([key, value]) => bindingsOf(`matrix.${key}`, value, variables));
}

/** The names under which Azure's scripts and expressions see a variable. */
export function azureNames(name: string): readonly string[] {
  const variable = name.toUpperCase().replaceAll(".", "_").replaceAll(" ", "_");
  const bare = [variable, `env:${variable.toLowerCase()}`, `(${name.toLowerCase()})`];
  return [...bare, `{{variables.${name}}}`, `{{variables['${name}']}}`];
}

/** `strategy.matrix` of Azure Pipelines: the variables of each leg by its name. */
export function azureMatrix(matrix: Tree | undefined, variables: PipelineVariables): readonly Bindings[] {
  const legs = entriesOf(matrix).slice(0, mostWays);
  return legs.map(([, leg]) =>
    entriesOf(leg).flatMap(([name, value]) => {
      const parts = partsOfTree(value, variables, `set in ${value.at.file}`);
      return azureNames(name).map((one) => [one, parts] as const);
    }),
  );
}

/** `parallel.matrix` of GitLab: lists of variables, each with one or several values. */
export function gitlabMatrix(matrix: Tree | undefined, variables: PipelineVariables): readonly Bindings[] {
  return itemsOf(matrix).flatMap((item) => {
    const axes = entriesOf(item).map(([name, value]): Axis => {
      const values = value.form === "list" ? value.items : [value];
      const ways = values.map((one) => [[name, partsOfTree(one, variables, `set in ${one.at.file}`)] as const]);
      return { name, ways };
    });
    return combinations(axes);
  });
}
