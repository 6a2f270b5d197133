import type { Failure } from "../engine/report.ts";
import type { Kind } from "../model/kinds.ts";
import type { Language } from "../model/project.ts";
import type { Resource } from "../model/resource.ts";
import type { Column } from "./columns.ts";
import type { Objection } from "./objections.ts";
import type { Reading } from "./reading.ts";

/** The hardening tables of a project. */
export interface Comparison {
  /** The version of ml-lint. */
  readonly version: string;
  readonly tables: readonly Table[];
  /** How many roots hold nothing that is compared, or nothing that the filters leave. */
  readonly emptyRoots: number;
  readonly differencesOnly: boolean;
  /** What the rules that object say in general, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly failures: readonly Failure[];
}

/** One root, or several that stand side by side. */
export interface Table {
  readonly title: string;
  readonly language: Language;
  readonly roots: readonly string[];
  readonly columns: readonly Column[];
  readonly resources: readonly ComparedResource[];
  /** What keeps the table from being complete, in sentences. */
  readonly gaps: readonly string[];
}

export interface ComparedResource {
  readonly kind: Kind;
  readonly label: string;
  readonly type: string;
  /** In the first column that has it. */
  readonly address: string;
  /** By column; undefined where it does not exist. */
  readonly members: readonly (Resource | undefined)[];
  readonly rows: readonly Row[];
}

/**
 * Whether the columns agree: `open` is where one is known and another is not, `unknown` where none is known. A resource
 * that exists in one column only cannot differ.
 */
export type Sameness = "same" | "different" | "open" | "unknown";

export interface Row {
  readonly control: string;
  readonly label: string;
  readonly sameness: Sameness;
  /** One for each column. */
  readonly cells: readonly Cell[];
}

/** What a control says in one environment, and what rules say against it. */
export interface Cell {
  readonly state: Reading["state"] | "nonexistent" | "inapplicable";
  readonly text: string;
  readonly why?: string;
  readonly defaultOf?: string;
  readonly sensitive?: true;
  readonly objections: readonly Objection[];
  /** Absent for what does not exist in this environment. */
  readonly reading?: Reading;
}
