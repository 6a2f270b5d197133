import { comparePositions, type Place } from "../../model/place.ts";
import type { Comment } from "../../model/project.ts";
import type { Finding, UndecidedCheck } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { idsByName } from "../rule-names.ts";
import { readSuppression, type Suppression } from "./comment.ts";
import { defect, type SuppressedFinding, unusedHelp, unusedSuppression } from "./defects.ts";

export interface Suppressed {
  /** What is left to report. */
  readonly findings: Finding[];
  /** Comments that are wrong or superfluous. */
  readonly defects: Finding[];
  /** What comments suppress, each with its reason. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** What decides about comments besides themselves. */
export interface SuppressionRules {
  readonly rules: readonly Rule[];
  readonly today: string;
  /** The ids of rules that comments cannot ignore. */
  readonly locked?: ReadonlySet<string>;
  /** What the configuration suppresses already: a comment on it is not superfluous. */
  readonly ignored?: readonly SuppressedFinding[];
  /** Whether a comment on a rule that covers nothing is superfluous: the rule is on, and looked everywhere. */
  readonly isJudged?: (rule: string) => boolean;
}

/** Takes away the findings that comments cover, and reports comments that are wrong or cover nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  comments: readonly Comment[],
  undecided: readonly UndecidedCheck[],
  { rules, today, locked = new Set(), ignored = [], isJudged = () => true }: SuppressionRules,
): Suppressed {
  const names = idsByName(rules);
  const read = comments.flatMap((comment) => readSuppression(comment, names, today) ?? []);
  const suppressions = read.flatMap((one) => ("defect" in one ? [] : [one]));
  const wrong = read.flatMap((one) => ("defect" in one ? [one.defect] : []));
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const first = useFirst(suppressions, finding);
    if (!first) kept.push(finding);
    else if (locked.has(finding.rule)) kept.push(withLock(finding, first.comment.at));
    else suppressed.push({ finding, reason: first.reason, at: first.comment.at, by: "comment" });
  }
  for (const { finding } of ignored) useFirst(suppressions, finding);
  const unused = suppressions.flatMap((one) => unusedFindings(one, undecided, isJudged));
  return { findings: kept, defects: [...wrong, ...unused], suppressed };
}

/** The first suppression that covers a finding; all that do have their use. */
function useFirst(suppressions: readonly Suppression[], finding: Finding): Suppression | undefined {
  const by = suppressions.filter((one) => one.rules.has(finding.rule) && isCovered(finding, one.comment.covers));
  for (const one of by) one.used.add(finding.rule);
  return by[0];
}

function withLock(finding: Finding, comment: Place): Finding {
  const where = comment.file === finding.at.file ? "" : ` of ${comment.file}`;
  const why = `The comment in line ${comment.start.line}${where} does not ignore it: the configuration locks this rule.`;
  return { ...finding, help: finding.help === "" ? why : `${finding.help} ${why}` };
}

/** Where a rule is undecided, a suppression of it may be needed. */
function unusedFindings(
  { comment, rules, used }: Suppression,
  undecided: readonly UndecidedCheck[],
  isJudged: (rule: string) => boolean,
): Finding[] {
  const unused = [...rules]
    .filter((rule) => !used.has(rule) && isJudged(rule))
    .filter((rule) => !undecided.some((one) => one.rule === rule && one.within.some(overlaps(comment.covers))));
  return unused.map((rule) => {
    const message = `A suppression of ${rule} suppresses nothing.`;
    const finding = defect(unusedSuppression, "warning", comment.at, message, unusedHelp);
    return unused.length === rules.size ? { ...finding, superfluous: comment.at } : finding;
  });
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
