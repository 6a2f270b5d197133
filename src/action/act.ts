import { appendFileSync } from "node:fs";
import { error, setOutput, warning } from "@actions/core";
import type { NarrowArguments } from "../cli/arguments/narrow.ts";
import { requireEnvironments } from "../cli/environments.ts";
import { exitCodeOf, exitCodes } from "../cli/exit-code.ts";
import { Refusal } from "../cli/failure.ts";
import { unreadable } from "../cli/files/unreadable.ts";
import { findInput, type Input } from "../cli/input.ts";
import { emptyReport, lintInput, show } from "../cli/lint/lint-command.ts";
import { narrowReport } from "../cli/narrow/narrow-command.ts";
import type { Report } from "../engine/report.ts";
import { harmless, harmlessInLog } from "../report/text/harmless.ts";
import { annotateFailures, leftSentence } from "./annotations.ts";
import { baseOf, type Difference, differenceFrom, readPayload } from "./base.ts";
import { type ActionInputs, readInputs } from "./inputs.ts";
import { webOf } from "./links.ts";
import { summaryOf } from "./summary.ts";

/** Lints as a step of a workflow, and returns the exit code. */
export async function act(): Promise<number> {
  try {
    return await lintAndReport(readInputs());
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    error(refusal.message.split("\n").map(harmless).join("\n"), { title: "ml-lint" });
    return exitCodes.findings;
  }
}

async function lintAndReport(inputs: ActionInputs): Promise<number> {
  const { command, sarifFile } = inputs;
  const input = await findInput(command.input, process.cwd());
  const base = baseOf(readPayload(process.env.GITHUB_EVENT_PATH));
  const difference = differenceFrom(base, input.files.root);
  const isNarrow = inputs.changedOnly === "true" || (inputs.changedOnly === "auto" && base?.isOfPullRequest === true);
  if (isNarrow && "why" in difference) warning(`${harmless(difference.why)} Everything is reported.`);
  const since = isNarrow && "commit" in difference ? difference.commit : undefined;
  const { all, report } = await lintNarrowed(input, inputs, since);
  await show({ name: "pretty", file: undefined }, report, input, command.output);
  await show({ name: "sarif", file: sarifFile }, all, input, command.output);
  if (inputs.annotations) await annotate(report, input, inputs, difference);
  if (inputs.summary) summarize(report);
  setOutputs(report, sarifFile);
  return exitCodeOf(report, command.output.failOn) === exitCodes.fine ? 0 : 1;
}

/** All that a baseline does not know, and what of it is reported. */
async function lintNarrowed(input: Input, { command }: ActionInputs, since: string | undefined) {
  const { input: given, narrow } = command;
  const linted = input.paths.length === 0 ? emptyReport(input) : await lintInput(input, given.environments);
  const whole = { ...linted, failures: [...linted.failures, ...unreadable(input.files)] };
  await requireEnvironments(given.environments, { ...whole, paths: input.paths });
  const narrowed = (report: Report, by: NarrowArguments) =>
    narrowReport(report, input, given, by, (files, paths) => lintInput({ ...input, files, paths }, given.environments));
  const all = await narrowed(whole, narrow);
  if (since === undefined) return { all, report: all };
  return { all, report: await narrowed(all, { ...narrow, baseline: false, changedSince: since }) };
}

async function annotate(report: Report, input: Input, inputs: ActionInputs, difference: Difference): Promise<void> {
  const changed = "change" in difference ? difference.change.lines : undefined;
  const chosen = annotateFailures(report, changed);
  await show(
    { name: "github", file: undefined },
    { ...report, findings: chosen.findings },
    input,
    inputs.command.output,
  );
  const sentence = leftSentence(chosen, inputs.sarifFile);
  if (sentence !== "") process.stdout.write(`${harmlessInLog(sentence)}\n`);
}

function summarize(report: Report): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file) appendFileSync(file, summaryOf(report, webOf(process.env)));
}

function setOutputs({ findings, counts, suppressed, known }: Report, sarifFile: string): void {
  setOutput("sarif-file", sarifFile);
  setOutput("findings", findings.length);
  setOutput("errors", counts.error);
  setOutput("warnings", counts.warning);
  setOutput("notes", counts.note);
  setOutput("suppressed", suppressed.length + (known?.findings.length ?? 0));
}
