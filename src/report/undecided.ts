import type { UndecidedCheck } from "../engine/finding.ts";
import type { Environment } from "../model/environment.ts";
import type { FormatOptions } from "./format.ts";
import { harmlessInLog } from "./text/harmless.ts";
import { wrap } from "./text/width.ts";
import { count, inEnvironments } from "./text/wording.ts";

/** What could not be decided, grouped by its cause, the cause that stops most checks first, and by resource. */
export function listUndecided(undecided: readonly UndecidedCheck[], options: FormatOptions): string {
  const { style, width } = options;
  const lines = [style.strong("Not decided:")];
  for (const [why, checks] of groupBy(undecided, (check) => check.why)) {
    const reason = wrap(harmlessInLog(cause(why, checks)), width - 4);
    lines.push("", `  ${reason.join("\n    ")}`);
    for (const [, same] of groupBy(checks, whereOf)) lines.push(...waiting(same, options));
  }
  return lines.join("\n");
}

/** "8 checks wait for var.subnet_id, which has no value in dev and prod". */
function cause(why: string, checks: readonly UndecidedCheck[]): string {
  const waiting = count(checks.length, "check waits", "checks wait");
  const [, subject] = /^(\S+|parameter \S+) has no value$/.exec(why) ?? [];
  if (subject === undefined) return `${waiting}: ${why}`;
  const environments = new Map<string, Environment>();
  for (const check of checks)
    for (const environment of check.environments) environments.set(environment.name, environment);
  const where = inEnvironments(
    [...environments.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    6,
  );
  return `${waiting} for ${subject}, which has no value${where === "" ? "" : ` ${where}`}`;
}

/** A resource, and below it the rules that wait. */
function waiting(checks: readonly UndecidedCheck[], { style, width }: FormatOptions): string[] {
  const [first] = checks;
  const parts = whereParts(first!).join(` ${style.faint(style.marks.dot)} `);
  const rules = checks.map(({ rule }) => harmlessInLog(rule)).join(", ");
  return [`    ${parts}`, ...wrap(rules, width - 6).map((line) => `      ${style.faint(line)}`)];
}

function whereOf(check: UndecidedCheck): string {
  return whereParts(check).join("\0");
}

function whereParts({ resource, at, environments }: UndecidedCheck): string[] {
  const where = inEnvironments(environments, 6);
  const place = `${at.file}:${at.start.line}:${at.start.column}`;
  return [resource.address, place, ...(where === "" ? [] : [where])].map(harmlessInLog);
}

/** Largest group first. */
function groupBy(
  checks: readonly UndecidedCheck[],
  keyOf: (check: UndecidedCheck) => string,
): [key: string, checks: UndecidedCheck[]][] {
  const groups = new Map<string, UndecidedCheck[]>();
  for (const check of checks) {
    const group = groups.get(keyOf(check));
    if (group) group.push(check);
    else groups.set(keyOf(check), [check]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
