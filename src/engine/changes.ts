import type { Place } from "../model/place.ts";
import type { Finding } from "./finding.ts";
import { countLevels, type Report } from "./report.ts";

/** Lines of a file as it is now, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What a change touches: lines of files, whole files, and whole folders. */
export class ChangedLines {
  readonly #files = new Map<string, LineRange[] | "all">();
  readonly #folders: string[] = [];

  /** Lines of a file, relative to the project root. */
  addLines(file: string, range: LineRange): void {
    const known = this.#files.get(file);
    if (known === "all") return;
    if (known) known.push(range);
    else this.#files.set(file, [range]);
  }

  addFile(file: string): void {
    this.#files.set(file, "all");
  }

  /** Everything below a folder; "" is the project root. */
  addFolder(folder: string): void {
    this.#folders.push(folder);
  }

  get isEmpty(): boolean {
    return this.#files.size === 0 && this.#folders.length === 0;
  }

  /** The first changed line among the lines of a place. */
  lineIn({ file, start, end }: Place): number | undefined {
    const ranges = this.#files.get(file);
    if (ranges === "all" || this.#folders.some((folder) => isBelow(file, folder))) return start.line;
    const last = lastLine({ start, end });
    const touched = (ranges ?? []).filter(({ from, to }) => from <= last && to >= start.line);
    return touched.length === 0 ? undefined : Math.max(start.line, Math.min(...touched.map(({ from }) => from)));
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

function firstLine({ file, start, end }: Place): Place {
  return end.line === start.line ? { file, start, end } : placeOfLine(file, start.line, start.column);
}

function placeOfLine(file: string, line: number, column = 1): Place {
  return { file, start: { line, column }, end: { line, column } };
}

/** What is left out of a report because it has nothing to do with the change or the files asked for. */
export interface LeftOut {
  readonly findings: readonly Finding[];
  /** The revision since which changes count; undefined where files were named instead. */
  readonly since: string | undefined;
}

/**
 * The report with those findings only that a change touches. `isNew` names more that the change brought, though no line
 * of theirs was changed: what was removed elsewhere can make a default apply.
 */
export function limitToChanges(
  report: Report,
  changed: ChangedLines,
  since: string | undefined,
  isNew: (finding: Finding) => boolean = () => false,
): Report {
  const findings: Finding[] = [];
  const leftOut: Finding[] = [];
  for (const finding of report.findings) {
    const place = changedPlace(finding, changed);
    if (place !== undefined) findings.push(place === finding.at ? finding : { ...finding, changedAt: place });
    else (isNew(finding) ? findings : leftOut).push(finding);
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
