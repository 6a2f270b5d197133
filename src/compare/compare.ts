import type { Report } from "../engine/report.ts";
import { linksOf } from "../engine/run.ts";
import { type Filter, isWanted } from "../model/filter.ts";
import type { Links } from "../model/links.ts";
import type { Project } from "../model/project.ts";
import type { Resource } from "../model/resource.ts";
import { type Column, groupRoots, type RootGroup } from "./columns.ts";
import type { ComparedResource, Comparison, Table } from "./comparison.ts";
import { comparedKinds, controlsFor } from "./controls/index.ts";
import { type Match, matchResources } from "./match.ts";
import { Objections } from "./objections.ts";
import { rowsOf } from "./rows.ts";

export interface CompareInput {
  readonly project: Project;
  /** What a lint run says of the same project. */
  readonly report: Report;
  /** Paths that the caller names side by side, relative to the project root. */
  readonly paths: readonly string[];
  readonly filter: Filter;
  /** Only rows whose environments differ, or may differ. */
  readonly differencesOnly: boolean;
}

/** Lays the controls of every resource out over the environments. */
export function compare({ project, report, paths, filter, differencesOnly }: CompareInput): Comparison {
  const shown = project.resources.filter(
    (resource) => !resource.existing && controlsFor(resource.kind) && isWanted(resource, filter),
  );
  const byRoot = groupByRoot(shown);
  const populated = project.roots.filter(({ path }) => byRoot.has(path));
  const surroundings = { links: linksOf(project), objections: new Objections(report), differencesOnly };
  const tables = groupRoots(populated, paths).map((group) => {
    const resources = group.roots.flatMap(({ path }) => byRoot.get(path) ?? []);
    return tableOf(group, resources, surroundings);
  });
  return {
    version: report.version,
    tables: tables.filter(({ resources }) => resources.length > 0),
    emptyRoots: project.roots.length - populated.length,
    differencesOnly,
    titles: new Map([...report.rules].map(([id, { title }]) => [id, title])),
    failures: report.failures,
  };
}

function groupByRoot(resources: readonly Resource[]): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.identity.root);
    if (group) group.push(resource);
    else groups.set(resource.identity.root, [resource]);
  }
  return groups;
}

interface Surroundings {
  readonly links: Links;
  readonly objections: Objections;
  readonly differencesOnly: boolean;
}

function tableOf(group: RootGroup, resources: readonly Resource[], surroundings: Surroundings): Table {
  const matches = matchResources(resources, group.columns);
  const compared = matches.map((match) => comparedResource(match, group.columns, surroundings));
  const order = new Map(comparedKinds.map(({ kind }, index) => [kind, index]));
  return {
    title: group.title,
    language: group.roots[0]!.language,
    roots: group.roots.map(({ path }) => path),
    columns: group.columns,
    resources: compared
      .filter(({ rows }) => rows.length > 0)
      .sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0)),
    gaps: gapsIn(group),
  };
}

function comparedResource(match: Match, columns: readonly Column[], surroundings: Surroundings): ComparedResource {
  const { label, controls } = controlsFor(match.kind)!;
  const members = columns.map((_, index) => match.resources.get(index));
  const first = members.find((member) => member !== undefined)!;
  const rows = rowsOf(controls, members, surroundings.links, surroundings.objections);
  return {
    kind: match.kind,
    label,
    type: first.type,
    address: first.identity.address,
    members,
    rows: surroundings.differencesOnly
      ? rows.filter(({ sameness }) => sameness === "different" || sameness === "open")
      : rows,
  };
}

/** Modules that could not be read: what they declare is missing from the table. */
function gapsIn({ roots }: RootGroup): string[] {
  return [...new Set(roots.flatMap(({ unread = [] }) => unread))];
}
