import { UsageError } from "./failure.ts";
import type { OptionForm, Written } from "./options.ts";

/** What `ml-lint init` writes, and where. */
export interface InitArguments {
  /** Undefined: the working directory. */
  readonly folder: string | undefined;
  readonly hook: boolean;
  readonly workflow: boolean;
}

export const initForms: readonly OptionForm[] = [{ name: "hook" }, { name: "workflow" }];

export function initOf({ options, paths }: Written): InitArguments {
  if (paths.length > 1) throw new UsageError("The command init takes one folder.");
  return { folder: paths[0], hook: options.has("hook"), workflow: options.has("workflow") };
}

export const configFormats = ["pretty", "json"] as const;

export function requireOnePath({ paths }: Written): void {
  if (paths.length > 1) throw new UsageError("The command config takes one file or folder.");
}
