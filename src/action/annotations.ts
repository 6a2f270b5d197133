import { error } from "@actions/core";
import type { Finding } from "../engine/finding.ts";
import { type Level, levels } from "../engine/level.ts";
import { compareFindings } from "../engine/merge.ts";
import { type ChangedLines, changedPlace } from "../engine/narrowing/changes.ts";
import type { Report } from "../engine/report.ts";
import { untoldFailures } from "../report/failures.ts";
import { harmless } from "../report/text/harmless.ts";
import { count, enumerate } from "../report/text/wording.ts";

/** GitHub shows no more of a step, of each level. */
const mostOfLevel = 10;

/** What is annotated of a report, the worst first. */
export interface Chosen {
  readonly findings: readonly Finding[];
  /** How many are left over of each level. */
  readonly left: Readonly<Record<Level, number>>;
}

/**
 * Annotates what could not be read, which counts as errors, and returns the findings for which there is room: first
 * those that tell what could not be read, then what the change touches, then what is in production.
 */
export function annotateFailures(report: Report, changed: ChangedLines | undefined): Chosen {
  const failures = untoldFailures(report);
  for (const { message, file } of failures.slice(0, mostOfLevel)) {
    error(harmless(message), { title: "ml-lint failed", ...(file !== undefined && { file: harmless(file) }) });
  }
  const told = new Set(report.failures.map(({ message }) => message));
  const placed = report.findings.map((finding): Placed => {
    const { at, message, environments } = finding;
    const place = finding.changedAt ?? (changed && changedPlace(finding, changed));
    const isElsewhere = place !== undefined && place !== at;
    return {
      finding: isElsewhere ? { ...finding, changedAt: place } : finding,
      urgency: [
        told.has(`${at.file}:${at.start.line}:${at.start.column}: ${message}`),
        place !== undefined,
        environments.some((environment) => environment.tier === "production"),
      ],
    };
  });
  const sorted = placed.sort(compareUrgency).map(({ finding }) => finding);
  return chooseWorst(sorted, failures.length);
}

/** A finding where a change touches it, and what makes it urgent, the weightiest first. */
interface Placed {
  readonly finding: Finding;
  readonly urgency: readonly boolean[];
}

function compareUrgency(a: Placed, b: Placed): number {
  const at = a.urgency.findIndex((each, index) => each !== b.urgency[index]);
  if (at >= 0) return a.urgency[at] ? -1 : 1;
  return compareFindings(a.finding, b.finding);
}

/** The first ten findings of each level at most; `failures` are errors that come before them. */
function chooseWorst(findings: readonly Finding[], failures: number): Chosen {
  const left: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  const chosen = levels.flatMap((level) => {
    const taken = level === "error" ? failures : 0;
    const ofLevel = findings.filter((finding) => finding.level === level);
    const room = Math.max(0, mostOfLevel - taken);
    left[level] = Math.max(0, ofLevel.length + taken - mostOfLevel);
    return ofLevel.slice(0, room);
  });
  return { findings: chosen, left };
}

/** What is said of the findings that are not annotated; empty when there are none. */
export function leftSentence({ left }: Chosen, sarifFile: string): string {
  const amounts = levels.filter((level) => left[level] > 0).map((level) => count(left[level], `more ${level}`));
  if (amounts.length === 0) return "";
  const most = `GitHub shows ${mostOfLevel} annotations of each level`;
  return `${most}: see the log above or ${harmless(sarifFile)} for ${enumerate(amounts)}.`;
}
