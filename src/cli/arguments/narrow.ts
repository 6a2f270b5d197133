import { UsageError } from "../failure.ts";
import type { OptionForm, Written } from "./options.ts";

/** Which of the findings are reported. */
export interface NarrowArguments {
  /** Only findings that touch what has changed since this revision. */
  readonly changedSince: string | undefined;
  /** The paths choose what is reported, and the whole project is analysed. */
  readonly focus: boolean;
  /** Undefined: the usual one, if it is there; false: none. */
  readonly baseline: string | false | undefined;
  /** Write what is found as known; a name, or undefined for the usual one. */
  readonly writeBaseline: { readonly file: string | undefined } | undefined;
}

export const narrowForms: readonly OptionForm[] = [
  { name: "changed-since", value: "a revision, as in origin/main" },
  { name: "focus" },
  { name: "baseline", value: "a file", choices: "file" },
  { name: "no-baseline" },
  { name: "write-baseline", value: "a file", choices: "file", optional: true },
];

/** Reads the options above. */
export function narrowOf({ options, paths }: Written): NarrowArguments {
  const given = options.get("write-baseline");
  const changedSince = options.get("changed-since")?.[0];
  const focus = options.has("focus");
  const file = options.get("baseline")?.[0];
  if (focus && paths.length === 0) throw new UsageError("The option --focus needs the paths to report on.");
  if (file !== undefined && options.has("no-baseline")) {
    throw new UsageError("The options --baseline and --no-baseline contradict each other.");
  }
  if (given && (focus || changedSince !== undefined)) {
    const other = focus ? "--focus" : "--changed-since";
    throw new UsageError(
      `The options --write-baseline and ${other} contradict each other: a baseline lists everything.`,
    );
  }
  return {
    changedSince,
    focus,
    baseline: options.has("no-baseline") ? false : file,
    writeBaseline: given && { file: given[0] ?? file },
  };
}
