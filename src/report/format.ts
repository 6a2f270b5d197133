import type { Report } from "../engine/report.ts";
import type { SarifLimits } from "./sarif/limits.ts";
import type { Style } from "./text/style.ts";

/** Turns a report into the text of one output format; the text ends with a line break unless it is empty. */
export type Format = (report: Report, options: FormatOptions) => string;

export interface FormatOptions {
  readonly style: Style;
  /** Columns for sentences. */
  readonly width: number;
  /** Columns for lines of code, which are cut around the value instead of being wrapped. */
  readonly codeWidth: number;
  /** Also list what could not be decided. */
  readonly undecided: boolean;
  /** Also list what comments, the configuration and a baseline leave out. */
  readonly showSuppressed?: boolean;
  /** How much a SARIF file may hold, if not as much as GitHub takes. */
  readonly sarifLimits?: SarifLimits | undefined;
  /** A rule's page as Markdown. */
  readonly page: (rule: string) => string | undefined;
  /** What other tools call a rule. */
  readonly peers?: (rule: string) => readonly Peer[];
  /** Which version of the code was linted. */
  readonly provenance?: Provenance | undefined;
  /** What was searched for something to lint. */
  readonly scope: Scope;
}

/** A check of another tool, and how it relates to a rule of ours. */
export interface Peer {
  readonly tool: string;
  readonly id: string;
  readonly alias?: string;
  readonly link: "same" | "part" | "opposite";
}

export interface Scope {
  /** The paths as given. */
  readonly paths: readonly string[];
  /** How many files of the right kinds of name were found there. */
  readonly files: number;
  /** Only these environments; all when empty. */
  readonly environments: readonly string[];
  /** The sources that the configuration switches off. */
  readonly off?: readonly string[];
}

/** A commit of a repository, in the words of SARIF. */
export interface Provenance {
  readonly repositoryUri: string;
  readonly revisionId?: string;
  readonly branch?: string;
}
