import type { Mapping, Tree } from "../../model/tree.ts";
import type { PipelineVariables } from "../commands/pipeline-variables.ts";
import { asWritten } from "./as-written.ts";
import { isCertainlyFalse } from "./conditions.ts";
import type { Surroundings } from "./surroundings.ts";
import { child, entriesOf, isMapping, itemsOf, textOf } from "./trees.ts";
import type { PipelineFile, Walk } from "./walk.ts";

const mostAlternatives = 12;

/**
 * The variables of a pipeline, a stage or a job together with those around it. Variables below `${{ if … }}` are
 * alternatives, since a pipeline takes those of one environment or those of another: each makes a way of its own.
 */
export function variablesIn(
  walk: Walk,
  file: PipelineFile,
  tree: Mapping,
  around: Surroundings,
): readonly PipelineVariables[] {
  const base = around.variables.with(tree, "azure");
  const written = child(tree, "variables");
  if (!written) return [base];
  const always = included(walk, file, written, base, around);
  const conditional = conditionsIn(written).filter(([condition]) => !isCertainlyFalse(condition, always));
  if (conditional.length < 2) return [always];
  return conditional.slice(0, mostAlternatives).map(([, inner]) => {
    const own = always.with(asVariables(inner, tree), "azure");
    return included(walk, file, inner, own, around);
  });
}

function conditionsIn(written: Tree): (readonly [string, Tree])[] {
  const mappings = written.form === "list" ? written.items : [written];
  return mappings.flatMap((item) => entriesOf(item).filter(([key]) => key.startsWith("${{")));
}

/** The variables of the templates that a list of variables names. */
function included(
  walk: Walk,
  file: PipelineFile,
  written: Tree,
  base: PipelineVariables,
  around: Surroundings,
): PipelineVariables {
  let variables = base;
  for (const item of itemsOf(written)) {
    const template = textOf(child(item, "template"));
    const used = template === undefined ? undefined : walk.include(template, file, around.depth, false);
    const root = used && asWritten(used).document.root;
    if (isMapping(root)) variables = variables.with(root, "azure");
  }
  return variables;
}

/** Variables as if a mapping held them under the key that pipelines use. */
function asVariables(inner: Tree, around: Mapping): Mapping {
  return { ...around, entries: new Map([["variables", { key: inner.at, value: inner }]]) };
}
