import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { SourceText } from "../../model/place.ts";
import type { Entry, Leaf, Tree } from "../../model/tree.ts";
import type { YamlDocument } from "./documents.ts";
import { deepestYaml } from "./limits.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Makes trees of the nodes that the YAML package parses. */
export class TreeBuilder {
  readonly #source: SourceText;
  readonly #anchors = new Map<string, Tree>();
  readonly #spans = new Map<Tree, Span>();
  readonly #entries: Span[] = [];

  constructor(source: SourceText) {
    this.#source = source;
  }

  document(contents: Node): YamlDocument {
    const root = this.#tree(contents, 0);
    this.#entries.sort((a, b) => a.from - b.from || b.to - a.to);
    return { root, spans: this.#spans, entries: this.#entries };
  }

  #tree(node: Node, depth: number): Tree {
    const at = this.#place(node);
    if (depth > deepestYaml) return { form: "undecided", why: "the YAML is nested too deeply", at, trail: [] };
    const tree = this.#treeOf(node, depth);
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, tree);
    return tree;
  }

  #treeOf(node: Node, depth: number): Tree {
    if (isAlias(node)) return this.#aliased(node.source, node);
    if (isMap(node)) return this.#mapping(node, depth);
    if (isSeq(node)) return this.#list(node, depth);
    if (isScalar(node)) return this.#leaf(node);
    return { form: "undecided", why: "this kind of YAML node is not read", at: this.#place(node), trail: [] };
  }

  #place(node: Node) {
    const { from, to } = this.#span(node);
    return this.#source.place(from, to);
  }

  /** The range of a node, without the line breaks that end a block. */
  #span(node: Node): Span {
    const [from, end] = node.range ?? [0, 0];
    let to = end;
    while (to > from && isBreak(this.#source.text.charCodeAt(to - 1))) to--;
    return { from, to };
  }

  #leaf(node: Scalar): Leaf {
    const leaf: Leaf = { form: "leaf", value: scalarValue(node), at: this.#place(node), trail: [] };
    this.#spans.set(leaf, this.#span(node));
    return leaf;
  }

  /** What an alias stands for; the anchor is a step of the trail. */
  #aliased(name: string, node: Node): Tree {
    const at = this.#place(node);
    const target = this.#anchors.get(name);
    if (!target) return { form: "undecided", why: `*${name} stands for nothing before it`, at, trail: [] };
    if (target.form !== "leaf") return target;
    return { ...target, at, trail: [{ at: target.at, text: `&${name}` }] };
  }

  #list(node: YAMLSeq, depth: number): Tree {
    const items: Tree[] = [];
    for (const item of node.items as Node[]) {
      if (!item || typeof item !== "object" || !("range" in item)) continue;
      items.push(this.#tree(item, depth + 1));
      this.#entries.push(this.#span(item));
    }
    return { form: "list", items, at: this.#place(node), trail: [] };
  }

  #mapping(node: YAMLMap, depth: number): Tree {
    const entries = new Map<string, Entry>();
    const merged: Tree[] = [];
    let first: Span | undefined;
    let last: Span | undefined;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      if (!key) continue;
      const keySpan = this.#span(key);
      const keyPlace = this.#source.place(keySpan.from, keySpan.to);
      const empty: Leaf = { form: "leaf", value: null, at: keyPlace, trail: [] };
      const value = pair.value ? this.#tree(pair.value, depth + 1) : empty;
      last = { from: keySpan.from, to: pair.value ? Math.max(this.#span(pair.value).to, keySpan.to) : keySpan.to };
      first ??= keySpan;
      this.#entries.push(last);
      if (key.value === "<<") merged.push(value);
      else entries.set(String(key.value), { key: keyPlace, value });
    }
    for (const tree of merged) merge(entries, tree);
    const whole = this.#span(node);
    const span = node.flow || !first ? whole : { from: first.from, to: last!.to };
    const header = first ?? { from: span.from, to: Math.min(span.to, span.from + 1) };
    return {
      form: "mapping",
      entries,
      at: this.#source.place(span.from, span.to),
      header: this.#source.place(header.from, header.to),
      trail: [],
    };
  }
}

/** Takes over the entries of `<<`, which give way to those written beside it. */
function merge(entries: Map<string, Entry>, tree: Tree): void {
  if (tree.form === "list") for (const item of tree.items) if (item.form === "mapping") merge(entries, item);
  if (tree.form !== "mapping") return;
  for (const [key, entry] of tree.entries) if (!entries.has(key)) entries.set(key, entry);
}

function scalarValue(node: Scalar): Leaf["value"] {
  const { value } = node;
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return node.source ?? String(value);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 32;
}
