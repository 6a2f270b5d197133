import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Failure, Report } from "../../engine/report.ts";
import { type ProjectFiles, Texts } from "../../model/files.ts";
import { untoldFailures } from "../../report/failures.ts";
import type { FormatOptions } from "../../report/format.ts";
import { verdict } from "../../report/summary.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import { asciiMarks, plainStyle, unicodeMarks } from "../../report/text/style.ts";
import { enumerate } from "../../report/text/wording.ts";
import { version } from "../../version.ts";
import type { LintArguments } from "../arguments/commands.ts";
import type { InputArguments } from "../arguments/input.ts";
import type { FormatChoice, FormatName, OutputArguments } from "../arguments/output.ts";
import { optimizeLate } from "../compiler.ts";
import { requireEnvironments } from "../environments.ts";
import { exitCodeOf } from "../exit-code.ts";
import { Refusal } from "../failure.ts";
import { unreadable } from "../files/unreadable.ts";
import { withFixes } from "../fix/fixes.ts";
import { findInput, type Input } from "../input.ts";
import { narrowReport } from "../narrow/narrow-command.ts";
import { styleOf, terminalOf } from "../terminal.ts";
import { loadFormat } from "./formats.ts";

/** The formats whose readers are people, or runners that read along. */
const lineFormats: readonly FormatName[] = ["pretty", "concise", "github", "azure"];

/** Lints, reports in every format asked for, and returns the exit code. */
export async function lintCommand(
  given: InputArguments,
  output: OutputArguments,
  { narrow: narrowing, fix }: Pick<LintArguments, "narrow" | "fix">,
): Promise<number> {
  const input = await findInput({ ...given, wholeProject: narrowing.focus }, process.cwd());
  const linted = input.paths.length === 0 ? emptyReport(input) : await lintInput(input, given.environments);
  const disagreements = output.crossCheck ? await crossChecked(input, linted) : [];
  const whole = { ...linted, failures: [...linted.failures, ...unreadable(input.files), ...disagreements] };
  await requireEnvironments(given.environments, { ...whole, paths: input.paths });
  const relint = (files: ProjectFiles, paths: readonly string[]) =>
    lintInput({ ...input, files, paths }, given.environments);
  const narrow = (wide: Report) => narrowReport(wide, input, given, narrowing, relint);
  const asked = output.formats.length === 0 ? usualFormats(process.env) : output.formats;
  const formats = fix.diff ? asked.filter((format) => format.file !== undefined) : asked;
  const report = await withFixes(await narrow(whole), formats, fix, {
    input: { ...input, environments: given.environments },
    judge: async (files) => narrow(await relint(files, input.paths)),
    onePass: narrowing.changedSince !== undefined,
  });
  for (const format of formats) await show(format, report, input, output);
  const shown = formats.filter((format) => format.file === undefined);
  if (shown.length === 0 && formats.length > 0) sayWhatWasWritten(formats, report);
  if (!shown.some((format) => format.name === "pretty")) {
    nameFailures(shown.some((format) => lineFormats.includes(format.name)) ? untoldFailures(report) : report.failures);
  }
  return exitCodeOf(report, output.failOn);
}

type LintedInput = Omit<Input, "files"> & { readonly files: ProjectFiles };

/** What lints is loaded only when there is something to lint. */
export async function lintInput(input: LintedInput, environments: readonly string[]): Promise<Report> {
  await optimizeLate();
  const [{ lint }, { rules }] = await Promise.all([import("../../lint.ts"), import("../../../rules/index.ts")]);
  return lint({ ...input, environments, rules, version });
}

async function crossChecked(input: Input, { texts }: Report): Promise<Failure[]> {
  const { crossCheckFiles } = await import("./cross-check.ts");
  return crossCheckFiles(input.paths, texts);
}

export function emptyReport({ files }: Input): Report {
  return {
    version,
    findings: [],
    suppressed: [],
    undecided: [],
    roots: [],
    files: new Map(),
    counts: { error: 0, warning: 0, note: 0 },
    rules: new Map(),
    failures: [],
    texts: new Texts(files),
  };
}

/** People read along everywhere; the runners of GitHub and Azure also take annotations. */
function usualFormats(variables: NodeJS.ProcessEnv): FormatChoice[] {
  const pretty: FormatChoice = { name: "pretty", file: undefined };
  if (variables.GITHUB_ACTIONS === "true") return [pretty, { name: "github", file: undefined }];
  if (variables.TF_BUILD === "True") return [pretty, { name: "azure", file: undefined }];
  return [pretty];
}

/** Writes a report in one format to where that is asked for. */
export async function show(choice: FormatChoice, report: Report, input: Input, output: OutputArguments): Promise<void> {
  const text = await formatted(choice, report, await formatOptions(choice, input, output));
  if (choice.file === undefined) process.stdout.write(text);
  else writeReport(choice.file, text);
}

/** SARIF is fitted to what GitHub takes; what is left out is said here, too. */
async function formatted({ name }: FormatChoice, report: Report, options: FormatOptions): Promise<string> {
  if (name !== "sarif") return (await loadFormat(name))(report, options);
  const { formatFittingSarif } = await import("./sarif-size.ts");
  const { text, sentences } = formatFittingSarif(report, options);
  for (const sentence of sentences) process.stderr.write(`SARIF: ${sentence}\n`);
  return text;
}

async function formatOptions(choice: FormatChoice, input: Input, output: OutputArguments): Promise<FormatOptions> {
  const isShown = choice.file === undefined && choice.name === "pretty";
  const terminal = terminalOf(isShown ? process.stdout : {}, process.env);
  const style = isShown ? await styleOf(terminal) : plainStyle(terminal.isUnicode ? unicodeMarks : asciiMarks);
  const { width, codeWidth } = terminal;
  const { undecided, showSuppressed } = output;
  const usual = { style, width, codeWidth, undecided, showSuppressed, page: () => undefined, scope: input.scope };
  if (choice.name !== "sarif") return usual;
  const { page } = await import("../../../rules/pages.ts");
  const { peersByRule } = await import("../../../data/peers.ts");
  const { provenanceOf } = await import("../git/provenance.ts");
  return { ...usual, page, peers: peersByRule, provenance: provenanceOf(input.files.root) };
}

const whyNotWritten: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EROFS: "the disk is read-only",
  EISDIR: "it is a folder",
  EEXIST: "a part of its path is a file",
  ENOTDIR: "a part of its path is a file",
};

function writeReport(file: string, text: string): void {
  const full = resolve(file);
  try {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = (code && whyNotWritten[code]) ?? `the system says ${code}`;
    throw new Refusal(`The report ${file} cannot be written: ${why}.`);
  }
}

function nameFailures(failures: readonly Failure[]): void {
  for (const { message } of failures) process.stderr.write(`failed: ${harmlessInLog(message)}\n`);
}

function sayWhatWasWritten(formats: readonly FormatChoice[], report: Report): void {
  const files = formats.flatMap((format) => format.file ?? []);
  const found = verdict(report, { style: plainStyle(asciiMarks) });
  process.stdout.write(`${found} Wrote ${enumerate(files.map(harmlessInLog))}.\n`);
}
