import type { Level } from "../../engine/level.ts";
import { UsageError } from "../failure.ts";
import { oneOf } from "./choice.ts";
import type { OptionForm, Written } from "./options.ts";

/** What is shown where, and from which level on the command fails. */
export interface OutputArguments {
  /** Empty: the default. */
  readonly formats: readonly FormatChoice[];
  readonly failOn: Level | "never";
  readonly undecided: boolean;
  /** Also ask the reference grammar how it reads Terraform. */
  readonly crossCheck: boolean;
  /** Also list what comments, the configuration and a baseline leave out. */
  readonly showSuppressed: boolean;
}

export interface FormatChoice {
  readonly name: FormatName;
  /** Undefined: standard output. */
  readonly file: string | undefined;
}

export const formatNames = [
  ...(["pretty", "concise", "json", "sarif", "github", "azure", "gitlab", "junit", "markdown"] as const),
] as const;

export type FormatName = (typeof formatNames)[number];

const thresholds: readonly OutputArguments["failOn"][] = ["error", "warning", "note", "never"];

export const formatForm: OptionForm = {
  ...{ name: "format", short: "f", value: "the name of a format" },
  ...{ repeatable: true, choices: formatNames },
};

export const failOnForm: OptionForm = {
  name: "fail-on",
  value: "a level: error, warning, note or never",
  choices: thresholds,
};

export const detailForms: readonly OptionForm[] = [
  { name: "show-suppressed" },
  { name: "undecided" },
  { name: "cross-check" },
];

/** Reads the options above. */
export function outputOf({ options }: Written): OutputArguments {
  const formats = (options.get("format") ?? []).map(formatChoice);
  refuseSharedOutput(formats);
  return {
    formats,
    failOn: oneOf(options.get("fail-on")?.[0] ?? "error", thresholds, "level"),
    undecided: options.has("undecided"),
    crossCheck: options.has("cross-check"),
    showSuppressed: options.has("show-suppressed"),
  };
}

function refuseSharedOutput(formats: readonly FormatChoice[]): void {
  const lineFormats: readonly FormatName[] = ["pretty", "concise", "github", "azure"];
  const shown = formats.filter((format) => format.file === undefined);
  const alone = shown.find((format) => !lineFormats.includes(format.name));
  if (alone === undefined || shown.length === 1) return;
  throw new UsageError(
    `The format ${alone.name} cannot share standard output: give it a file, as in --format ${alone.name}=FILE.`,
  );
}

function formatChoice(text: string): FormatChoice {
  const equals = text.indexOf("=");
  const name = oneOf(equals < 0 ? text : text.slice(0, equals), formatNames, "format");
  if (equals < 0) return { name, file: undefined };
  const file = text.slice(equals + 1);
  if (file === "") throw new UsageError(`The option --format ${text} names no file behind the equals sign.`);
  return { name, file: file === "-" ? undefined : file };
}
