import { defaultEnvironment, type Environment } from "../model/environment.ts";
import type { Kind } from "../model/kinds.ts";
import { Links } from "../model/links.ts";
import type { Project } from "../model/project.ts";
import type { Resource } from "../model/resource.ts";
import { CheckContext, type OptionsOf, type RawFinding, type Surroundings, Undecided } from "./context.ts";
import { Counterparts } from "./counterparts.ts";
import { kindsOf, type Rule } from "./rule.ts";

/** One rule's verdicts before they are merged over environments. */
export interface RuleOutcome {
  readonly rule: Rule;
  readonly findings: readonly RawFinding[];
  readonly undecided: readonly RawUndecided[];
  /** The rule's own defect: it threw. Its other verdicts stand. */
  readonly crash: Crash | undefined;
}

export interface RawUndecided {
  readonly resource: Resource;
  readonly environment: Environment;
  readonly why: string;
}

export interface Crash {
  readonly resource: Resource;
  readonly error: unknown;
}

/** Runs every rule over every resource it looks at, in each environment. */
export function runRules(
  project: Project,
  rules: readonly Rule[],
  today: string,
  options: OptionsOf = () => undefined,
): RuleOutcome[] {
  const byKind = groupByKind(project.resources);
  const surroundings = surroundingsOf(project, today, options);
  return rules.map((rule) => runRule(rule, byKind, surroundings));
}

function groupByKind(resources: readonly Resource[]): Map<Kind, Resource[]> {
  const groups = new Map<Kind, Resource[]>();
  for (const resource of resources) {
    if (resource.existing || resource.supposed) continue;
    const group = groups.get(resource.kind);
    if (group) group.push(resource);
    else groups.set(resource.kind, [resource]);
  }
  return groups;
}

function surroundingsOf(project: Project, today: string, options: OptionsOf): Surroundings {
  const environmentsOfRoot = new Map(project.roots.map((root) => [root.path, root.environments]));
  let counterparts: Counterparts | undefined;
  return {
    links: linksOf(project),
    today,
    options,
    environmentsOfRoot,
    get counterparts() {
      counterparts ??= new Counterparts(project.resources);
      return counterparts;
    },
  };
}

/** The links between the resources of a project. */
export function linksOf(project: Project): Links {
  const environments = new Map(project.roots.map((root) => [root.path, root.environments]));
  return new Links(project.resources, { environments, unread: unreadRoots(project) });
}

/** Roots that call a module which is not on disk: what it declares may be what a rule misses. */
function unreadRoots({ roots }: Project): Map<string, string> {
  const partly = roots.flatMap(({ path, unread = [] }) => unread.slice(0, 1).map((why) => [path, why] as const));
  return new Map(partly.map(([path, why]) => [path, why.replace(/\.$/, "")]));
}

function runRule(rule: Rule, byKind: ReadonlyMap<Kind, readonly Resource[]>, surroundings: Surroundings): RuleOutcome {
  const verdicts = new Verdicts(rule);
  for (const kind of kindsOf(rule)) {
    for (const resource of byKind.get(kind) ?? []) checkResource(verdicts, resource, surroundings);
  }
  return verdicts;
}

/** What a rule's checks found, gathered while they run. */
class Verdicts implements RuleOutcome {
  readonly rule: Rule;
  readonly findings: RawFinding[] = [];
  readonly undecided: RawUndecided[] = [];
  crash: Crash | undefined;

  constructor(rule: Rule) {
    this.rule = rule;
  }

  take(resource: Resource, { environment, findings }: CheckContext<Kind>, end: End, checkedAgainst = 0): void {
    for (const finding of findings) this.findings.push(checkedAgainst > 0 ? { ...finding, checkedAgainst } : finding);
    if (end === undefined) return;
    if (end instanceof Undecided) this.undecided.push({ resource, environment, why: end.why });
    else this.crash ??= { resource, error: end.error };
  }
}

/** How a check ended that did not come to its end. */
type End = Undecided | { readonly error: unknown } | undefined;

/**
 * Checks a resource in its environment. A source of no environment in particular whose check looked into other roots is
 * checked against each of their environments instead.
 */
function checkResource(verdicts: Verdicts, resource: Resource, surroundings: Surroundings): void {
  const { rule } = verdicts;
  const own = new CheckContext(rule.id, resource, resource.environment, surroundings);
  const end = attempt(rule, resource, own, surroundings);
  const crossed = resource.environment.name === defaultEnvironment ? [...own.crossed] : [];
  const others = crossed.filter(({ name }) => name !== defaultEnvironment);
  for (const environment of others) {
    const context = new CheckContext(rule.id, resource, environment, surroundings);
    verdicts.take(resource, context, attempt(rule, resource, context, surroundings), others.length);
  }
  if (others.length === 0) verdicts.take(resource, own, end);
}

function attempt(rule: Rule, resource: Resource, context: CheckContext<Kind>, surroundings: Surroundings): End {
  const end = endOf(() => rule.check(resource, context), context);
  if (!(end instanceof Undecided) || rule.concerns === undefined) return end;
  const asking = new CheckContext(rule.id, resource, context.environment, surroundings);
  let concerned: boolean | undefined;
  const open = endOf(() => {
    concerned = rule.concerns?.(resource, asking);
  }, asking);
  return concerned === false && open === undefined ? undefined : end;
}

function endOf(look: () => void, context: CheckContext<Kind>): End {
  try {
    look();
    return context.leftOpen;
  } catch (thrown) {
    return thrown instanceof Undecided ? thrown : { error: thrown };
  }
}
