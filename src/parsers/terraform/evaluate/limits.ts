/** What bounds an evaluation, so that a hostile configuration ends with a message instead of a hang. */
export interface Limits {
  /** Expressions within each other, over all names that lead from one to the next. */
  readonly depth: number;
  /** Module calls within each other. */
  readonly modules: number;
  /** Instances of one block that count, for_each or dynamic make. */
  readonly instances: number;
  /** Instances of modules and resources in one root. */
  readonly blocks: number;
  /** Expressions evaluated, and elements of values built, in one root. */
  readonly steps: number;
  /** As many steps more for every instance of a block: large roots may take longer. */
  readonly stepsPerBlock: number;
}

export const defaultLimits: Limits = {
  depth: 1_000,
  modules: 32,
  instances: 10_000,
  blocks: 100_000,
  steps: 4_000_000,
  stepsPerBlock: 100,
};
