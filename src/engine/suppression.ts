import { comparePositions, type Place } from "../model/place.ts";
import type { Comment } from "../model/project.ts";
import type { Finding, UndecidedCheck } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Rule } from "./rule.ts";

export interface Suppressed {
  /** What is left to report, the defects of suppressions included. */
  readonly findings: Finding[];
  /** What comments suppress, each with its reason. */
  readonly suppressed: readonly SuppressedFinding[];
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly at: Place;
}

interface Suppression {
  readonly comment: Comment;
  readonly rules: ReadonlySet<string>;
  readonly reason: string;
  readonly used: Set<string>;
}

const invalid = "project/invalid-suppression";
const unused = "project/unused-suppression";

/** `ml-lint ignore[rule, rule] until 2027-03-01: reason`, where the date may be left out. */
const syntax = /^ml-lint\s+ignore\s*\[([^\]]*)\]([^:]*)(?::(.*))?$/s;

/** What means to be a suppression; any other comment only mentions ml-lint. */
const addressed = /^ml-lint(?:\s+|\s*[:-]\s*)(?:ignore|disable|suppress|skip)\b/i;

/** Takes away the findings that comments cover, and reports comments that are wrong or cover nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  comments: readonly Comment[],
  undecided: readonly UndecidedCheck[],
  rules: readonly Rule[],
  today: string,
): Suppressed {
  const names = new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule.id])));
  const defects: Finding[] = [];
  const suppressions: Suppression[] = [];
  for (const comment of comments) {
    if (!addressed.test(comment.text.trim())) continue;
    const parsed = parse(comment, names, today);
    if ("defect" in parsed) defects.push(parsed.defect);
    else suppressions.push(parsed);
  }
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const by = suppressions.filter((one) => one.rules.has(finding.rule) && isCovered(finding, one.comment.covers));
    for (const one of by) one.used.add(finding.rule);
    const first = by[0];
    if (first) suppressed.push({ finding, reason: first.reason, at: first.comment.at });
    else kept.push(finding);
  }
  return {
    findings: [...kept, ...defects, ...suppressions.flatMap((one) => unusedFindings(one, undecided))],
    suppressed,
  };
}

function parse(
  comment: Comment,
  names: ReadonlyMap<string, string>,
  today: string,
): Suppression | { readonly defect: Finding } {
  const [, listed, condition = "", reason = ""] = syntax.exec(comment.text.trim()) ?? [];
  if (listed === undefined) {
    const help = "Write ml-lint ignore[group/rule]: and the reason.";
    return {
      defect: defect(invalid, "error", comment.at, "A comment to ml-lint says nothing that it understands.", help),
    };
  }
  const written = listed.split(",").map((name) => name.trim());
  const unknown = written.find((name) => !names.has(name));
  if (unknown !== undefined) {
    const message =
      unknown === "" ? "A suppression names no rule." : `A suppression names ${unknown}, which is no rule.`;
    return {
      defect: defect(invalid, "error", comment.at, message, "Name the rule by its full id, as the finding does."),
    };
  }
  if (reason.trim() === "") {
    const message = `A suppression of ${written.join(", ")} gives no reason.`;
    return { defect: defect(invalid, "error", comment.at, message, "Write the reason after a colon.") };
  }
  const problem = conditionProblem(condition.trim(), written.join(", "), today);
  if (problem) return { defect: defect(invalid, "error", comment.at, problem.message, problem.help) };
  return { comment, rules: new Set(written.map((name) => names.get(name)!)), reason: reason.trim(), used: new Set() };
}

function conditionProblem(condition: string, rules: string, today: string) {
  if (condition === "") return undefined;
  const until = /^until\s+(\d{4}-\d{2}-\d{2})$/.exec(condition)?.[1];
  if (until === undefined) {
    return {
      message: `A suppression of ${rules} has a condition that cannot be read: ${condition}.`,
      help: "Write until and a date, such as until 2027-03-01, before the colon.",
    };
  }
  if (until >= today) return undefined;
  return {
    message: `A suppression of ${rules} expired on ${until}.`,
    help: "Mend what it covers, or decide anew until when it holds.",
  };
}

/** Where a rule is undecided, a suppression of it may be needed. */
function unusedFindings({ comment, rules, used }: Suppression, undecided: readonly UndecidedCheck[]): Finding[] {
  return [...rules]
    .filter((rule) => !used.has(rule))
    .filter((rule) => !undecided.some((one) => one.rule === rule && one.within.some(overlaps(comment.covers))))
    .map((rule) => defect(unused, "warning", comment.at, `A suppression of ${rule} suppresses nothing.`, "Remove it."));
}

function defect(rule: string, level: Finding["level"], at: Place, message: string, help: string): Finding {
  return {
    rule,
    level,
    message,
    help,
    at,
    trail: [],
    related: [],
    environments: [],
    resource: undefined,
    attribute: undefined,
    fingerprint: fingerprintOf(rule, { root: at.file, block: "" }, message),
  };
}

/** By where a finding starts, or by a module call through which its resource came to be. */
function isCovered(finding: Finding, covers: Place): boolean {
  return startsWithin(finding.at, covers) || (finding.calls ?? []).some((call) => startsWithin(call, covers));
}

function overlaps(covers: Place): (place: Place) => boolean {
  return (place) => startsWithin(place, covers) || startsWithin(covers, place);
}

function startsWithin(place: Place, range: Place): boolean {
  return (
    place.file === range.file &&
    comparePositions(place.start, range.start) >= 0 &&
    comparePositions(place.start, range.end) < 0
  );
}
