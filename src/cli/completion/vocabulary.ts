import type { OptionForm } from "../arguments/options.ts";

/** What a shell can complete: written once for all shells. */
export interface Vocabulary {
  readonly commands: readonly CommandWords[];
  /** The ids of all rules. */
  readonly rules: readonly string[];
  readonly severities: readonly string[];
}

export interface CommandWords {
  /** Empty for linting, which has no name of its own. */
  readonly name: string;
  readonly says: string;
  readonly options: readonly (OptionForm & { readonly says: string })[];
  readonly words: readonly string[] | "file" | "rule";
}
