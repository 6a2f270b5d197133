import type { Report } from "../engine/report.ts";
import { harmless } from "./text/harmless.ts";
import { count } from "./text/wording.ts";

/** What a report leaves out, and why; empty where everything is reported. */
export function leftOutSentences(report: Report): string[] {
  return [suppressedSentence(report), knownSentence(report), changeSentence(report)].filter((text) => text !== "");
}

function suppressedSentence({ suppressed }: Report): string {
  if (suppressed.length === 0) return "";
  const comments = suppressed.filter(({ by }) => by === "comment").length;
  const by =
    comments === suppressed.length ? "comments" : comments === 0 ? "ml-lint.yaml" : "comments and by ml-lint.yaml";
  const byOne = by === "comments" ? "a comment" : by;
  const [findings, are] = [count(suppressed.length, "finding"), suppressed.length === 1 ? "is" : "are"];
  return `${findings} ${are} suppressed by ${suppressed.length === 1 ? byOne : by}.`;
}

function knownSentence({ known }: Report): string {
  if (!known) return "";
  const { findings, gone } = known;
  const name = harmless(known.baseline);
  const prune = `run --write-baseline to remove ${gone === 1 ? "it" : "them"}`;
  const occur = gone === 1 ? "occurs" : "occur";
  if (findings.length === 0)
    return gone === 0 ? "" : `${count(gone, "finding")} in ${name} no longer ${occur}: ${prune}.`;
  const shown = `${count(findings.length, "known finding")} ${findings.length === 1 ? "is" : "are"} not shown (${name})`;
  return gone === 0 ? `${shown}.` : `${shown}; ${gone} more in it no longer ${occur}: ${prune}.`;
}

function changeSentence({ leftOut }: Report): string {
  if (!leftOut || leftOut.findings.length === 0) return "";
  const { findings, since } = leftOut;
  const [are, they, do_] = findings.length === 1 ? ["is", "it", "does"] : ["are", "they", "do"];
  if (since === undefined) {
    return `${count(findings.length, "finding")} elsewhere ${are} not shown, because ${they} ${do_} not touch the given paths.`;
  }
  const them = findings.length === 1 ? "it" : "them";
  return `${count(findings.length, "older finding")} ${are} not shown, because nothing since ${harmless(since)} touches ${them}.`;
}

/** Whether something was found and is left out because it is not new. */
export function hidesOlder({ known, leftOut }: Report): boolean {
  return (known?.findings.length ?? 0) > 0 || (leftOut?.since !== undefined && leftOut.findings.length > 0);
}
