import type { Place } from "../../model/place.ts";

/** The way to an entry of a configuration: keys and indices. */
export type EntryPath = readonly (string | number)[];

/** Where a configuration is written, for what has to be said about its entries. */
export interface ConfigurationSource {
  /** The folder to which its patterns are relative; itself relative to the project root, "" being the root. */
  readonly base: string;
  /** Where an entry stands; the innermost there is, where the configuration does not hold it. */
  place(path: EntryPath): Place;
  /** The run looks at everything of which the configuration may speak: what matches nothing is superfluous. */
  readonly isWhole: boolean;
  /** The entries that found nothing to do before linting began. */
  readonly idle: readonly EntryPath[];
}

const beginning = { line: 1, column: 1 };

/** A configuration that is written in no file we know. */
export const unwritten: ConfigurationSource = {
  base: "",
  place: () => ({ file: "ml-lint.yaml", start: beginning, end: beginning }),
  isWhole: false,
  idle: [],
};
