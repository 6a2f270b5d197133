import type { Level, Severity } from "../engine/level.ts";
import { type Preset, presets } from "../engine/preset.ts";
import { UsageError } from "./failure.ts";
import { type FixArguments, fixForms, fixOf } from "./fix-arguments.ts";
import { type NarrowArguments, narrowForms, narrowOf } from "./narrow-arguments.ts";
import { suggestion } from "./nearest.ts";
import { type CommandForm, type OptionForm, readOptions, type Written } from "./options.ts";
import { configFormats, type InitArguments, initForms, initOf, requireOnePath } from "./setup-arguments.ts";

export type Command =
  | LintArguments
  | { readonly name: "inspect"; readonly input: InputArguments; readonly view: ViewArguments<InspectFormat> }
  | { readonly name: "compare"; readonly input: InputArguments; readonly view: ViewArguments<CompareFormat> }
  | { readonly name: "explain"; readonly rule: string }
  | { readonly name: "rules"; readonly format: "pretty" | "json"; readonly find?: string }
  | { readonly name: "config"; readonly input: InputArguments; readonly format: (typeof configFormats)[number] }
  | { readonly name: "init"; readonly init: InitArguments }
  | { readonly name: "merge"; readonly paths: readonly string[]; readonly output: string | undefined }
  | { readonly name: "completion"; readonly shell: Shell }
  | { readonly name: "help" }
  | { readonly name: "version" };

export interface LintArguments {
  readonly name: "lint";
  readonly input: InputArguments;
  readonly output: OutputArguments;
  readonly narrow: NarrowArguments;
  readonly fix: FixArguments;
}

/** What is linted, and by which rules. */
export interface InputArguments {
  readonly paths: readonly string[];
  readonly environments: readonly string[];
  readonly config: string | undefined;
  readonly rules: ReadonlyMap<string, Severity>;
  readonly preset: Preset | undefined;
  /** YYYY-MM-DD; undefined: the current date. */
  readonly today: string | undefined;
  /** The whole project is analysed, whatever the paths. */
  readonly wholeProject?: boolean;
}

/** Which part of the model is shown, and how. */
export interface ViewArguments<Format> {
  readonly format: Format;
  readonly types: readonly string[];
  readonly addresses: readonly string[];
  /** Only what environments do not have in common. */
  readonly differences: boolean;
}

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

export const commandNames = [
  "explain",
  "rules",
  "inspect",
  "compare",
  "config",
  "init",
  "merge",
  "completion",
  "help",
] as const;

export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

const severities: readonly Severity[] = ["error", "warning", "note", "off"];
const thresholds: readonly OutputArguments["failOn"][] = ["error", "warning", "note", "never"];

const generalForms: readonly OptionForm[] = [
  { name: "help", short: "h" },
  { name: "version", short: "V" },
];

const inputForms: readonly OptionForm[] = [
  { name: "env", value: "the name of an environment", repeatable: true },
  { name: "config", value: "a file", choices: "file" },
  { name: "rule", value: "a rule and its severity, as in compute/public-ip=off", repeatable: true, choices: "rule" },
  { name: "preset", value: "the name of a preset", choices: presets },
  { name: "today", value: "a date, as in 2027-03-01" },
];

const formatForm: OptionForm = {
  ...{ name: "format", short: "f", value: "the name of a format" },
  ...{ repeatable: true, choices: formatNames },
};

const rulesForms: readonly OptionForm[] = [
  ...generalForms,
  { ...formatForm, value: "pretty or json", choices: ["pretty", "json"] },
  { name: "find", value: "a name or words, as in CKV_AZURE_137" },
];

/** The first one is the default. */
const inspectFormats = ["json", "pretty"] as const;
const compareFormats = ["pretty", "markdown", "json"] as const;

export type InspectFormat = (typeof inspectFormats)[number];
export type CompareFormat = (typeof compareFormats)[number];

const filterForms: readonly OptionForm[] = [
  { name: "type", value: "a kind or type, as in key-vault or azurerm_key_vault", repeatable: true },
  { name: "address", value: "an address, where * stands for any text", repeatable: true },
];

const inspectForms: readonly OptionForm[] = [
  ...generalForms,
  { ...formatForm, value: "json or pretty", choices: inspectFormats },
  ...inputForms,
  ...filterForms,
];

const compareForms: readonly OptionForm[] = [
  ...generalForms,
  { ...formatForm, value: "pretty, markdown or json", choices: compareFormats },
  ...inputForms,
  ...filterForms,
  { name: "differences" },
];

const mergeForms: readonly OptionForm[] = [
  ...generalForms,
  { name: "output", short: "o", value: "a file", choices: "file" },
];

const lintForms: readonly OptionForm[] = [
  ...generalForms,
  formatForm,
  ...inputForms,
  { name: "fail-on", value: "a level: error, warning, note or never", choices: thresholds },
  ...narrowForms,
  ...fixForms,
  { name: "show-suppressed" },
  { name: "undecided" },
  { name: "cross-check" },
];

const configForms: readonly OptionForm[] = [
  ...generalForms,
  { ...formatForm, value: "pretty or json", choices: configFormats },
  ...inputForms.filter(({ name }) => name !== "env" && name !== "today"),
];

/** What may follow each command, for the shells; `lint` is what stands for itself. */
export const commandForms: Readonly<Record<"lint" | (typeof commandNames)[number], CommandForm>> = {
  lint: { options: lintForms, words: "file" },
  explain: { options: generalForms, words: "rule" },
  rules: { options: rulesForms, words: [] },
  inspect: { options: inspectForms, words: "file" },
  compare: { options: compareForms, words: "file" },
  config: { options: configForms, words: "file" },
  init: { options: [...generalForms, ...initForms], words: "file" },
  merge: { options: mergeForms, words: "file" },
  completion: { options: generalForms, words: shells },
  help: { options: generalForms, words: "rule" },
};

/** Reads a command line; throws a {@link UsageError} that says what is wrong with it. */
export function readArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === "explain") return explainCommand(rest);
  if (first === "rules") return rulesCommand(rest);
  if (first === "inspect") return inspectCommand(rest);
  if (first === "compare") return compareCommand(rest);
  if (first === "config") return configCommand(rest);
  if (first === "init") return initCommand(rest);
  if (first === "merge") return mergeCommand(rest);
  if (first === "completion") return completionCommand(rest);
  if (first === "help") return helpCommand(rest);
  const written = readOptions(words, lintForms);
  const other = general(written);
  if (other) return other;
  const output = outputOf(written);
  return { name: "lint", input: inputOf(written), output, narrow: narrowOf(written), fix: fixOf(written) };
}

function general({ options }: Written): Command | undefined {
  if (options.has("help")) return { name: "help" };
  return options.has("version") ? { name: "version" } : undefined;
}

function helpCommand(words: readonly string[]): Command {
  const { paths } = readOptions(words, generalForms);
  return paths.length === 1 && paths[0]!.includes("/") ? { name: "explain", rule: paths[0]! } : { name: "help" };
}

function explainCommand(words: readonly string[]): Command {
  const written = readOptions(words, generalForms);
  const [rule, ...more] = written.paths;
  const other = general(written);
  if (other) return other;
  if (rule === undefined)
    throw new UsageError("The command explain needs a rule, as in ml-lint explain compute/public-ip.");
  if (more.length > 0) throw new UsageError("The command explain takes one rule.");
  return { name: "explain", rule };
}

function rulesCommand(words: readonly string[]): Command {
  const written = readOptions(words, rulesForms);
  const formats = written.options.get("format") ?? [];
  const format = formats.at(-1) ?? "pretty";
  if (format !== "pretty" && format !== "json") {
    throw new UsageError(`The command rules has no format ${format}: it prints pretty or json.`);
  }
  if (written.paths.length > 0) {
    throw new UsageError(`The command rules takes no path. To lint a folder of that name, write ml-lint ./rules.`);
  }
  const find = written.options.get("find")?.[0];
  return general(written) ?? { name: "rules", format, ...(find !== undefined && { find }) };
}

function inspectCommand(words: readonly string[]): Command {
  const written = readOptions(words, inspectForms);
  return general(written) ?? { name: "inspect", input: inputOf(written), view: viewOf(written, inspectFormats) };
}

function compareCommand(words: readonly string[]): Command {
  const written = readOptions(words, compareForms);
  return general(written) ?? { name: "compare", input: inputOf(written), view: viewOf(written, compareFormats) };
}

function viewOf<Format extends string>({ options }: Written, formats: readonly [Format, ...Format[]]) {
  const format = options.get("format")?.at(-1) ?? formats[0];
  return {
    format: oneOf(format, formats, "format"),
    types: options.get("type") ?? [],
    addresses: options.get("address") ?? [],
    differences: options.has("differences"),
  };
}

function configCommand(words: readonly string[]): Command {
  const written = readOptions(words, configForms);
  const other = general(written);
  if (other) return other;
  requireOnePath(written);
  const format = oneOf(written.options.get("format")?.at(-1) ?? "pretty", configFormats, "format");
  return { name: "config", input: inputOf(written), format };
}

function initCommand(words: readonly string[]): Command {
  const written = readOptions(words, [...generalForms, ...initForms]);
  return general(written) ?? { name: "init", init: initOf(written) };
}

function mergeCommand(words: readonly string[]): Command {
  const written = readOptions(words, mergeForms);
  const other = general(written);
  if (other) return other;
  const { paths, options } = written;
  if (paths.length === 0) throw new UsageError("The command merge needs SARIF files, as in ml-lint merge *.sarif.");
  return { name: "merge", paths, output: options.get("output")?.[0] };
}

function completionCommand(words: readonly string[]): Command {
  const written = readOptions(words, generalForms);
  const other = general(written);
  if (other) return other;
  const [shell, ...more] = written.paths;
  if (shell === undefined || more.length > 0) {
    throw new UsageError("The command completion needs one shell: bash, zsh or fish.");
  }
  return { name: "completion", shell: oneOf(shell, shells, "completion for") };
}

function inputOf({ options, paths }: Written): InputArguments {
  const today = options.get("today")?.[0];
  if (today !== undefined && !isDate(today)) {
    throw new UsageError(`The option --today needs a date, as in 2027-03-01, not ${today}.`);
  }
  return {
    paths,
    environments: options.get("env") ?? [],
    config: options.get("config")?.[0],
    rules: new Map((options.get("rule") ?? []).map(ruleSetting)),
    preset: presetIn(options.get("preset")?.[0]),
    today,
  };
}

function presetIn(text: string | undefined): Preset | undefined {
  return text === undefined ? undefined : oneOf(text, presets, "preset");
}

function ruleSetting(text: string): [rule: string, severity: Severity] {
  const equals = text.lastIndexOf("=");
  if (equals <= 0) {
    throw new UsageError(`The option --rule needs a rule and its severity, as in ${text || "compute/public-ip"}=off.`);
  }
  return [text.slice(0, equals), oneOf(text.slice(equals + 1), severities, "severity")];
}

function outputOf({ options }: Written): OutputArguments {
  const formats = (options.get("format") ?? []).map(formatChoice);
  const lineFormats: readonly FormatName[] = ["pretty", "concise", "github", "azure"];
  const shown = formats.filter((format) => format.file === undefined);
  const alone = shown.find((format) => !lineFormats.includes(format.name));
  if (alone && shown.length > 1) {
    throw new UsageError(
      `The format ${alone.name} cannot share standard output: give it a file, as in --format ${alone.name}=FILE.`,
    );
  }
  return {
    formats,
    failOn: oneOf(options.get("fail-on")?.[0] ?? "error", thresholds, "level"),
    undecided: options.has("undecided"),
    crossCheck: options.has("cross-check"),
    showSuppressed: options.has("show-suppressed"),
  };
}

function formatChoice(text: string): FormatChoice {
  const equals = text.indexOf("=");
  const name = oneOf(equals < 0 ? text : text.slice(0, equals), formatNames, "format");
  if (equals < 0) return { name, file: undefined };
  const file = text.slice(equals + 1);
  if (file === "") throw new UsageError(`The option --format ${text} names no file behind the equals sign.`);
  return { name, file: file === "-" ? undefined : file };
}

function oneOf<T extends string>(text: string, choices: readonly T[], what: string): T {
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  const near = suggestion(text, choices) || ` There are ${choices.slice(0, -1).join(", ")} and ${choices.at(-1)}.`;
  throw new UsageError(`There is no ${what} ${JSON.stringify(text)}.${near}`);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
