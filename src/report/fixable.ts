import type { Finding } from "../engine/finding.ts";
import { safetyOf } from "../engine/fix/change.ts";
import { originOf } from "../engine/fix/origin.ts";
import type { Report } from "../engine/report.ts";
import { deciding } from "../model/tree.ts";
import { count } from "./text/wording.ts";

/** Where a finding says that it can be fixed. */
export function fixableWord({ fix }: Finding): string | undefined {
  if (fix === undefined) return undefined;
  return fix.safety === "safe" ? "fixable" : "fixable with a look";
}

/** How many findings can be fixed, as far as that was found out, and how many of the others may be. */
export function fixSentences(report: Report): string[] {
  return [canBeFixed(report), ...mayBeFixed(report)].filter((sentence) => sentence !== undefined);
}

function canBeFixed({ findings }: Report): string | undefined {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  const safe = fixes.filter((fix) => fix.safety === "safe").length;
  const unsafe = fixes.length - safe;
  if (safe === 0) return unsafe === 0 ? undefined : `${count(unsafe, "finding")} can be fixed with --fix=unsafe.`;
  const more = unsafe === 0 ? "" : `, ${unsafe} more with --fix=unsafe`;
  return `${count(safe, "finding")} can be fixed with --fix${more}.`;
}

/** Whether a fix harms nothing takes more than one reading of the project to say. */
function mayBeFixed({ findings, texts, tried = [] }: Report): string[] {
  const origins = new Map<string, boolean>();
  const isOpen = (finding: Finding) => {
    if (finding.fix || (!finding.proposals && !finding.superfluous)) return false;
    if (tried.includes(safetyOf(finding))) return false;
    const { file } = deciding(finding);
    const isOverwritten = origins.get(file) ?? originOf(file, texts.get(file)?.text ?? "") !== undefined;
    origins.set(file, isOverwritten);
    return !isOverwritten;
  };
  const open = findings.filter(isOpen);
  const safe = open.filter((finding) => safetyOf(finding) === "safe").length;
  return [
    ...(safe === 0 ? [] : [`${count(safe, "finding")} may have a fix: --diff shows it.`]),
    ...afterLook(open.length - safe, safe > 0),
  ];
}

function afterLook(amount: number, isMore: boolean): string[] {
  if (amount === 0) return [];
  const subject = isMore ? `${amount} more may have one` : `${count(amount, "finding")} may have a fix`;
  return [`${subject} that needs a look: --fix=unsafe --diff shows it.`];
}
