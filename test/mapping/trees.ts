import type { Place } from "../../src/model/place.ts";
import { type Reference, type Text, textKey } from "../../src/model/reference.ts";
import type { Declaration, Resource, Source } from "../../src/model/resource.ts";
import type { Entry, Leaf, List, Mapping, Tree, Undecided } from "../../src/model/tree.ts";
import type { Value } from "../../src/model/value.ts";
import { mapDeclaration } from "../../src/parsers/mapping/map.ts";

/** A body as a plain object: every node gets a line of its own, in the order of writing. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined }
  | Undecided;

export function unknown(why = "it is decided at apply", more: Partial<Undecided> = {}): Undecided {
  return { form: "undecided", why, at: placeAt(0), trail: [], ...more };
}

/** A reference of Terraform. */
export function target(address: string, attribute = "id", root = ""): Undecided {
  return unknown("known after apply", { target: { root, address, attribute } });
}

export function placeAt(line: number, file = "main.tf"): Place {
  return { file, start: { line, column: 1 }, end: { line, column: 2 } };
}

/** Builds trees; lines count from 1 in the order in which keys and blocks are written. */
export function treeOf(plain: Plain, lines: { next: number } = { next: 1 }): Tree {
  if (isUndecided(plain)) return { ...plain, at: placeAt(lines.next++) };
  if (Array.isArray(plain)) {
    const at = placeAt(lines.next);
    const list: List = { form: "list", at, trail: [], items: plain.map((item) => treeOf(item as Plain, lines)) };
    return list;
  }
  if (typeof plain === "object" && plain !== null)
    return mappingOf(plain as { readonly [key: string]: Plain | undefined }, lines);
  const leaf: Leaf = { form: "leaf", at: placeAt(lines.next++), trail: [], value: plain as Leaf["value"] };
  return leaf;
}

function mappingOf(plain: { readonly [key: string]: Plain | undefined }, lines: { next: number }): Mapping {
  const header = placeAt(lines.next++);
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(plain)) {
    if (value === undefined) continue;
    entries.set(key, { key: placeAt(lines.next), value: treeOf(value, lines) });
  }
  return { form: "mapping", at: header, trail: [], header, entries };
}

function isUndecided(plain: Plain): plain is Undecided {
  return typeof plain === "object" && plain !== null && "form" in plain && plain.form === "undecided";
}

export interface DeclarationOptions {
  readonly source?: Source;
  readonly versions?: readonly string[];
  readonly address?: string;
  readonly root?: string;
  readonly environment?: Declaration["environment"];
  readonly existing?: boolean;
  readonly existence?: Declaration["existence"];
}

export function declare(type: string, body: Plain, options: DeclarationOptions = {}): Declaration {
  const tree = treeOf(body) as Mapping;
  const address = options.address ?? `${type}.this`;
  return {
    source: options.source ?? "azurerm",
    type,
    versions: options.versions ?? ["3.117.1", "4.81.0", "5.2.0"],
    identity: { root: options.root ?? "", module: "", address, block: address.replace(/\[[^\]]*\]/g, "") },
    environment: options.environment ?? { name: "default", tier: "unclassified" },
    existence: options.existence ?? { certain: true },
    existing: options.existing ?? false,
    at: tree.at,
    header: tree.header,
    body: tree,
    calls: [],
  };
}

/** The one resource of a kind that a declaration yields; `kind:name` tells several of a kind apart. */
export function only(declaration: Declaration, kindAndName: string): Resource {
  const [kind, name] = kindAndName.split(":");
  const found = mapDeclaration(declaration).filter(
    (resource) => resource.kind === kind && (name === undefined || attributesOf(resource).name === name),
  );
  if (found.length !== 1) throw new Error(`${found.length} resources of kind ${kind} in ${declaration.type}`);
  return found[0]!;
}

/** An attribute in short: its content, `?why`, `-` when absent, `-> content` for a default. */
export function short(value: Value<unknown> | undefined): unknown {
  if (value === undefined) return "no such attribute";
  if (value.state === "known") return plainOf(value.value);
  if (value.state === "unknown") return `?${value.why}`;
  const { fallback } = value;
  if (fallback.kind === "value") return { default: fallback.value, of: fallback.of };
  return fallback.kind === "undecidable" ? `-?${fallback.why}` : "-";
}

function plainOf(content: unknown): unknown {
  const reference = content as { readonly by?: string };
  if (typeof content === "object" && content !== null && reference.by !== undefined) return shortReference(content);
  if (Array.isArray(content)) return content.map((item) => short(item as Value<unknown>));
  if (content instanceof Map) return Object.fromEntries([...content].map(([key, value]) => [key, short(value)]));
  return content;
}

function shortReference(content: unknown): string {
  const reference = content as Reference;
  if (reference.by === "address") return `@${reference.target.address}.${reference.target.attribute}`;
  if (reference.by === "name") return `name ${textKey(reference.name)}${groupOf(reference.group)}`;
  return `id ${reference.id.type} ${reference.id.names.map(textKey).join("/")}${groupOf(reference.id.group)}`;
}

function groupOf(group: Text | undefined): string {
  return group ? ` in ${textKey(group)}` : "";
}

/** An id in a resource group. */
export function idOf(type: string, ...names: string[]): string {
  const [namespace, ...types] = type.split("/");
  const path = types.map((part, index) => `${part}/${names[index]}`).join("/");
  return `/subscriptions/s/resourceGroups/rg/providers/${namespace}/${path}`;
}

/** All attributes of a resource in short. */
export function attributesOf(resource: Resource): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const name in resource.attributes) {
    attributes[name] = short((resource.attributes as unknown as Record<string, Value<unknown>>)[name]);
  }
  return attributes;
}
