import type { Source } from "../../model/resource.ts";
import type { TerraformRun } from "../terraform-run.ts";
import type { Limits } from "./evaluate/limits.ts";

/** What the caller of the Terraform parser knows and the parser does not. */
export interface TerraformOptions {
  /** Whether any mapping reads a type; what none reads is only evaluated where something refers to it. */
  readonly isWanted?: (source: Source, type: string) => boolean;
  /** The versions of azurerm that data is known for, such as 3.117.1, 4.81.0 and 5.2.0. */
  readonly knownVersions?: readonly string[];
  /** The runs of Terraform that pipelines and scripts hold. */
  readonly runs?: readonly TerraformRun[];
  /** Bounds that differ from the usual ones. */
  readonly limits?: Partial<Limits>;
}
