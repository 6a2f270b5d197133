import type { Environment } from "../../../model/environment.ts";
import type { Place } from "../../../model/place.ts";
import type { Declaration } from "../../../model/resource.ts";
import { deciding, type Entry, type Leaf, type Mapping, type Step, type Tree } from "../../../model/tree.ts";
import { toTree } from "../values/lower.ts";
import { type Origin, trailOf } from "../values/origin.ts";
import type { RootEvaluation } from "./root-evaluation.ts";
import { failedValidation, type VariableCell } from "./variable.ts";

const noSteps: readonly Step[] = [];

/** The variables of a root in one environment, as declarations that the rules of `environment/` read. */
export function declareVariables(root: RootEvaluation, environment: Environment, index: number): Declaration[] {
  const declarations: Declaration[] = [];
  for (const [name, syntax] of root.module.syntax.variables) {
    const cell = syntax.broken ? undefined : root.module.variable(name);
    if (!cell) continue;
    const { source, block } = syntax;
    const address = `var.${name}`;
    declarations.push({
      source: "terraform",
      type: "variable",
      versions: [],
      identity: { root: root.path, module: "", address, block: address },
      environment,
      existence: { certain: true },
      existing: false,
      at: source.place(block.from, block.to),
      header: cell.at,
      body: new VariableMapping(root, cell, index),
      calls: [],
    });
  }
  return declarations;
}

/**
 * A variable: `name`, `required` (it has no default), `sensitive`, `nullable`, `assigned` (something sets it in this
 * environment), `value`, and `failure`, a sentence, where its value does not fit its type or fails its validation.
 */
class VariableMapping implements Mapping {
  readonly form = "mapping";
  readonly trail = noSteps;
  readonly #root: RootEvaluation;
  readonly #cell: VariableCell;
  readonly #environment: number;
  #entries: ReadonlyMap<string, Entry> | undefined;

  constructor(root: RootEvaluation, cell: VariableCell, environment: number) {
    this.#root = root;
    this.#cell = cell;
    this.#environment = environment;
  }

  get at(): Place {
    return this.#cell.at;
  }

  get header(): Place {
    return this.#cell.at;
  }

  get entries(): ReadonlyMap<string, Entry> {
    this.#entries ??= this.#root.run.within(this.#environment, () => this.#collect());
    return this.#entries;
  }

  #collect(): Map<string, Entry> {
    const { declaration, at } = this.#cell;
    const { run, module } = this.#root;
    const { value, isAssigned, failure, failureAt } = this.#cell.read(run);
    const { syntax } = declaration;
    const flags: [string, string | boolean][] = [
      ["name", syntax.name],
      ["required", declaration.isRequired],
      ["sensitive", declaration.flag("sensitive", run)],
      ["nullable", declaration.flag("nullable", run)],
      ["assigned", isAssigned],
    ];
    const entries = new Map<string, Entry>(flags.map(([name, flag]) => [name, entry(at, leaf(flag, at))]));
    entries.set("value", entry(at, toTree(value)));
    const failed = failure ?? failedValidation(syntax, value, module.frame(syntax.source));
    if (failed !== undefined) entries.set("failure", entry(at, failureLeaf(failed, failureAt ?? value.origin)));
    return entries;
  }
}

/** The failure stands where the value is written: at the end of its trail. */
function failureLeaf(failure: string, origin: Origin): Leaf {
  const trail = trailOf(origin);
  return { form: "leaf", value: failure, at: deciding({ at: origin.at, trail }), trail };
}

export function entry(key: Place, value: Tree): Entry {
  return { key, value };
}

export function leaf(value: Leaf["value"], at: Place): Leaf {
  return { form: "leaf", value, at, trail: noSteps };
}
