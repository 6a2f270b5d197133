import type { SourceText } from "../../../model/place.ts";
import type { Entry, Mapping, Step, Tree } from "../../../model/tree.ts";
import { readJson } from "../../json/reader.ts";
import { noLinks, PlanMapping } from "./plan-tree.ts";

const noSteps: readonly Step[] = [];
const bodyParts = ["properties", "sku", "kind", "zones"];

/** A planned azapi resource in the shape in which ARM is handed it; see `azapiDeclaration` for that shape. */
export function planAzapiBody(body: Mapping, source: SourceText): Mapping {
  const { at, header, trail } = body;
  let entries: ReadonlyMap<string, Entry> | undefined;
  return {
    form: "mapping",
    at,
    header,
    trail,
    get entries() {
      entries ??= collect(body, source);
      return entries;
    },
  };
}

function collect(body: Mapping, source: SourceText): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const written = body.entries.get("body");
  if (written) {
    const value = decoded(written.value, source);
    if (value.form === "mapping") for (const [name, entry] of value.entries) entries.set(name, entry);
    else if (value.form === "undecided") for (const name of bodyParts) entries.set(name, { ...written, value });
  }
  for (const name of ["name", "location", "tags", "parent_id"]) {
    const entry = body.entries.get(name);
    if (entry) entries.set(name, entry);
  }
  const id = body.entries.get("resource_id");
  if (id) entries.set("id", id);
  const identity = body.entries.get("identity");
  if (identity) entries.set("identity", { key: identity.key, value: identityOf(identity.value) });
  return entries;
}

/** Older versions of azapi hold the body as a text of JSON. */
function decoded(tree: Tree, source: SourceText): Tree {
  if (tree.form !== "leaf" || typeof tree.value !== "string") return tree;
  const { root } = readJson(tree.value, "strict");
  if (root?.type !== "object") return tree;
  const nothing = { unknown: undefined, sensitive: undefined, written: undefined };
  const planned = { ...nothing, source, value: root, name: "body", links: noLinks };
  return relocated(new PlanMapping(planned, tree.at), tree);
}

/** The places inside a text are not those of the file: all of it stands where the text does. */
function relocated(tree: Tree, { at, trail }: Tree): Tree {
  if (tree.form === "list")
    return { ...tree, at, trail, items: tree.items.map((item) => relocated(item, { ...tree, at, trail })) };
  if (tree.form !== "mapping") return { ...tree, at, trail };
  const entries = new Map<string, Entry>();
  for (const [name, entry] of tree.entries)
    entries.set(name, { key: at, value: relocated(entry.value, { ...tree, at, trail }) });
  return { form: "mapping", at, header: at, trail, entries };
}

function identityOf(tree: Tree): Tree {
  const block = tree.form === "list" ? tree.items[0] : tree;
  if (block?.form !== "mapping") return block ?? tree;
  const entries = new Map<string, Entry>();
  const type = block.entries.get("type");
  if (type) entries.set("type", type);
  const ids = block.entries.get("identity_ids");
  if (ids) entries.set("userAssignedIdentities", { key: ids.key, value: idsOf(ids.value) });
  return { form: "mapping", at: block.at, header: block.header, trail: noSteps, entries };
}

function idsOf(tree: Tree): Tree {
  if (tree.form !== "list") return tree;
  const entries = new Map<string, Entry>();
  for (const [index, item] of tree.items.entries()) {
    const { at, trail } = item;
    const value: Mapping = { form: "mapping", at, header: at, trail, entries: new Map() };
    const known = item.form === "leaf" && typeof item.value === "string" ? item.value : undefined;
    const pieces = item.form === "undecided" ? (item.pieces ?? [{ token: item.why }]) : [];
    entries.set(known ?? `?${index}`, { key: at, value, ...(known === undefined && { pieces }) });
  }
  return { form: "mapping", at: tree.at, header: tree.at, trail: tree.trail, entries };
}
