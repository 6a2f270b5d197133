import type { Location, Result, Run } from "sarif";
import { type Level, levels } from "../../engine/level.ts";
import { environmentNamed } from "../../model/environment.ts";
import { harmless } from "../text/harmless.ts";
import { inEnvironments } from "../text/wording.ts";

/** GitHub takes no more of each: results of a run, and locations of a result. */
export const mostResults = 25_000;
const mostRelated = 1000;

const fingerprint = "mlLint/v1";

/** The results of several runs, worst first: what one run found in dev and another in prod is one finding. */
export function mergeResults(runs: readonly Run[], ruleIndices: ReadonlyMap<string, number>): Result[] {
  const groups = new Map<string, Result[]>();
  for (const [at, run] of runs.entries()) {
    for (const result of run.results ?? []) {
      const key = keyOf(result) ?? `${at}:${groups.size}`;
      const group = groups.get(key);
      if (group) group.push(result);
      else groups.set(key, [result]);
    }
  }
  return [...groups.values()].map((group) => withRule(mergeGroup(group), ruleIndices)).sort(byLevel);
}

/** By place, then rule: where results stand in every report. */
export function compareResults(a: Result, b: Result): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  if (first.uri !== second.uri) return first.uri < second.uri ? -1 : 1;
  return first.line - second.line || first.column - second.column || ((a.ruleId ?? "") < (b.ruleId ?? "") ? -1 : 1);
}

/** A resource's finding is known by its fingerprint wherever it stands; any other one also by its place. */
function keyOf(result: Result): string | undefined {
  const known = result.partialFingerprints?.[fingerprint];
  if (known === undefined) return undefined;
  const hasResource = (result.locations?.[0]?.logicalLocations?.length ?? 0) > 0;
  if (hasResource) return `${result.ruleId} ${known}`;
  const { uri, line, column } = placeOf(result);
  return `${result.ruleId} ${known} ${line}:${column} ${uri}`;
}

function placeOf(result: Result) {
  const physical = result.locations?.[0]?.physicalLocation;
  return {
    uri: physical?.artifactLocation?.uri ?? "",
    line: physical?.region?.startLine ?? 0,
    column: physical?.region?.startColumn ?? 0,
  };
}

function mergeGroup(group: readonly Result[]): Result {
  const [worst, ...others] = [...group].sort(byState);
  if (worst === undefined || others.length === 0) return group[0]!;
  const environments = [...new Set(group.flatMap(environmentsOf))].sort();
  const related = uniteRelated(worst, others);
  return {
    ...worst,
    message: { ...worst.message, ...textIn(environments, worst) },
    ...(related.length > 0 && { relatedLocations: related }),
    properties: { ...worst.properties, ...(environments.length > 0 && { environments }) },
  };
}

/** What is not suppressed and not known before what is, then the worse level. */
function byState(a: Result, b: Result): number {
  return rank(a) - rank(b) || byLevel(a, b);
}

function rank({ suppressions, baselineState }: Result): number {
  if (suppressions !== undefined && suppressions.length > 0) return 2;
  return baselineState === "unchanged" ? 1 : 0;
}

function byLevel(a: Result, b: Result): number {
  return levelRank(a) - levelRank(b);
}

function levelRank({ level }: Result): number {
  const at = levels.indexOf((level ?? "warning") as Level);
  return at < 0 ? levels.length : at;
}

function environmentsOf({ properties }: Result): string[] {
  const names: unknown = properties?.["environments"];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** The message names its environments in a sentence of its own. */
function textIn(environments: readonly string[], result: Result): { text?: string } {
  const { text } = result.message;
  const former = sentence(environmentsOf(result));
  if (text === undefined || former === "") return {};
  return { text: text.replace(former, () => sentence(environments)) };
}

function sentence(names: readonly string[]): string {
  const where = inEnvironments(names.map((name) => environmentNamed(name)));
  return where === "" ? "" : `This holds ${harmless(where).replace(/[\\[\]]/g, "\\$&")}.`;
}

/** The worst one's places keep their ids, because its message links to them. */
function uniteRelated(worst: Result, others: readonly Result[]): Location[] {
  const related = [...(worst.relatedLocations ?? [])];
  const seen = new Set(related.map(physicalKey));
  let id = related.reduce((highest, location) => Math.max(highest, location.id ?? 0), 0);
  for (const location of others.flatMap((other) => other.relatedLocations ?? [])) {
    const key = physicalKey(location);
    if (seen.has(key) || related.length >= mostRelated) continue;
    seen.add(key);
    related.push({ ...location, id: ++id });
  }
  return related;
}

function physicalKey({ physicalLocation }: Location): string {
  return JSON.stringify(physicalLocation);
}

function withRule(result: Result, indices: ReadonlyMap<string, number>): Result {
  const { ruleIndex: _, ...rest } = result;
  const index = indices.get(result.ruleId ?? "");
  return index === undefined ? rest : { ...rest, ruleIndex: index };
}
