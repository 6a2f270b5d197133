import { UsageError } from "../failure.ts";
import type { OptionForm, Written } from "./options.ts";

/** What `ml-lint init` writes, and where. */
export interface InitArguments {
  /** Undefined: the working directory. */
  readonly folder: string | undefined;
  readonly hook: boolean;
  readonly workflow: boolean;
}

export const initForms: readonly OptionForm[] = [{ name: "hook" }, { name: "workflow" }];

/** Reads the options above. */
export function initOf({ options, paths }: Written): InitArguments {
  if (paths.length > 1) throw new UsageError("The command init takes one folder.");
  return { folder: paths[0], hook: options.has("hook"), workflow: options.has("workflow") };
}
