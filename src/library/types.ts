import type { Configuration } from "../../schemas/types/configuration.generated.ts";

/** Files in memory by their paths, or something that reads them. Paths are relative to the project root, with `/`. */
export type Files = Readonly<Record<string, string>> | ReadonlyMap<string, string> | FileReader;

/** Reads files when they are asked for: from an editor's buffers, an archive, a service. */
export interface FileReader {
  /** The files to lint. Others are read where these name them: a module, a settings file. */
  readonly paths: readonly string[];
  /** The text of a file without its byte order mark, or undefined where there is no such file. */
  read(path: string): string | undefined;
  /** The names in a folder; a folder's name ends with `/`. Empty where there is no such folder. */
  list(directory: string): readonly string[];
  /** The bytes of a file, for the functions of Terraform that hash or encode it; default: its text in UTF-8. */
  readBytes?(path: string): Uint8Array | undefined;
}

/** How to lint. */
export interface LintOptions {
  /** What `ml-lint.yaml` would say; its paths are relative to the project root. */
  readonly configuration?: Configuration;
  /** Only these environments, by name; all when empty. */
  readonly environments?: readonly string[];
  /** The date for rules about dates, YYYY-MM-DD; default: today. */
  readonly today?: string;
}

/** One rule, as `ml-lint rules --format json` lists it. */
export interface RuleSummary {
  readonly id: string;
  /** What is wrong. */
  readonly title: string;
  readonly severity: Readonly<Record<"production" | "non-production" | "unclassified", RuleSeverity>>;
  /** The languages in which the rule finds something. */
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  /** The address of its page. */
  readonly page: string;
}

export type RuleSeverity = "error" | "warning" | "note" | "off";
