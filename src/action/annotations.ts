import { error } from "@actions/core";
import type { ChangedLines } from "../engine/changes.ts";
import { changedPlace } from "../engine/changes.ts";
import type { Finding } from "../engine/finding.ts";
import { type Level, levels } from "../engine/level.ts";
import { compareFindings } from "../engine/merge.ts";
import type { Report } from "../engine/report.ts";
import { untoldFailures } from "../report/failures.ts";
import { harmless } from "../report/harmless.ts";
import { count, enumerate } from "../report/wording.ts";

/** GitHub shows no more of a step, of each level. */
const mostOfLevel = 10;

/** What is annotated of a report, the worst first. */
export interface Chosen {
  readonly findings: readonly Finding[];
  /** How many are left over of each level. */
  readonly left: Readonly<Record<Level, number>>;
}

/** Annotates what could not be read, which counts as errors, and returns the findings for which there is room. */
export function annotateFailures(report: Report): Chosen {
  const failures = untoldFailures(report);
  for (const { message, file } of failures.slice(0, mostOfLevel)) {
    error(harmless(message), { title: "ml-lint failed", ...(file !== undefined && { file: harmless(file) }) });
  }
  return chooseWorst(report.findings, failures.length);
}

/** Ten findings of each level at most, production first; `failures` are errors that come before them. */
export function chooseWorst(findings: readonly Finding[], failures = 0): Chosen {
  const left: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  const chosen = levels.flatMap((level) => {
    const taken = level === "error" ? failures : 0;
    const ofLevel = findings.filter((finding) => finding.level === level).sort(compareUrgency);
    const room = Math.max(0, mostOfLevel - taken);
    left[level] = Math.max(0, ofLevel.length + taken - mostOfLevel);
    return ofLevel.slice(0, room);
  });
  return { findings: chosen, left };
}

function compareUrgency(a: Finding, b: Finding): number {
  return Number(isInProduction(b)) - Number(isInProduction(a)) || compareFindings(a, b);
}

function isInProduction({ environments }: Finding): boolean {
  return environments.some((environment) => environment.tier === "production");
}

/** The findings, each where a change touches it, if one does. */
export function atChanges(findings: readonly Finding[], changed: ChangedLines): Finding[] {
  return findings.map((finding) => {
    const place = finding.changedAt ?? changedPlace(finding, changed);
    return place === undefined || place === finding.at ? finding : { ...finding, changedAt: place };
  });
}

/** What is said of the findings that are not annotated; empty when there are none. */
export function leftSentence({ left }: Chosen, sarifFile: string): string {
  const amounts = levels.filter((level) => left[level] > 0).map((level) => count(left[level], level));
  if (amounts.length === 0) return "";
  const most = `GitHub shows ${mostOfLevel} annotations of each level`;
  return `${most}: ${enumerate(amounts)} more stand in the log above and in ${harmless(sarifFile)}.`;
}
