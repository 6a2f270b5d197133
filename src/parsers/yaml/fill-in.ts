import type { SourceText } from "../../model/place.ts";
import type { Entry, Leaf, Piece, Tree } from "../../model/tree.ts";

/**
 * What people and tools write for something that is filled in later: `<name>`, `${{ name }}`, `{{ name }}`, `${NAME}`,
 * `$(name)`, `#{name}#`, `__NAME__`, `$NAME`.
 */
const filledInLater =
  /<[A-Za-z_][^<>\n]{0,100}>|\$\{\{[^}\n]{0,200}\}\}|\{\{[^}\n]{0,200}\}\}|\$\{[^}\n]{1,100}\}|\$\([\w.-]{1,100}\)|#\{[^}\n]{1,100}\}#|__[A-Z][A-Z0-9_]{1,60}__|\$[A-Z_][A-Z0-9_]{1,60}/g;

/** The tree with every leaf replaced; nodes that several aliases share stay shared. */
export function replaceLeaves(tree: Tree, replace: (leaf: Leaf) => Tree): Tree {
  const done = new Map<Tree, Tree>();
  const visit = (node: Tree): Tree => {
    const known = done.get(node);
    if (known) return known;
    const replaced = replaceIn(node, replace, visit);
    done.set(node, replaced);
    return replaced;
  };
  return visit(tree);
}

function replaceIn(node: Tree, replace: (leaf: Leaf) => Tree, visit: (node: Tree) => Tree): Tree {
  if (node.form === "leaf") return replace(node);
  if (node.form === "list") return { ...node, items: node.items.map(visit) };
  if (node.form !== "mapping") return node;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries) entries.set(key, { key: entry.key, value: visit(entry.value) });
  return { ...node, entries };
}

/** The tree with what is filled in later undecided. */
export function withoutPlaceholders(tree: Tree, source: SourceText): Tree {
  return replaceLeaves(tree, (leaf) => (typeof leaf.value === "string" ? fillIn(leaf, leaf.value, source) : leaf));
}

function fillIn(leaf: Leaf, text: string, source: SourceText): Tree {
  const pieces: Piece[] = [];
  let why: string | undefined;
  let from = 0;
  for (const match of text.matchAll(filledInLater)) {
    if (match.index > from) pieces.push(text.slice(from, match.index));
    const { line, column } = leaf.at.start;
    pieces.push({ token: `${source.file}@${line}:${column}+${match.index}` });
    why ??= `${match[0]} is filled in later`;
    from = match.index + match[0].length;
  }
  if (why === undefined) return leaf;
  if (from < text.length) pieces.push(text.slice(from));
  return { form: "undecided", why, at: leaf.at, trail: leaf.trail, pieces };
}
