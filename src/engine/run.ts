import { defaultEnvironment, type Environment } from "../model/environment.ts";
import type { Kind } from "../model/kinds.ts";
import { Links } from "../model/links.ts";
import type { Project } from "../model/project.ts";
import type { Resource } from "../model/resource.ts";
import { CheckContext, counterpartKey, type RawFinding, type Surroundings, Undecided } from "./context.ts";
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
  options: Surroundings["options"] = new Map(),
): RuleOutcome[] {
  const byKind = groupByKind(project.resources);
  const surroundings = surroundingsOf(project, today, options);
  return rules.map((rule) => runRule(rule, byKind, surroundings));
}

function groupByKind(resources: readonly Resource[]): Map<Kind, Resource[]> {
  const groups = new Map<Kind, Resource[]>();
  for (const resource of resources) {
    if (resource.existing) continue;
    const group = groups.get(resource.kind);
    if (group) group.push(resource);
    else groups.set(resource.kind, [resource]);
  }
  return groups;
}

function surroundingsOf(project: Project, today: string, options: Surroundings["options"]): Surroundings {
  const environmentsOfRoot = new Map(project.roots.map((root) => [root.path, root.environments]));
  let counterparts: Map<string, Resource> | undefined;
  return {
    links: new Links(project.resources, { environments: environmentsOfRoot, unread: unreadRoots(project) }),
    today,
    options,
    environmentsOfRoot,
    get counterparts() {
      counterparts ??= new Map(
        project.resources.map((resource) => [counterpartKey(resource, resource.environment), resource]),
      );
      return counterparts;
    },
  };
}

/** Roots that call a module which is not on disk: what it declares may be what a rule misses. */
function unreadRoots(project: Project): Map<string, string> {
  const unread = new Map<string, string>();
  for (const { rule, root, message } of project.problems) {
    if (rule === "project/unresolved-module" && root !== undefined) unread.set(root, message.replace(/\.$/, ""));
  }
  return unread;
}

function runRule(rule: Rule, byKind: ReadonlyMap<Kind, readonly Resource[]>, surroundings: Surroundings): RuleOutcome {
  const findings: RawFinding[] = [];
  const undecided: RawUndecided[] = [];
  let crash: Crash | undefined;
  for (const kind of kindsOf(rule)) {
    for (const resource of byKind.get(kind) ?? []) {
      for (const context of checkResource(rule, resource, surroundings)) {
        findings.push(...context.findings);
        if (context.end === undefined) continue;
        if (context.end instanceof Undecided) {
          undecided.push({ resource, environment: context.environment, why: context.end.why });
        } else {
          crash ??= { resource, error: context.end.error };
        }
      }
    }
  }
  return { rule, findings, undecided, crash };
}

interface FinishedCheck {
  readonly environment: Environment;
  readonly findings: readonly RawFinding[];
  readonly end: Undecided | { readonly error: unknown } | undefined;
}

/**
 * Checks a resource in its environment. A source of no environment in particular whose check looked into other roots is
 * checked against each of their environments instead.
 */
function checkResource(rule: Rule, resource: Resource, surroundings: Surroundings): FinishedCheck[] {
  const own = new CheckContext(rule.id, resource, resource.environment, surroundings);
  const end = attempt(rule, resource, own);
  const crossed = [...own.crossed.values()].filter((environment) => environment.name !== defaultEnvironment);
  if (resource.environment.name !== defaultEnvironment || crossed.length === 0) {
    return [{ environment: own.environment, findings: own.findings, end }];
  }
  return crossed.map((environment) => {
    const context = new CheckContext(rule.id, resource, environment, surroundings);
    return { environment, end: attempt(rule, resource, context), findings: context.findings };
  });
}

function attempt(rule: Rule, resource: Resource, context: CheckContext<Kind>): FinishedCheck["end"] {
  try {
    rule.check(resource, context);
    return undefined;
  } catch (thrown) {
    return thrown instanceof Undecided ? thrown : { error: thrown };
  }
}
