import type { Safety } from "../engine/fix/change.ts";
import { applyEdits, byFile, EditSet } from "../engine/fix/edit.ts";
import type { Report } from "../engine/report.ts";
import type { ProjectFiles } from "../model/files.ts";
import { type FixInput, offerFixes } from "./offer.ts";
import { TrialFiles } from "./trial-files.ts";

/** A project after its findings were mended as far as they can be. */
export interface Mended {
  /** What is left to report. */
  readonly report: Report;
  /** The new texts of the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many findings were mended. */
  readonly findings: number;
}

/** Lints the files as they are after a pass. */
export type Judge = (files: ProjectFiles) => Promise<Report>;

const mostPasses = 10;

/** Mends what can be mended, pass by pass, as one fix may make room for another; nothing is written. */
export async function mend(
  report: Report,
  input: FixInput,
  safeties: readonly Safety[],
  judge: Judge,
  passes = mostPasses,
): Promise<Mended> {
  const texts = new Map<string, string>();
  let current = report;
  let findings = 0;
  for (let pass = 0; pass < passes; pass++) {
    const offered = await offerFixes(current, { ...input, files: current.texts.files }, safeties);
    const set = new EditSet();
    const taken = offered.findings.filter(({ fix }) => fix && set.take(fix.edits));
    if (taken.length === 0) return { report: current, texts, findings };
    for (const [file, edits] of byFile(set.edits)) {
      texts.set(file, applyEdits(current.texts.get(file)!.text, edits));
    }
    findings += taken.length;
    current = await judge(new TrialFiles(report.texts, new Map(texts)));
  }
  return { report: current, texts, findings };
}
