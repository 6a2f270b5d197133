import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Report } from "../../engine/report.ts";
import type { ProjectFiles } from "../../model/files.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import type { InputArguments } from "../arguments/input.ts";
import type { NarrowArguments } from "../arguments/narrow.ts";
import type { Input } from "../input.ts";

export const baselineName = "ml-lint-baseline.json";

/** Lints other files as the ones of the run. */
export type Linter = (files: ProjectFiles, paths: readonly string[]) => Promise<Report>;

/** Leaves out what a baseline knows and what a change does not touch, where that is asked for. */
export async function narrowReport(
  report: Report,
  input: Input,
  given: InputArguments,
  narrowing: NarrowArguments,
  lint: Linter,
): Promise<Report> {
  const { changedSince, focus, writeBaseline } = narrowing;
  const usual = usualBaseline(input);
  const baseline = typeof narrowing.baseline === "string" ? resolve(narrowing.baseline) : (narrowing.baseline ?? usual);
  if (!baseline && !writeBaseline && !focus && changedSince === undefined) return report;
  const { narrow } = await import("./narrow.ts");
  const project = {
    root: input.files.root,
    paths: input.paths,
    asked: focus ? [""] : input.asked,
    environments: given.environments,
    setRules: [...given.rules.keys()],
    lint,
  };
  const { report: narrowed, sentences } = await narrow(report, project, {
    changedSince,
    focus: focus ? input.asked : undefined,
    baseline: baseline === false ? undefined : baseline,
    writeBaseline: writeBaseline && pathToWrite(writeBaseline.file, usual, input),
  });
  for (const sentence of sentences) process.stderr.write(`${harmlessInLog(sentence)}\n`);
  return narrowed;
}

function pathToWrite(file: string | undefined, usual: string | undefined, { home }: Input): string {
  return file === undefined ? (usual ?? join(home, baselineName)) : resolve(file);
}

/** The baseline that is used without being asked for: beside the configuration, else at the project root. */
function usualBaseline({ home, files }: Input): string | undefined {
  return [home, files.root].map((folder) => join(folder, baselineName)).find((path) => existsSync(path));
}
