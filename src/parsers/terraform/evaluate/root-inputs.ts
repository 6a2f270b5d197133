import type { Run } from "./run.ts";
import type { Input, Inputs } from "./variable.ts";

/** A variable that a file, or a command in a pipeline, sets. */
export interface Assignment {
  readonly name: string;
  readonly input: (run: Run) => Input;
}

/** The last assignment of each variable in one environment. */
export type Assignments = ReadonlyMap<string, Assignment>;

/** Masks are numbers of 32 bits; variables beyond that share a bit. */
const bits = 30;

/** The variables that do not have the same assignment in all environments, each with a bit. */
export function varyingVariables(environments: readonly Assignments[]): ReadonlyMap<string, number> {
  const names = new Set(environments.flatMap((assignments) => [...assignments.keys()]));
  const varying = new Map<string, number>();
  for (const name of names) {
    const first = environments[0]!.get(name);
    const differs = environments.some((assignments) => assignments.get(name) !== first);
    if (differs) varying.set(name, 1 << (varying.size % bits));
  }
  return varying;
}

/** For each pair of environments, the bits of the variables that differ between them. */
export function differencesBetween(
  environments: readonly Assignments[],
  varying: ReadonlyMap<string, number>,
): number[][] {
  return environments.map((one) =>
    environments.map((other) => {
      let mask = 0;
      for (const [name, bit] of varying) if (one.get(name) !== other.get(name)) mask |= bit;
      return mask;
    }),
  );
}

/** What sets the variables of a root in each of its environments. */
export class RootInputs implements Inputs {
  readonly token: string;
  readonly #environments: readonly Assignments[];
  readonly #varying: ReadonlyMap<string, number>;
  readonly #inputs = new Map<Assignment, Input>();

  constructor(root: string, environments: readonly Assignments[], varying: ReadonlyMap<string, number>) {
    this.token = `${root}|`;
    this.#environments = environments;
    this.#varying = varying;
  }

  inputOf(name: string, run: Run): Input | undefined {
    run.mask |= this.#varying.get(name) ?? 0;
    const assignment = this.#environments[run.environment]?.get(name);
    if (!assignment) return undefined;
    let input = this.#inputs.get(assignment);
    if (!input) {
      input = assignment.input(run);
      this.#inputs.set(assignment, input);
    }
    return input;
  }
}
