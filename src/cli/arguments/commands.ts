import { UsageError } from "../failure.ts";
import { oneOf } from "./choice.ts";
import { type FixArguments, fixForms, fixOf } from "./fix.ts";
import { type InitArguments, initForms, initOf } from "./init.ts";
import { type InputArguments, inputForms, inputOf } from "./input.ts";
import { type NarrowArguments, narrowForms, narrowOf } from "./narrow.ts";
import { type CommandForm, type OptionForm, readOptions, type Written } from "./options.ts";
import { detailForms, failOnForm, formatForm, type OutputArguments, outputOf } from "./output.ts";
import * as view from "./view.ts";

export type Command =
  | LintArguments
  | { readonly name: "inspect"; readonly input: InputArguments; readonly view: view.ViewArguments<view.InspectFormat> }
  | { readonly name: "compare"; readonly input: InputArguments; readonly view: view.ViewArguments<view.CompareFormat> }
  | { readonly name: "explain"; readonly rule: string }
  | { readonly name: "rules"; readonly format: view.ListFormat; readonly find?: string }
  | { readonly name: "config"; readonly input: InputArguments; readonly format: view.ListFormat }
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

type CommandName = (typeof commandNames)[number];

export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

/** What may follow a command, and what is made of it. */
interface CommandReader extends CommandForm {
  readonly read: (written: Written) => Command;
}

const generalForms: readonly OptionForm[] = [
  { name: "help", short: "h" },
  { name: "version", short: "V" },
];

/** The commands with a name, and `lint`, which stands for itself. */
const readers: Readonly<Record<"lint" | CommandName, CommandReader>> = {
  lint: {
    options: [...generalForms, formatForm, ...inputForms, failOnForm, ...narrowForms, ...fixForms, ...detailForms],
    words: "file",
    read: (written) => ({
      name: "lint",
      input: inputOf(written),
      output: outputOf(written),
      narrow: narrowOf(written),
      fix: fixOf(written),
    }),
  },
  explain: { options: generalForms, words: "rule", read: readExplain },
  rules: {
    options: [
      ...generalForms,
      view.formatFormOf(view.listFormats),
      { name: "find", value: "a name or words, as in CKV_AZURE_137" },
    ],
    words: [],
    read: readRules,
  },
  inspect: {
    options: [...generalForms, view.formatFormOf(view.inspectFormats), ...inputForms, ...view.filterForms],
    words: "file",
    read: (written) => ({
      name: "inspect",
      input: inputOf(written),
      view: view.viewOf(written, view.inspectFormats),
    }),
  },
  compare: {
    options: [
      ...generalForms,
      view.formatFormOf(view.compareFormats),
      ...inputForms,
      ...view.filterForms,
      { name: "differences" },
    ],
    words: "file",
    read: (written) => ({
      name: "compare",
      input: inputOf(written),
      view: view.viewOf(written, view.compareFormats),
    }),
  },
  config: {
    options: [
      ...generalForms,
      view.formatFormOf(view.listFormats),
      ...inputForms.filter(({ name }) => name !== "env" && name !== "today"),
    ],
    words: "file",
    read: readConfig,
  },
  init: {
    options: [...generalForms, ...initForms],
    words: "file",
    read: (written) => ({ name: "init", init: initOf(written) }),
  },
  merge: {
    options: [...generalForms, { name: "output", short: "o", value: "a file", choices: "file" }],
    words: "file",
    read: readMerge,
  },
  completion: { options: generalForms, words: shells, read: readCompletion },
  help: { options: generalForms, words: "rule", read: readHelp },
};

/** What may follow each command, for the shells. */
export const commandForms: Readonly<Record<"lint" | CommandName, CommandForm>> = readers;

/** Reads a command line; throws a {@link UsageError} that says what is wrong with it. */
export function readArguments(words: readonly string[]): Command {
  const name = commandNames.find((candidate) => candidate === words[0]);
  const { options, read } = readers[name ?? "lint"];
  const written = readOptions(name === undefined ? words : words.slice(1), options);
  if (written.options.has("help")) return { name: "help" };
  return written.options.has("version") ? { name: "version" } : read(written);
}

function readHelp({ paths }: Written): Command {
  return paths.length === 1 && paths[0]!.includes("/") ? { name: "explain", rule: paths[0]! } : { name: "help" };
}

function readExplain({ paths: [rule, ...more] }: Written): Command {
  if (rule === undefined) {
    throw new UsageError("The command explain needs a rule, as in ml-lint explain compute/public-ip.");
  }
  if (more.length > 0) throw new UsageError("The command explain takes one rule.");
  return { name: "explain", rule };
}

function readRules(written: Written): Command {
  const format = view.formatIn(written, view.listFormats);
  if (written.paths.length > 0) {
    throw new UsageError(`The command rules takes no path. To lint a folder of that name, write ml-lint ./rules.`);
  }
  const find = written.options.get("find")?.[0];
  return { name: "rules", format, ...(find !== undefined && { find }) };
}

function readConfig(written: Written): Command {
  if (written.paths.length > 1) throw new UsageError("The command config takes one file or folder.");
  return { name: "config", input: inputOf(written), format: view.formatIn(written, view.listFormats) };
}

function readMerge({ paths, options }: Written): Command {
  if (paths.length === 0) throw new UsageError("The command merge needs SARIF files, as in ml-lint merge *.sarif.");
  return { name: "merge", paths, output: options.get("output")?.[0] };
}

function readCompletion({ paths: [shell, ...more] }: Written): Command {
  if (shell === undefined || more.length > 0) {
    throw new UsageError("The command completion needs one shell: bash, zsh or fish.");
  }
  return { name: "completion", shell: oneOf(shell, shells, "completion for") };
}
