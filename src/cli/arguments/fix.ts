import type { Safety } from "../../engine/fix/change.ts";
import { UsageError } from "../failure.ts";
import type { OptionForm, Written } from "./options.ts";

/** What happens to findings that a fix can mend. */
export interface FixArguments {
  /** Which fixes are applied or shown; none where neither was asked for. */
  readonly safeties: readonly Safety[];
  /** Shows what would change, and writes nothing. */
  readonly diff: boolean;
}

export const fixForms: readonly OptionForm[] = [
  { name: "fix", value: "unsafe, or nothing", choices: ["unsafe"], optional: true },
  { name: "diff" },
];

/** Reads the options above. */
export function fixOf({ options }: Written): FixArguments {
  const [value] = options.get("fix") ?? [];
  if (value !== undefined && value !== "unsafe") {
    throw new UsageError(`The option --fix takes only the value unsafe, as in --fix=unsafe, not ${value}.`);
  }
  const diff = options.has("diff");
  if (!diff && !options.has("fix")) return { safeties: [], diff };
  if (options.has("fix") && options.has("write-baseline")) {
    throw new UsageError("The options --fix and --write-baseline contradict each other: fix first, then write it.");
  }
  return { safeties: value === "unsafe" ? ["safe", "unsafe"] : ["safe"], diff };
}
