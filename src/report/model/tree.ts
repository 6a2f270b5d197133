import { compareEnvironments } from "../../model/environment-order.ts";
import { type Filter, isWanted } from "../../model/filter.ts";
import type { Links } from "../../model/links.ts";
import type { Project, Root } from "../../model/project.ts";
import type { Resource } from "../../model/resource.ts";
import { withoutSecrets } from "../../model/secret-attributes.ts";
import type { Value } from "../../model/value.ts";
import { harmlessInLog } from "../text/harmless.ts";
import type { Style } from "../text/style.ts";
import { displayWidth, wrap } from "../text/width.ts";
import { count } from "../text/wording.ts";
import { type ShownValue, shownValue } from "./value.ts";

export interface TreeOptions {
  readonly style: Style;
  readonly width: number;
  readonly filter: Filter;
  readonly links: Links;
}

/** The model as a tree: roots, their environments, the resources of each, and where every value comes from. */
export function modelTree(project: Project, options: TreeOptions): string {
  const shown = project.resources.filter((resource) => isWanted(resource, options.filter));
  const byRoot = new Map<string, Resource[]>();
  for (const resource of shown) {
    const list = byRoot.get(resource.identity.root);
    if (list) list.push(resource);
    else byRoot.set(resource.identity.root, [resource]);
  }
  const trees = project.roots.flatMap((root) => {
    const resources = byRoot.get(root.path);
    return resources === undefined ? [] : [rootTree(root, resources, options)];
  });
  const whole = `${count(shown.length, "resource")} in ${count(trees.length, "root")}.`;
  return `${[...trees, shown.length === 0 ? "Found no resource." : whole].join("\n\n")}\n`;
}

function rootTree(root: Root, resources: readonly Resource[], options: TreeOptions): string {
  const { style } = options;
  const path = root.path === "" ? "." : harmlessInLog(root.path);
  const environments = [...root.environments].sort(compareEnvironments).flatMap((environment) => {
    const own = resources.filter((resource) => resource.environment.name === environment.name);
    if (own.length === 0) return [];
    const heading = `${style.strong(harmlessInLog(environment.name))} ${style.faint(`(${environment.tier})`)}`;
    return [["", `  ${heading}`, ...own.flatMap((resource) => ["", ...resourceLines(resource, options)])].join("\n")];
  });
  return [`${style.strong(path)} ${style.faint(root.language)}`, ...environments].join("\n");
}

function resourceLines(resource: Resource, options: TreeOptions): string[] {
  const { style, width } = options;
  const { identity, kind, type, existing, existence, header, version } = resource;
  const facts = [kind, ...(type === kind ? [] : [type]), ...(version === undefined ? [] : [version])];
  const dot = ` ${style.marks.dot} `;
  const place = `${header.file}:${header.start.line}`;
  const lines = [
    `    ${style.strong(harmlessInLog(identity.address))}`,
    `      ${style.faint(harmlessInLog([...facts, place].join(dot)))}`,
  ];
  if (existing) lines.push("      declared elsewhere, and only looked up here");
  if (!existence.certain) lines.push(...indented(`may not exist: ${existence.why}`, 6, width));
  return [...lines, ...attributeLines(resource, options)];
}

/** Attributes are getters on a prototype, which only `for … in` lists. */
function attributeLines(resource: Resource, options: TreeOptions): string[] {
  const attributes = resource.attributes as Readonly<Record<string, Value<unknown>>>;
  const names: string[] = [];
  const unwritten: string[] = [];
  for (const name in attributes) {
    const value = attributes[name]!;
    const isNothing = value.state === "absent" && value.fallback.kind === "none";
    (isNothing ? unwritten : names).push(name);
  }
  const longest = Math.max(0, ...names.map(displayWidth));
  const lines = names.flatMap((name) => {
    const value = withoutSecrets(resource, name, attributes[name]!);
    const shown = shownValue(name, value, resource, options);
    return valueLines(`${name.padEnd(longest)}  `, shown, 6, options);
  });
  if (unwritten.length > 0) {
    const names = indented(`not written: ${unwritten.join(", ")}`, 6, options.width);
    lines.push(...names.map((line) => options.style.faint(line)));
  }
  return lines;
}

/** The trail stands behind the value where it fits, else on lines of its own. */
function valueLines(
  name: string,
  { words, trail, entries }: ShownValue,
  columns: number,
  options: TreeOptions,
): string[] {
  const { style, width } = options;
  const indent = " ".repeat(columns);
  const first = `${indent}${name}${words}`;
  const fits = displayWidth(withoutStyle(first)) + displayWidth(trail) + 2 <= width;
  const below = entries.flatMap((entry) => valueLines("", entry, columns + 4, options));
  if (trail === "") return [first, ...below];
  if (fits) return [`${first}  ${style.faint(trail)}`, ...below];
  const lines = wrap(trail, width - columns - 4).map((line) => `${indent}    ${style.faint(line)}`);
  return [first, ...lines, ...below];
}

/** Colours take no room. */
function withoutStyle(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, "");
}

function indented(text: string, columns: number, width: number): string[] {
  return wrap(harmlessInLog(text), width - columns - 2).map(
    (line, index) => `${" ".repeat(index === 0 ? columns : columns + 2)}${line}`,
  );
}
