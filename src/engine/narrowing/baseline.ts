import type { Finding } from "../finding.ts";
import { type Level, levels } from "../level.ts";
import { compareFindings } from "../merge.ts";
import { countLevels, type Report } from "../report.ts";

/** A finding that is known, as `schemas/baseline.schema.json` describes it. */
export interface BaselineEntry {
  readonly rule: string;
  readonly root?: string;
  readonly resource?: string;
  readonly attribute?: string;
  readonly file?: string;
  readonly message?: string;
  readonly environments?: Readonly<Record<string, Level>>;
  readonly level?: Level;
  readonly count?: number;
}

/** What a baseline knows of a report. */
export interface KnownFindings {
  /** The name of the baseline. */
  readonly baseline: string;
  /** The findings that are left out for it. */
  readonly findings: readonly Finding[];
  /** How many of those it lists no longer occur. */
  readonly gone: number;
}

/** What a run looked at: what it did not look at may still occur. */
export interface BaselineScope {
  readonly looksAt: (rule: string, path: string) => boolean;
  /** All when empty. */
  readonly environments: readonly string[];
}

/** What tells findings apart in a baseline. */
type Key = Pick<BaselineEntry, "rule" | "root" | "resource" | "attribute" | "file" | "message">;

/** The findings of one key: their levels in each environment, the worst first. */
interface Tally {
  readonly key: Key;
  readonly levels: Map<string, Level[]>;
}

/** Stands for all environments in findings that are about none in particular. */
const everywhere = "";

/** Known findings by their keys, taken away one by one. */
class Baseline {
  readonly #tallies = new Map<string, Tally>();

  constructor(entries: readonly BaselineEntry[], canonical: (rule: string) => string = (rule) => rule) {
    for (const entry of entries) {
      const { environments, level = "error", count = 1, rule, ...rest } = entry;
      const key = keyOf({ ...rest, rule: canonical(rule) });
      for (const [name, each] of environments ? Object.entries(environments) : [[everywhere, level] as const]) {
        this.add(key, name, each, count);
      }
    }
  }

  add(key: Key, environment: string, level: Level, count = 1): void {
    const text = textOf(key);
    let tally = this.#tallies.get(text);
    if (!tally) {
      tally = { key, levels: new Map() };
      this.#tallies.set(text, tally);
    }
    const known = tally.levels.get(environment) ?? [];
    tally.levels.set(environment, known);
    for (let added = 0; added < count; added++) known.push(level);
    known.sort((a, b) => levels.indexOf(a) - levels.indexOf(b));
  }

  addFinding(finding: Finding): void {
    for (const [name, level] of levelsOf(finding)) this.add(keyOfFinding(finding), name, level);
  }

  /** Takes away one finding that is known at this level or a worse one, the mildest of them. */
  take(key: Key, environment: string, level: Level): boolean {
    const known = this.#tallies.get(textOf(key))?.levels.get(environment) ?? [];
    const at = known.findLastIndex((each) => levels.indexOf(each) <= levels.indexOf(level));
    if (at >= 0) known.splice(at, 1);
    return at >= 0;
  }

  /** How many findings there are of each key, over the environments that count. */
  sizes(scope: BaselineScope): Map<string, number> {
    const sizes = new Map<string, number>();
    for (const [text, { key, levels: known }] of this.#tallies) {
      if (!scope.looksAt(key.rule, pathOf(key))) continue;
      const amounts = [...known].filter(([name]) => isLookedAt(name, scope)).map(([, each]) => each.length);
      sizes.set(text, Math.max(0, ...amounts));
    }
    return sizes;
  }

  /** What a run did not look at. */
  addUnseen(other: Baseline, scope: BaselineScope): void {
    for (const { key, levels: known } of other.#tallies.values()) {
      const isSeen = scope.looksAt(key.rule, pathOf(key));
      for (const [name, each] of known) {
        if (isSeen && isLookedAt(name, scope)) continue;
        for (const level of each) this.add(key, name, level);
      }
    }
  }

  entries(): BaselineEntry[] {
    const tallies = [...this.#tallies].sort(([, a], [, b]) => compareKeys(a.key, b.key));
    return tallies.flatMap(([, tally]) => entriesOf(tally));
  }
}

function isLookedAt(environment: string, { environments }: BaselineScope): boolean {
  return environment === everywhere || environments.length === 0 || environments.includes(environment);
}

function keyOf({ rule, root, resource, attribute, file, message }: BaselineEntry): Key {
  if (resource === undefined) return { rule, file: file ?? "", message: message ?? "" };
  return { rule, root: root ?? "", resource, ...(attribute !== undefined && { attribute }) };
}

function keyOfFinding({ rule, resource, attribute, at, message }: Finding): Key {
  if (!resource) return { rule, file: at.file, message };
  return { rule, root: resource.root, resource: resource.block, ...(attribute !== undefined && { attribute }) };
}

function textOf({ rule, root, resource, attribute, file, message }: Key): string {
  return JSON.stringify([rule, root, resource, attribute, file, message]);
}

function pathOf({ root, file }: Key): string {
  return root ?? file ?? "";
}

function compareKeys(a: Key, b: Key): number {
  const parts = (key: Key) => [pathOf(key), key.resource ?? "", key.rule, key.attribute ?? "", key.message ?? ""];
  const [ofA, ofB] = [parts(a), parts(b)];
  const at = ofA.findIndex((part, index) => part !== ofB[index]);
  return at < 0 ? 0 : ofA[at]! < ofB[at]! ? -1 : 1;
}

/** The level of a finding in each of its environments. */
function levelsOf(finding: Finding): [environment: string, level: Level][] {
  const { environments, within, level } = finding;
  if (environments.length === 0) return [[everywhere, level]];
  if (environments.length === 1 || !within) return environments.map(({ name }) => [name, level]);
  return environments.map(({ name }) => [name, within(new Set([name])).level]);
}

/** One entry for each finding; equal ones are counted. */
function entriesOf({ key, levels: known }: Tally): BaselineEntry[] {
  const names = [...known.keys()].sort();
  const most = Math.max(0, ...[...known.values()].map((each) => each.length));
  const entries: BaselineEntry[] = [];
  let last = "";
  let count = 1;
  for (let nth = 0; nth < most; nth++) {
    const held = names.flatMap((name) => {
      const level = known.get(name)![nth];
      return level === undefined ? [] : [[name, level] as const];
    });
    const isAnywhere = held.length === 1 && held[0]![0] === everywhere;
    const levelled = isAnywhere ? { level: held[0]![1] } : { environments: Object.fromEntries(held) };
    const text = JSON.stringify(levelled);
    count = text === last ? count + 1 : 1;
    if (text === last) entries.pop();
    last = text;
    entries.push({ ...key, ...levelled, ...(count > 1 && { count }) });
  }
  return entries;
}

/**
 * The report without the findings that a baseline lists. A finding that holds in further environments, or is worse there
 * than it was, is shown for these environments only.
 */
export function applyBaseline(
  report: Report,
  entries: readonly BaselineEntry[],
  baseline: string,
  scope: BaselineScope,
): Report {
  const fresh = newFindings(report, entries);
  const findings = [...fresh.values()].sort(compareFindings);
  const known = report.findings.filter((finding) => !fresh.has(finding));
  const gone = countGone(new Baseline(entries, canonicalNames(report)), report, scope);
  return { ...report, findings, counts: countLevels(findings), known: { baseline, findings: known, gone } };
}

/** The findings that are not listed, each with what is new of it. */
export function newFindings(report: Report, entries: readonly BaselineEntry[]): Map<Finding, Finding> {
  const left = new Baseline(entries, canonicalNames(report));
  const fresh = new Map<Finding, Finding>();
  for (const finding of report.findings) {
    const unknown = levelsOf(finding).filter(([name, level]) => !left.take(keyOfFinding(finding), name, level));
    if (unknown.length > 0) fresh.set(finding, inEnvironments(finding, unknown));
  }
  return fresh;
}

/** The finding for the environments in which it is not known. */
function inEnvironments(finding: Finding, unknown: readonly (readonly [environment: string, level: Level])[]): Finding {
  if (!finding.within || unknown.length === finding.environments.length) return finding;
  return finding.within(new Set(unknown.map(([name]) => name)));
}

/** A finding is gone when none of the environments that were looked at has it any more. */
function countGone(listed: Baseline, report: Report, scope: BaselineScope): number {
  const found = baselineWith(report.findings).sizes(scope);
  let gone = 0;
  for (const [key, size] of listed.sizes(scope)) gone += Math.max(0, size - (found.get(key) ?? 0));
  return gone;
}

function baselineWith(findings: readonly Finding[]): Baseline {
  const baseline = new Baseline([]);
  for (const finding of findings) baseline.addFinding(finding);
  return baseline;
}

/** The entries of a new baseline: every finding of the report, and what a former one lists of things not looked at. */
export function baselineOf(report: Report, former: readonly BaselineEntry[], scope: BaselineScope): BaselineEntry[] {
  const baseline = baselineWith(report.findings);
  baseline.addUnseen(new Baseline(former, canonicalNames(report)), scope);
  return baseline.entries();
}

/** Rules keep the names that they had. */
function canonicalNames({ rules }: Report): (rule: string) => string {
  const names = new Map<string, string>();
  for (const rule of rules.values()) for (const alias of rule.aliases ?? []) names.set(alias, rule.id);
  return (name) => names.get(name) ?? name;
}
