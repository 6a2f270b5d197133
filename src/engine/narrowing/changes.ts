import type { Place } from "../../model/place.ts";
import type { Finding } from "../finding.ts";
import { countLevels, type Report } from "../report.ts";

/** Lines of a file as it is now, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What a change touches: lines of files, whole files, and whole folders. */
export class ChangedLines {
  readonly #files = new Map<string, LineRange[] | "all">();
  readonly #folders: string[] = [];
  readonly #removals = new Map<string, number[]>();

  /** Lines of a file, relative to the project root. */
  addLines(file: string, range: LineRange): void {
    const known = this.#files.get(file);
    if (known === "all") return;
    if (known) known.push(range);
    else this.#files.set(file, [range]);
  }

  /** The line behind which others were taken away. */
  addRemoval(file: string, line: number): void {
    const known = this.#removals.get(file);
    if (known) known.push(line);
    else this.#removals.set(file, [line]);
  }

  addFile(file: string): void {
    this.#files.set(file, "all");
  }

  /** Everything below a folder; "" is the project root. */
  addFolder(folder: string): void {
    this.#folders.push(folder);
  }

  /** The first changed line among the lines of a place. */
  lineIn({ file, start, end }: Place): number | undefined {
    const ranges = this.#files.get(file);
    if (ranges === "all" || this.#folders.some((folder) => isBelow(file, folder))) return start.line;
    const last = lastLine({ start, end });
    const touched = (ranges ?? []).filter(({ from, to }) => from <= last && to >= start.line);
    return touched.length === 0 ? undefined : Math.max(start.line, Math.min(...touched.map(({ from }) => from)));
  }

  /** The first line among those of a place behind which something was taken away. */
  removalIn({ file, start, end }: Place): number | undefined {
    const lines = (this.#removals.get(file) ?? []).filter((line) => line >= start.line && line < end.line);
    return lines.length === 0 ? undefined : Math.min(...lines);
  }
}

/** A place that ends before the first column of a line does not reach into it. */
function lastLine({ start, end }: Pick<Place, "start" | "end">): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

function isBelow(file: string, folder: string): boolean {
  return folder === "" || file.startsWith(`${folder}/`);
}

/**
 * Where a change touches a finding: the finding's own place if it changed, else the changed step of its trail that is
 * nearest to the literal, another place that its verdict rests on, or the line that calls its module.
 */
export function changedPlace(finding: Finding, changed: ChangedLines): Place | undefined {
  const steps = [...finding.trail.toReversed(), ...finding.related];
  const calls = (finding.calls ?? []).map(firstLine);
  for (const place of [finding.at, ...steps.map((step) => step.at), ...calls]) {
    const line = changed.lineIn(place);
    if (line !== undefined) return line === place.start.line ? place : placeOfLine(place.file, line);
  }
  return undefined;
}

/** Where a change shows that brought a finding without touching what it rests on: within its resource, if at all. */
function placeOfCause({ at, block = at }: Finding, changed: ChangedLines): Place {
  const line = changed.removalIn(block) ?? changed.lineIn(block);
  return line === undefined ? at : placeOfLine(block.file, line);
}

function firstLine({ file, start, end }: Place): Place {
  return end.line === start.line ? { file, start, end } : placeOfLine(file, start.line, start.column);
}

function placeOfLine(file: string, line: number, column = 1): Place {
  return { file, start: { line, column }, end: { line, column } };
}

function withChange(finding: Finding, changedAt: Place): Finding {
  return changedAt === finding.at ? finding : { ...finding, changedAt };
}

/** What is left out of a report because it has nothing to do with the change or the files asked for. */
export interface LeftOut {
  readonly findings: readonly Finding[];
  /** The revision since which changes count; undefined where files were named instead. */
  readonly since: string | undefined;
}

/**
 * The report with those findings only that a change touches. `fresh` holds what else the change brought, though no line
 * that it rests on was changed: what was removed can make a default apply.
 */
export function limitToChanges(
  report: Report,
  changed: ChangedLines,
  since: string | undefined,
  fresh: ReadonlyMap<Finding, Finding> = new Map(),
): Report {
  const findings: Finding[] = [];
  const leftOut: Finding[] = [];
  for (const finding of report.findings) {
    const touched = changedPlace(finding, changed);
    const shown = touched === undefined ? fresh.get(finding) : finding;
    if (shown === undefined) leftOut.push(finding);
    else findings.push(withChange(shown, touched ?? placeOfCause(shown, changed)));
  }
  const before = report.leftOut?.findings ?? [];
  const sinceWhen = since ?? report.leftOut?.since;
  return {
    ...report,
    findings,
    counts: countLevels(findings),
    leftOut: { findings: [...before, ...leftOut], since: sinceWhen },
  };
}
