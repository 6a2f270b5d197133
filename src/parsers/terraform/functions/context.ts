import type { ProjectFiles } from "../../../model/files.ts";
import type { Place } from "../../../model/place.ts";
import type { Outcome, TerraformValue } from "../values/value.ts";

/** What a function may need beside its arguments; one object serves all calls of a module. */
export interface CallContext {
  readonly files: ProjectFiles;
  /** The directory that relative paths start from, relative to the project root: that of the root module. */
  readonly directory: string;
  /** Evaluates a template for `templatefile` and `templatestring`; `file` is undefined where the text is a value. */
  readonly evaluateTemplate: (template: Template) => Outcome;
}

export interface Template {
  readonly text: string;
  /** The file that holds it, relative to the project root. */
  readonly file: string | undefined;
  readonly variables: ReadonlyMap<string, TerraformValue>;
  /** The call. */
  readonly at: Place;
}
