import type { Environment } from "./environment.ts";
import type { Place } from "./place.ts";
import type { Declaration, Resource } from "./resource.ts";
import type { Step } from "./tree.ts";

/** Everything the parsers found, for every environment. */
export interface Project {
  readonly roots: readonly Root[];
  /** The resources of all environments, in the order of their places. */
  readonly resources: readonly Resource[];
  /** Everything that is declared, whether a rule looks at it or not; only where that was asked for. */
  readonly declarations?: readonly Declaration[];
  /** What the parsers could not read, resolve or finish. May grow while attributes are computed. */
  readonly problems: readonly Problem[];
  /** What went wrong in us while reading, as clauses: the rest was read. */
  readonly defects: readonly string[];
  /** Comments that speak to ml-lint. */
  readonly comments: readonly Comment[];
  /** How many files of each language were linted. */
  readonly files: ReadonlyMap<Language, number>;
}

/** A comment that speaks to ml-lint, with what it stands above or beside. */
export interface Comment {
  readonly at: Place;
  /** Without its marker. */
  readonly text: string;
  /** Findings whose place starts here are meant; for a module call also those made through the call. */
  readonly covers: Place;
}

export type Language = "terraform" | "arm" | "plan" | "commands" | "settings" | "kubernetes" | "azureml";

/** A root module, a template with its parameter files, or a file that stands alone. */
export interface Root {
  readonly path: string;
  readonly language: Language;
  readonly environments: readonly Environment[];
  /** Of Terraform: where its files lie, and those of its modules and variables. */
  readonly directories?: ReadonlySet<string>;
  /** What of it could not be read, as sentences: a module that is not on disk may declare anything. */
  readonly unread?: readonly string[];
}

/** A defect of the input that the parsers themselves report, under a rule of `project/` or `environment/`. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly help?: string;
  readonly at: Place;
  readonly trail?: readonly Step[];
  /** The language decides whether a syntax error costs the exit code. */
  readonly language: Language;
  /** Empty: it concerns every environment. */
  readonly environments: readonly Environment[];
}
