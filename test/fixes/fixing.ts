import { rules } from "../../rules/index.ts";
import { configurationOf, exampleDate } from "../../scripts/example.ts";
import type { Safety } from "../../src/engine/fix/change.ts";
import { applyEdits, byFile, EditSet } from "../../src/engine/fix/edit.ts";
import type { Report } from "../../src/engine/report.ts";
import { offerFixes } from "../../src/fixes/offer.ts";
import { type LintInput, lint } from "../../src/lint.ts";
import { MemoryFiles } from "../../src/model/files.ts";

export type Files = Readonly<Record<string, string>>;

export function inputOf(files: Files): LintInput {
  const memory = new MemoryFiles(files);
  return {
    files: memory,
    paths: memory.paths(),
    configuration: configurationOf(files),
    environments: [],
    today: exampleDate,
    rules,
    version: "0.0.0",
  };
}

/** The report on files held in memory, with what fixes are offered. */
export async function withFixes(files: Files): Promise<Report> {
  const input = inputOf(files);
  return offerFixes(await lint(input), input);
}

/** The files after one pass of fixes of a rule, or of all rules. */
export async function fixedOnce(files: Files, rule?: string, safeties: readonly Safety[] = ["safe", "unsafe"]) {
  const set = new EditSet();
  for (const finding of (await withFixes(files)).findings) {
    const { fix } = finding;
    if (fix && safeties.includes(fix.safety) && (rule === undefined || finding.rule === rule)) set.take(fix.edits);
  }
  const fixed: Record<string, string> = { ...files };
  for (const [file, edits] of byFile(set.edits)) fixed[file] = applyEdits(files[file]!, edits);
  return fixed;
}
