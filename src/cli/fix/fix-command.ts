import type { Report } from "../../engine/report.ts";
import { lostEdits } from "../../fixes/lost.ts";
import { type FixInput, offerFixes } from "../../fixes/offer.ts";
import { type Judge, type Mended, mend } from "../../fixes/passes.ts";
import { harmlessInLog } from "../../report/text/harmless.ts";
import { count } from "../../report/text/wording.ts";
import { unifiedDiff } from "../../report/unified-diff.ts";
import type { FixArguments } from "../arguments/fix.ts";
import { byteOrderMark, hasByteOrderMark } from "../files/decode.ts";
import { lostSentences } from "./lost-edits.ts";
import { writeFixed } from "./write-fixed.ts";

interface Setting {
  readonly input: FixInput;
  readonly root: string;
  readonly judge: Judge;
  readonly onePass: boolean;
}

/** Applies fixes, or shows them as a diff; gives what is left to report. */
export async function applyFixes(report: Report, { safeties, diff }: FixArguments, setting: Setting) {
  const { input, judge, root, onePass } = setting;
  const mended = await mend(report, input, safeties, judge, onePass ? 1 : undefined);
  if (diff) {
    process.stdout.write(diffOf(report, mended));
    say([diffSentence(mended), ...lostSentences(lostEdits(mended.report, safeties))]);
    return report;
  }
  writeFixed(mended.texts, report.texts, root);
  say([fixedSentence(mended), ...lostSentences(lostEdits(mended.report, safeties))]);
  return { ...mended.report, tried: safeties };
}

function say(sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
}

/** The report with the edits that would mend its findings, for formats that carry them: they are not worth a long wait. */
export function carryFixes(report: Report, input: FixInput): Promise<Report> {
  return offerFixes(report, { ...input, files: report.texts.files }, ["safe", "unsafe"], "quick");
}

function diffOf({ texts }: Report, mended: Mended): string {
  return [...mended.texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => {
      const mark = hasByteOrderMark(texts.files.readBytes(file)) ? byteOrderMark : "";
      return harmlessDiff(unifiedDiff(file, mark + (texts.get(file)?.text ?? ""), mark + text));
    })
    .join("");
}

/** What ends lines and indents them must stay for a diff to be applied, and a mark with which a file begins. */
function harmlessDiff(text: string): string {
  return text
    .split(/([\t\r\n]|(?<=^[-+ ])\ufeff)/m)
    .map((part, index) => (index % 2 === 1 ? part : harmlessInLog(part)))
    .join("");
}

function diffSentence({ findings, texts }: Mended): string {
  if (findings === 0) return "There is nothing that could be fixed.";
  return `${count(findings, "finding")} can be fixed in ${count(texts.size, "file")}.`;
}

function fixedSentence({ findings, texts }: Mended): string {
  if (findings === 0) return "There is nothing that could be fixed.";
  return `Fixed ${count(findings, "finding")} in ${count(texts.size, "file")}.`;
}
