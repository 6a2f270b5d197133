import type { UndecidedCheck } from "../engine/finding.ts";
import type { FormatOptions } from "./format.ts";
import { harmlessInLog } from "./harmless.ts";
import { wrap } from "./width.ts";
import { count, inEnvironments } from "./wording.ts";

/** What could not be decided, grouped by its cause, the cause that stops most checks first. */
export function listUndecided(undecided: readonly UndecidedCheck[], { style, width }: FormatOptions): string {
  const lines = [style.strong("Not decided:")];
  for (const [why, checks] of causes(undecided)) {
    const waiting = `${count(checks.length, "check waits", "checks wait")}:`;
    const reason = wrap(`${waiting} ${harmlessInLog(why)}`, width - 4);
    lines.push("", `  ${reason.join("\n    ")}`);
    for (const check of checks) {
      const where = inEnvironments(check.environments, 6);
      const { file, start } = check.at;
      const place = `${harmlessInLog(file)}:${start.line}:${start.column}`;
      const parts = [check.rule, harmlessInLog(check.resource.address), place, ...(where === "" ? [] : [where])];
      lines.push(`    ${parts.map(harmlessInLog).join(` ${style.faint(style.marks.dot)} `)}`);
    }
  }
  return lines.join("\n");
}

function causes(undecided: readonly UndecidedCheck[]): [why: string, checks: UndecidedCheck[]][] {
  const groups = new Map<string, UndecidedCheck[]>();
  for (const check of undecided) {
    const group = groups.get(check.why);
    if (group) group.push(check);
    else groups.set(check.why, [check]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
