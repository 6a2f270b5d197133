import type { Place } from "../model/place.ts";
import type { Piece, Step } from "../model/tree.ts";

/** One `terraform plan` or `terraform apply` that a pipeline or a script runs, as far as it can be read. */
export interface TerraformRun {
  /** Where the command stands. */
  readonly at: Place;
  /** The directories it may run in, relative to the project root: where it starts is not always known. */
  readonly directories: readonly string[];
  /** The environment that its job names. */
  readonly job: string | undefined;
  /** The environment that its stage or its path speaks of. */
  readonly hint: string | undefined;
  /** What the environment of the process sets: `TF_VAR_name`. */
  readonly exported: readonly GivenVariable[];
  /** `-var` and `-var-file`, in the order in which they are written. */
  readonly options: readonly (GivenVariable | GivenFile)[];
  /** It has options that only the run tells. */
  readonly isIncomplete: boolean;
}

/** A variable that a command gives to Terraform. */
export interface GivenVariable {
  readonly form: "variable";
  readonly name: string;
  /** `-var`, or the name in the environment of the process. */
  readonly means: string;
  readonly at: Place;
  /** From where it is given down to the literal that decides. */
  readonly trail: readonly Step[];
  /** Literal pieces and holes; wholly known when there are no holes. */
  readonly pieces: readonly Piece[];
  /** Why it is not wholly known. */
  readonly why: string | undefined;
}

export interface GivenFile {
  readonly form: "file";
  /** The path as written: relative to the directory of the run, or, with `base`, to one of the places it may start from. */
  readonly pieces: readonly Piece[];
  readonly fromBase: boolean;
}
