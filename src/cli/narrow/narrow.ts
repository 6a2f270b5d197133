import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Finding } from "../../engine/finding.ts";
import type { BaselineEntry, BaselineScope } from "../../engine/narrowing/baseline.ts";
import { ChangedLines, changedPlace, limitToChanges } from "../../engine/narrowing/changes.ts";
import type { Report } from "../../engine/report.ts";
import type { ProjectFiles } from "../../model/files.ts";
import { isInside } from "../files/root.ts";
import type { Change } from "../git/changed-since.ts";

/** What decides which findings of a run are reported. */
export interface Narrowing {
  /** Only findings that a change since this revision touches or brings. */
  readonly changedSince?: string | undefined;
  /** Only findings that touch one of the paths; they are relative to the project root. */
  readonly focus?: readonly string[] | undefined;
  /** The file that lists known findings. */
  readonly baseline?: string | undefined;
  /** Where to write a baseline of all that is found. */
  readonly writeBaseline?: string | undefined;
}

/** What was linted, and how the same is done to other files. */
export interface LintedProject {
  /** The project root on disk. */
  readonly root: string;
  readonly paths: readonly string[];
  /** The files and folders that were asked for, relative to the root; "" is the root itself. */
  readonly asked: readonly string[];
  readonly environments: readonly string[];
  /** The rules whose severity was set for this run only. */
  readonly setRules: readonly string[];
  readonly lint: (files: ProjectFiles, paths: readonly string[]) => Promise<Report>;
}

/** What {@link narrow} made of a report, and what there is to say about it. */
export interface Narrowed {
  readonly report: Report;
  readonly sentences: readonly string[];
}

/** Leaves out of a report what a baseline knows, then what nothing of the change touches. */
export async function narrow(report: Report, project: LintedProject, narrowing: Narrowing): Promise<Narrowed> {
  const { baseline, changedSince, focus, writeBaseline } = narrowing;
  const sentences: string[] = [];
  let narrowed = report;
  if (writeBaseline !== undefined) {
    sentences.push(await adopt(report, project, writeBaseline));
    narrowed = await withoutKnown(report, project, writeBaseline);
  } else if (baseline !== undefined) narrowed = await withoutKnown(report, project, baseline);
  if (focus !== undefined) narrowed = focusedOn(narrowed, focus);
  if (changedSince !== undefined) narrowed = await changedOnly(narrowed, project, changedSince);
  return { report: narrowed, sentences };
}

async function withoutKnown(report: Report, project: LintedProject, path: string): Promise<Report> {
  const [{ applyBaseline }, entries] = await Promise.all([
    import("../../engine/narrowing/baseline.ts"),
    entriesOf(path),
  ]);
  return applyBaseline(report, entries, nameOf(path), scopeOf(report, project));
}

async function entriesOf(path: string): Promise<readonly BaselineEntry[]> {
  const { readBaseline } = await import("./baseline-file.ts");
  return readBaseline(path, nameOf(path));
}

/** Writes what is found as known, keeps what this run did not look at, and says what is different now. */
async function adopt(report: Report, project: LintedProject, path: string): Promise<string> {
  const { applyBaseline, baselineOf } = await import("../../engine/narrowing/baseline.ts");
  const { writeBaseline } = await import("./baseline-file.ts");
  const former = existsSync(path) ? await entriesOf(path) : [];
  const scope = scopeOf(report, project);
  const { findings, known } = applyBaseline(report, former, "", scope);
  writeBaseline(path, nameOf(path), baselineOf(report, former, scope));
  const { count } = await import("../../report/text/wording.ts");
  const changes = [
    ...(findings.length > 0 ? [`${count(findings.length, "finding")} added`] : []),
    ...(known!.gone > 0 ? [`${known!.gone} removed that no longer ${known!.gone === 1 ? "occurs" : "occur"}`] : []),
  ];
  return `Wrote ${nameOf(path)}: ${changes.length === 0 ? "nothing has changed" : changes.join(", ")}.`;
}

/** Where an input could not be read, what is known of anything may still occur. */
function scopeOf(report: Report, { asked, environments, setRules }: LintedProject): BaselineScope {
  const rules = new Set(setRules);
  return {
    environments,
    looksAt: (rule, path) =>
      report.failures.length === 0 && !rules.has(rule) && asked.some((place) => isAtOrBelow(path, place)),
  };
}

function isAtOrBelow(path: string, place: string): boolean {
  return place === "" || path === place || path.startsWith(`${place}/`);
}

function focusedOn(report: Report, paths: readonly string[]): Report {
  const lines = new ChangedLines();
  for (const path of paths) {
    lines.addFile(path);
    lines.addFolder(path);
  }
  return limitToChanges(report, lines, undefined);
}

async function changedOnly(report: Report, project: LintedProject, revision: string): Promise<Report> {
  const { changeSince } = await import("../git/changed-since.ts");
  const change = changeSince(revision, project.root);
  const isDecided = report.findings.every((finding) => changedPlace(finding, change.lines) !== undefined);
  const fresh = isDecided ? undefined : await broughtBy(change, report, project);
  return limitToChanges(report, change.lines, revision, fresh);
}

/**
 * The findings that were not there before, or rested on a line that is gone, whatever lines they rest on now: the former
 * files are linted, too.
 */
async function broughtBy(
  { former, formerLines }: Change,
  report: Report,
  project: LintedProject,
): Promise<ReadonlyMap<Finding, Finding>> {
  const { FormerFiles, mayMatter } = await import("../git/former-files.ts");
  if (![...former.keys()].some(mayMatter)) return new Map();
  const { baselineOf, newFindings } = await import("../../engine/narrowing/baseline.ts");
  const files = new FormerFiles(report.texts, former, project.root);
  const before = await project.lint(files, files.pathsOf(project.paths));
  const nothing: BaselineScope = { looksAt: () => false, environments: [] };
  const untouched = before.findings.filter((finding) => changedPlace(finding, formerLines) === undefined);
  return newFindings(report, baselineOf({ ...before, findings: untouched }, [], nothing));
}

/** A path as a person at the working directory writes it. */
function nameOf(path: string): string {
  const here = process.cwd();
  return isInside(resolve(path), here) ? relative(here, path) : path;
}
