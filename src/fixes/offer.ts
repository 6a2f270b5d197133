import type { Finding } from "../engine/finding.ts";
import { type Safety, safetyOf } from "../engine/fix/change.ts";
import { Claims } from "../engine/fix/claims.ts";
import { withoutComment } from "../engine/fix/comment.ts";
import { sortedEdits } from "../engine/fix/edit.ts";
import { editsOf } from "../engine/fix/propose.ts";
import type { Report } from "../engine/report.ts";
import type { LintInput } from "../lint.ts";
import type { Texts } from "../model/files.ts";
import { pathsAround } from "./around.ts";
import { type Candidate, type Effort, Trial } from "./trial.ts";

/** What was linted, and what may not be harmed. */
export interface FixInput extends LintInput {
  /** The files of the whole project, where only a part of it was linted. */
  readonly everywhere?: () => Promise<readonly string[]>;
}

/** The same report, in which findings carry the edits that mend them, as far as these harm nothing else. */
export async function offerFixes(
  report: Report,
  input: FixInput,
  safeties: readonly Safety[] = ["safe", "unsafe"],
  effort: Effort = "thorough",
): Promise<Report> {
  const wanted = report.findings.filter((finding) => safeties.includes(safetyOf(finding)));
  const candidates = wanted.flatMap((finding) => candidateOf(finding, report.texts) ?? []);
  if (candidates.length === 0) return { ...report, tried: safeties };
  const everywhere = (await input.everywhere?.()) ?? input.paths;
  const isWhole = everywhere.length === input.paths.length;
  const edits = candidates.flatMap((candidate) => candidate.edits);
  const paths = effort === "quick" && isWhole ? pathsAround(edits, report.roots, everywhere) : everywhere;
  const trial = await Trial.of(report.texts, { ...input, paths }, new Claims(report.findings), effort);
  const offered = new Map<Finding, Finding>();
  for (const safety of safeties) {
    for (const { finding, edits } of await trial.passing(
      candidates.filter((one) => safetyOf(one.finding) === safety),
    )) {
      offered.set(finding, { ...finding, fix: { safety, edits } });
    }
  }
  const tried = trial.isCutShort ? [] : safeties;
  return { ...report, tried, findings: report.findings.map((finding) => offered.get(finding) ?? finding) };
}

function candidateOf(finding: Finding, texts: Texts): Candidate | undefined {
  if (finding.superfluous) {
    const edit = withoutComment(finding.superfluous, texts);
    return edit && { finding, edits: [edit] };
  }
  if (!finding.proposals) return undefined;
  const edits = finding.proposals.map((proposal) => editsOf(proposal, texts));
  if (edits.some((one) => one === undefined)) return undefined;
  return { finding, edits: sortedEdits(edits.flatMap((one) => one ?? [])) };
}
