import type { Finding } from "../../engine/finding.ts";
import { levels } from "../../engine/level.ts";
import { count } from "../text/wording.ts";

/** How much a SARIF file may hold. */
export interface SarifLimits {
  /** Results of the run. */
  readonly results: number;
  /** Why there may be no more of them, as a clause. */
  readonly why: string;
}

/** What GitHub takes: results of a run, of which it shows some; places of a result and of a flow. */
export const githubLimits: SarifLimits = { results: 25_000, why: "GitHub takes 25,000 of a run" };
const mostShown = 5_000;
const mostRelated = 1_000;
const mostFlow = 10_000;

/** All places of a file together, so that a hostile project does not make it endless. */
const mostPlaces = 300_000;

/** What of a report goes into a SARIF file. */
export interface Selection {
  /** In the order of the report; where not all fit, the worst ones. */
  readonly findings: readonly Finding[];
  /** How many related places and steps a result may have. */
  readonly related: number;
  readonly flow: number;
  /** What is left out and why. */
  readonly sentences: readonly string[];
}

/** Chooses what fits into a file. */
export function selectForSarif(found: readonly Finding[], limits: SarifLimits = githubLimits): Selection {
  const findings = found.length > limits.results ? worstOf(found, limits.results) : found;
  const share = Math.max(10, Math.floor(mostPlaces / Math.max(1, findings.length)));
  const isCrowded = countPlaces(findings) > mostPlaces;
  const related = isCrowded ? Math.min(share, mostRelated) : mostRelated;
  const flow = isCrowded ? Math.min(share, mostFlow) : mostFlow;
  const cut = findings.filter((finding) => finding.related.length > related || finding.trail.length >= flow).length;
  const left = found.length - findings.length;
  const sentences = [
    ...(left > 0 ? [`${count(left, "finding is", "findings are")} left out, because ${limits.why}.`] : []),
    ...(findings.length > mostShown ? [`GitHub shows the worst 5,000 of ${count(findings.length, "finding")}.`] : []),
    ...(cut > 0
      ? [`${count(cut, "finding rests", "findings rest")} on more places than GitHub takes: some are left out.`]
      : []),
  ];
  return { findings, related, flow, sentences };
}

function countPlaces(findings: readonly Finding[]): number {
  return findings.reduce((sum, { related, trail }) => sum + related.length + trail.length, 0);
}

function worstOf(findings: readonly Finding[], most: number): Finding[] {
  const order = findings.map((finding, index) => ({ finding, index }));
  const worst = order.sort((a, b) => levels.indexOf(a.finding.level) - levels.indexOf(b.finding.level));
  const kept = worst.slice(0, most).sort((a, b) => a.index - b.index);
  return kept.map(({ finding }) => finding);
}
