import type { Environment } from "../../model/environment.ts";
import { matchesName } from "../../model/name-pattern.ts";
import { PathPatterns } from "../../model/path-patterns.ts";
import type { Identity } from "../../model/resource.ts";
import type { RawFinding } from "../context.ts";
import type { Finding, UndecidedCheck } from "../finding.ts";
import { mergeFindings, type SeverityOf } from "../merge.ts";
import type { Rule } from "../rule.ts";
import { idsByName } from "../rule-names.ts";
import type { RuleOutcome } from "../run.ts";
import type { ConfigurationSource, EntryPath } from "../settings/configuration-source.ts";
import {
  defect,
  expiredHelp,
  invalidSuppression,
  type SuppressedFinding,
  unusedHelp,
  unusedSuppression,
} from "./defects.ts";

/** What a configuration ignores: findings of rules on resources, where comments are not possible or not wanted. */
export interface IgnoreEntry {
  readonly rules: readonly string[];
  readonly resource?: string;
  readonly files?: readonly string[];
  readonly environments?: readonly string[];
  readonly until?: string;
  readonly reason: string;
}

/** An entry made ready, with what it was used for. */
interface Ignore {
  readonly entry: IgnoreEntry;
  readonly index: number;
  readonly rules: ReadonlySet<string>;
  readonly files: PathPatterns | undefined;
  readonly used: Set<string>;
}

type Where = Pick<Identity, "address" | "block"> | undefined;

/** The entries of a configuration that ignore findings. They work before findings merge: by environment and instance. */
export class Ignores {
  readonly #all: readonly Ignore[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #source: ConfigurationSource;
  readonly #today: string;

  constructor(entries: readonly IgnoreEntry[], rules: readonly Rule[], source: ConfigurationSource, today: string) {
    this.#names = entries.length === 0 ? new Map() : idsByName(rules);
    this.#source = source;
    this.#today = today;
    this.#all = entries.map((entry, index) => ({
      entry,
      index,
      rules: new Set(entry.rules.flatMap((name) => this.#names.get(name) ?? [])),
      files: entry.files && new PathPatterns(entry.files, source.base),
      used: new Set(),
    }));
  }

  /** Splits what rules found into what is left and what entries ignore, which is merged as findings are. */
  divide(outcomes: readonly RuleOutcome[], severityOf: SeverityOf): Divided {
    if (this.#all.length === 0) return { outcomes, suppressed: [] };
    const suppressed: SuppressedFinding[] = [];
    const remaining = outcomes.map((outcome) => {
      const candidates = this.#valid().filter((one) => one.rules.has(outcome.rule.id));
      if (candidates.length === 0) return outcome;
      const left: RawFinding[] = [];
      const taken = new Map<Ignore, RawFinding[]>();
      for (const raw of outcome.findings) {
        const { resource, environment, at } = raw;
        const by = candidates.find((one) => covers(one, at.file, resource.identity, environment));
        const group = by === undefined ? left : taken.get(by);
        if (group) group.push(raw);
        else taken.set(by!, [raw]);
      }
      for (const [one, findings] of taken) {
        const merged = mergeFindings({ ...outcome, findings }, severityOf);
        suppressed.push(...merged.map((finding) => this.#suppress(finding, one)));
      }
      return { rule: outcome.rule, findings: left, undecided: outcome.undecided, crash: outcome.crash };
    });
    return { outcomes: remaining, suppressed };
  }

  /** Splits findings that parsers made; they concern no resource. */
  divideProblems(findings: readonly Finding[]): { findings: readonly Finding[]; suppressed: SuppressedFinding[] } {
    const suppressed: SuppressedFinding[] = [];
    if (this.#all.length === 0) return { findings, suppressed };
    const left = findings.filter((finding) => {
      const by = this.#valid().find((one) => one.rules.has(finding.rule) && coversAll(one, finding));
      if (by) suppressed.push(this.#suppress(finding, by));
      return by === undefined;
    });
    return { findings: left, suppressed };
  }

  /** Entries that have expired, and, where the run tells, those that ignore nothing. */
  defects(undecided: readonly UndecidedCheck[], isOn: (rule: string) => boolean): Finding[] {
    const expired = this.#all.filter((one) => this.#isExpired(one)).map((one) => this.#expired(one));
    if (!this.#source.isWhole) return expired;
    const unused = this.#valid().flatMap((one) =>
      [...one.rules]
        .filter((rule) => !one.used.has(rule) && isOn(rule))
        .filter((rule) => !undecided.some((check) => check.rule === rule && coversAny(one, check)))
        .map((rule) => this.#unused(one, rule)),
    );
    return [...expired, ...unused];
  }

  #valid(): readonly Ignore[] {
    return this.#all.filter((one) => !this.#isExpired(one));
  }

  #isExpired({ entry }: Ignore): boolean {
    return entry.until !== undefined && entry.until < this.#today;
  }

  #suppress(finding: Finding, one: Ignore): SuppressedFinding {
    one.used.add(finding.rule);
    return { finding, reason: one.entry.reason, at: this.#source.place(["ignores", one.index]), by: "configuration" };
  }

  #expired({ entry, index }: Ignore): Finding {
    const message = `A suppression of ${entry.rules.join(", ")} expired on ${entry.until}.`;
    return defect(invalidSuppression, "error", this.#source.place(["ignores", index, "until"]), message, expiredHelp);
  }

  #unused({ entry, index }: Ignore, rule: string): Finding {
    const written = entry.rules.findIndex((name) => this.#names.get(name) === rule);
    const path: EntryPath = ["ignores", index, "rules", written];
    const on = entry.resource === undefined ? "" : ` on ${entry.resource}`;
    const message = `A suppression of ${rule}${on} suppresses nothing.`;
    return defect(unusedSuppression, "warning", this.#source.place(path), message, unusedHelp);
  }
}

export interface Divided {
  readonly outcomes: readonly RuleOutcome[];
  readonly suppressed: readonly SuppressedFinding[];
}

function covers(one: Ignore, file: string, resource: Where, environment: Environment): boolean {
  return fits(one, file, resource) && namesEnvironment(one, environment);
}

function coversAll(one: Ignore, { at, environments, resource }: Finding): boolean {
  if (!fits(one, at.file, resource)) return false;
  if (one.entry.environments === undefined) return true;
  return environments.length > 0 && environments.every((environment) => namesEnvironment(one, environment));
}

function coversAny(one: Ignore, { at, environments, resource }: UndecidedCheck): boolean {
  return fits(one, at.file, resource) && environments.some((environment) => namesEnvironment(one, environment));
}

function fits({ entry, files }: Ignore, file: string, resource: Where): boolean {
  if (files && !files.cover(file)) return false;
  const pattern = entry.resource;
  if (pattern === undefined) return true;
  return resource !== undefined && (matchesName(pattern, resource.block) || matchesName(pattern, resource.address));
}

function namesEnvironment({ entry }: Ignore, { name }: Environment): boolean {
  return entry.environments === undefined || entry.environments.some((pattern) => matchesName(pattern, name));
}
