import type { Texts } from "../model/files.ts";
import type { SourceText } from "../model/place.ts";
import type { Comment, Language, Problem, Root } from "../model/project.ts";
import type { Declaration } from "../model/resource.ts";

/** What a parser is handed: the files it may read and the ones it was asked to lint. */
export interface ParserInput {
  readonly texts: Texts;
  /** The paths to lint, relative to the project root, sorted. */
  readonly paths: readonly string[];
  /** Only these environments, by name; all when empty. */
  readonly environments: readonly string[];
  /** Reads resources of every type, also those that no rule looks at, and keeps what is declared. */
  readonly allTypes?: true;
}

/** What a parser makes of its files. Declarations of one root come in the order in which they are written. */
export interface ParserResult {
  readonly roots: readonly Root[];
  readonly declarations: readonly Declaration[];
  /** Grows while bodies are evaluated by need: read it after the rules ran. */
  readonly problems: readonly Problem[];
  readonly directives: readonly Directive[];
  readonly files: ReadonlyMap<Language, number>;
  /** Texts inside files that another parser reads: commands in `local-exec`, deployment scripts. */
  readonly embedded: readonly EmbeddedScript[];
}

export type Directive = Comment;

/** A script that stands inside another file. */
export interface EmbeddedScript {
  readonly shell: "bash" | "powershell";
  readonly text: SourceText;
  readonly environment: string | undefined;
}
