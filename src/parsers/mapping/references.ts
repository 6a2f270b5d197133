import type { Items } from "../../model/kinds.ts";
import { knownText, literalText, parseResourceId, type Reference, type Text } from "../../model/reference.ts";
import type { Mapping, Tree } from "../../model/tree.ts";
import type { Value } from "../../model/value.ts";
import { type Converter, type Field, fieldAt, knownOf, unfit, unknownOf } from "./field.ts";
import { entryOf, locate, pathOf, type Scope } from "./scope.ts";

/** Another resource: by address in Terraform, by id, or by name. */
export function reference(...spellings: string[]): Field<Reference> {
  return fieldAt(spellings, "a reference", referenceOf, "blank-is-absent");
}

/** What a tree refers to; undefined when it is no reference or its target cannot be seen. */
export function referenceOf(tree: Tree): Reference | undefined {
  if (tree.form === "undecided") {
    if (tree.target) return { by: "address", target: tree.target };
    return tree.pieces && referenceOfText(tree.pieces);
  }
  return tree.form === "leaf" && typeof tree.value === "string" ? referenceOfText([tree.value]) : undefined;
}

function referenceOfText(text: Text): Reference | undefined {
  const id = parseResourceId(text);
  if (id) return { by: "id", id };
  const known = knownText(text);
  return known ? { by: "name", name: literalText(known) } : undefined;
}

/** A name in `az ml` YAML: `azureml:cluster` or plain. */
export function assetReference(...spellings: string[]): Field<Reference> {
  const convert: Converter<Reference> = (tree) => {
    if (tree.form !== "leaf" || typeof tree.value !== "string") return referenceOf(tree);
    const name = tree.value.startsWith("azureml:") ? tree.value.slice("azureml:".length) : tree.value;
    return referenceOfText([name.startsWith("/") ? name : (name.split(":")[0] ?? name)]);
  };
  return fieldAt(spellings, "a reference", convert, "blank-is-absent");
}

/** A resource by its name and, where another option gives it, its resource group. */
export function namedReference(namePath: string, groupPath?: string): Field<Reference> {
  const convert: Converter<Reference> = (tree, scope) => {
    if (tree.form === "undecided" && tree.target) return referenceOf(tree);
    const name = textOf(tree);
    if (name === undefined || name.length === 0) return undefined;
    const whole = parseResourceId(name);
    if (whole) return { by: "id", id: whole };
    const group = groupPath === undefined ? undefined : textAt(scope, groupPath);
    return { by: "name", name, ...(group && { group }) };
  };
  return fieldAt([namePath], "a name", convert, "blank-is-absent");
}

/** A tree as a text of known and unknown pieces. */
export function textOf(tree: Tree): Text | undefined {
  if (tree.form === "undecided") return tree.pieces;
  return tree.form === "leaf" && tree.value !== null ? [String(tree.value)] : undefined;
}

function textAt(scope: Scope, name: string): Text | undefined {
  const entry = scope.tree.form === "mapping" ? entryOf(scope.tree, name, scope.caseless) : undefined;
  return entry && textOf(entry.value);
}

/** The declaration that this is a part of. */
export function owner(): Field<Reference> {
  return {
    paths: [],
    read(scope) {
      const { identity, header } = (scope.outer ?? scope).declaration;
      const target = { root: identity.root, address: identity.address, attribute: "id" };
      return { state: "known", value: { by: "address", target }, at: header, trail: [] };
    },
  };
}

/**
 * Several resources, however the source lists them: a list of ids, of objects that hold one under `itemKey`, the keys of
 * a map, or words in one string.
 */
export function references(path: string, itemKey?: string): Field<Items<Reference>> {
  return fieldAt([path], "a list of references", (tree, scope) => {
    if (tree.form === "list") return tree.items.map((item) => itemReference(item, itemKey, scope));
    if (tree.form === "mapping") return keyReferences(tree);
    if (tree.form === "leaf" && typeof tree.value === "string") {
      return words(tree.value).map((word) => itemReference({ ...tree, value: word }, undefined, scope));
    }
    return tree.form === "undecided" && tree.target ? [itemReference(tree, undefined, scope)] : undefined;
  });
}

function itemReference(item: Tree, itemKey: string | undefined, scope: Scope): Value<Reference> {
  if (item.form === "mapping" && itemKey !== undefined) {
    const located = locate({ ...scope, tree: item }, pathOf(itemKey));
    if (!located.written) return unfit(item, undefined, `an item lacks ${itemKey}`);
    return itemReference(located.tree, undefined, scope);
  }
  const target = referenceOf(item);
  if (target) return knownOf(item, undefined, target);
  return item.form === "undecided" ? unknownOf(item) : unfit(item, undefined, "an item is not a reference");
}

function keyReferences(mapping: Mapping): Value<Reference>[] {
  return [...mapping.entries].map(([key, entry]) => {
    const target = referenceOfText(entry.pieces ?? [key]);
    const at = entry.key;
    if (target?.by === "id") return { state: "known", value: target, at, trail: [] };
    const pieces = entry.pieces && { pieces: entry.pieces };
    return { state: "unknown", why: "a key of the map is no resource id that can be read", at, trail: [], ...pieces };
  });
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
