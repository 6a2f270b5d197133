import { nearest } from "../../model/nearest.ts";
import type { Comment } from "../../model/project.ts";
import type { Finding } from "../finding.ts";
import { defect, expiredHelp, invalidSuppression } from "./defects.ts";

/** A comment that says which rules it ignores, and why. */
export interface Suppression {
  readonly comment: Comment;
  readonly rules: ReadonlySet<string>;
  readonly reason: string;
  /** The rules of which it covers a finding. */
  readonly used: Set<string>;
}

/** `ml-lint ignore[rule, rule] until 2027-03-01: reason`, where the date may be left out. */
const syntax = /^ml-lint\s+ignore\s*\[([^\]]*)\]([^:]*)(?::(.*))?$/s;

/** What means to be a suppression; any other comment only mentions ml-lint. */
const addressed = /^ml-lint(?:\s+|\s*[:-]\s*)(?:ignore|disable|suppress|skip)\b/i;

const form = "Write ml-lint ignore[group/rule]: and the reason.";

/** Reads a comment; undefined where it is none to us. `names` leads from ids and former names of rules to ids. */
export function readSuppression(
  comment: Comment,
  names: ReadonlyMap<string, string>,
  today: string,
): Suppression | { readonly defect: Finding } | undefined {
  const text = comment.text.trim();
  if (!addressed.test(text)) return undefined;
  const [, listed, condition = "", reason = ""] = syntax.exec(text) ?? [];
  const wrong = (message: string, help: string) => ({
    defect: defect(invalidSuppression, "error", comment.at, message, help),
  });
  if (listed === undefined) return wrong("A comment to ml-lint says nothing that it understands.", form);
  const written = listed.split(",").map((name) => name.trim());
  const unknown = written.find((name) => !names.has(name));
  if (unknown === "") return wrong("A suppression names no rule.", form);
  if (unknown !== undefined) {
    return wrong(`A suppression names ${unknown}, which is no rule.`, unknownHelp(unknown, names.keys()));
  }
  const named = written.join(", ");
  if (reason.trim() === "")
    return wrong(`A suppression of ${named} gives no reason.`, "Write the reason after a colon.");
  const problem = conditionProblem(condition.trim(), named, today);
  if (problem) return wrong(problem.message, problem.help);
  return { comment, rules: new Set(written.map((name) => names.get(name)!)), reason: reason.trim(), used: new Set() };
}

function unknownHelp(name: string, known: Iterable<string>): string {
  const ids = [...known];
  const near = ids.find((id) => id.endsWith(`/${name}`)) ?? nearest(name, ids);
  return near === undefined ? "Name the rule by its full id, as the finding does." : `Did you mean ${near}?`;
}

function conditionProblem(condition: string, rules: string, today: string) {
  if (condition === "") return undefined;
  const until = /^until\s+(\d{4}-\d{2}-\d{2})$/.exec(condition)?.[1];
  if (until === undefined || !isDate(until)) {
    return {
      message: `A suppression of ${rules} has a condition that cannot be read: ${condition}.`,
      help: "Write until and a date, such as until 2027-03-01, before the colon.",
    };
  }
  if (until >= today) return undefined;
  return { message: `A suppression of ${rules} expired on ${until}.`, help: expiredHelp };
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
