import type { Environment } from "../model/environment.ts";
import { comparePlaces, type Place, placeKey } from "../model/place.ts";
import { blockKey, type Resource } from "../model/resource.ts";
import type { Step } from "../model/tree.ts";
import { mergeKey, type RawFinding } from "./context.ts";
import type { Finding, ResourceName, UndecidedCheck, Verdict } from "./finding.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { proposalsOf } from "./fix/proposals.ts";
import { type Level, levels, type Severity } from "./level.ts";
import type { Rule } from "./rule.ts";
import type { RuleOutcome } from "./run.ts";

/** The severity of a rule for a finding, configuration included; `drafted` is the level that the rule asks for. */
export type SeverityOf = (rule: string, environment: Environment, at: Place, drafted?: Level) => Severity;

interface Graded {
  readonly raw: RawFinding;
  readonly level: Level;
}

/** Merges one rule's raw findings: one per resource block and attribute, over environments and instances. */
export function mergeFindings(outcome: RuleOutcome, severityOf: SeverityOf): Finding[] {
  const groups = new Map<string, Graded[]>();
  for (const raw of outcome.findings) {
    const level = severityOf(outcome.rule.id, raw.environment, raw.at, raw.level);
    if (level === "off") continue;
    const key = mergeKey(raw);
    const group = groups.get(key);
    if (group) group.push({ raw, level });
    else groups.set(key, [{ raw, level }]);
  }
  return [...groups.values()].map((group) => mergeGroup(outcome.rule, group));
}

function mergeGroup(rule: Rule, group: readonly Graded[]): Finding {
  const worst = [...group].sort(compareGraded)[0]!;
  const { raw, level } = worst;
  const primary = raw.basis[0]!;
  const instances = uniqueBy(
    group.filter((member) => member.raw.environment.name === raw.environment.name),
    (member) => member.raw.resource.identity.address,
  );
  const proposals = proposalsOf(
    rule,
    group.map((member) => member.raw),
  );
  return {
    rule: rule.id,
    level,
    message: instances.length > 1 ? `${raw.message} ${alsoAffected(instances, raw)}` : raw.message,
    help: raw.help,
    at: raw.at,
    trail: primary.trail,
    related: relatedPlaces(raw.at, group),
    environments: uniqueBy(
      group.map((member) => member.raw.environment),
      (environment) => environment.name,
    ).sort((a, b) => (a.name < b.name ? -1 : 1)),
    resource: nameOf(raw.resource),
    attribute: raw.attribute,
    block: raw.resource.at,
    calls: uniqueBy(
      group.flatMap((member) => member.raw.resource.calls),
      placeKey,
    ),
    ...(group.some((member) => member.raw.basis.some((value) => value.sensitive)) && { sensitive: true as const }),
    ...(proposals && { proposals }),
    verdicts: group.map(verdictOf),
    within: (names) =>
      mergeGroup(
        rule,
        group.filter((member) => names.has(member.raw.environment.name)),
      ),
    fingerprint: fingerprintOf(rule.id, raw.resource.identity, raw.attribute),
  };
}

function verdictOf({ raw: { resource }, level }: Graded): Verdict {
  return { address: resource.identity.address, environment: resource.environment.name, level };
}

function alsoAffected(instances: readonly Graded[], shown: RawFinding): string {
  const others = instances
    .map((member) => member.raw.resource.identity.address)
    .filter((address) => address !== shown.resource.identity.address);
  const named = others.slice(0, 3).join(", ");
  const more = others.length - 3;
  return `The same holds for ${named}${more > 0 ? ` and ${more} more` : ""}.`;
}

function compareGraded(a: Graded, b: Graded): number {
  const byLevel = levels.indexOf(a.level) - levels.indexOf(b.level);
  if (byLevel !== 0) return byLevel;
  const [nameA, nameB] = [a.raw.environment.name, b.raw.environment.name];
  if (nameA !== nameB) return nameA < nameB ? -1 : 1;
  const [addressA, addressB] = [a.raw.resource.identity.address, b.raw.resource.identity.address];
  return addressA < addressB ? -1 : addressA > addressB ? 1 : 0;
}

/** Every place the verdict rests on, over all environments, without repeating the finding's own. */
function relatedPlaces(at: Place, group: readonly Graded[]): Step[] {
  const seen = new Set([placeKey(at)]);
  const related: Step[] = [];
  const add = (step: Step) => {
    const key = placeKey(step.at);
    if (seen.has(key)) return;
    seen.add(key);
    related.push(step);
  };
  for (const { raw } of group) {
    for (const [index, value] of raw.basis.entries()) {
      if (index > 0) add({ at: value.at, text: "the verdict rests on this, too" });
      for (const step of value.trail) add(step);
    }
  }
  return related;
}

/** Merges what could not be decided: one per rule, resource block and cause. */
export function mergeUndecided(outcome: RuleOutcome): UndecidedCheck[] {
  const groups = new Map<string, { first: RuleOutcome["undecided"][number]; environments: Environment[] }>();
  for (const raw of outcome.undecided) {
    const key = `${blockKey(raw.resource.identity)}\0${raw.resource.kind}\0${raw.why}`;
    const group = groups.get(key);
    if (group) group.environments.push(raw.environment);
    else groups.set(key, { first: raw, environments: [raw.environment] });
  }
  return [...groups.values()].map(({ first, environments }) => ({
    rule: outcome.rule.id,
    why: first.why,
    resource: nameOf(first.resource),
    at: first.resource.header,
    within: [first.resource.at, ...first.resource.calls],
    environments: uniqueBy(environments, (environment) => environment.name),
  }));
}

/** Where findings stand in every report: by place, then rule, then attribute. */
export function compareFindings(a: Finding, b: Finding): number {
  const byPlace = comparePlaces(a.at, b.at);
  if (byPlace !== 0) return byPlace;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0;
}

function nameOf(resource: Resource): ResourceName {
  return { ...resource.identity, type: resource.type, kind: resource.kind };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const unique = new Map<string, T>();
  for (const item of items) if (!unique.has(key(item))) unique.set(key(item), item);
  return [...unique.values()];
}
