import type { JsonNode } from "../json/syntax.ts";
import type { Directive } from "../parser.ts";
import type { Document } from "./read/templates.ts";

/** The comments of a JSON file that speak to ml-lint: beside something they cover their line, alone what follows. */
export function directivesOf(document: Document): Directive[] {
  const { source, comments, root } = document;
  return comments.map(({ text, from, to, alone }) => {
    const next = alone && root ? nextAfter(root, from, to) : undefined;
    const covers = next ?? lineAt(source.text, from);
    return { at: source.place(from, to), text, covers: source.place(covers.from, covers.to) };
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The member or item that follows a comment inside the same brackets. */
function nextAfter(root: JsonNode, from: number, to: number): Range | undefined {
  let node = root;
  while (true) {
    const parts = partsOf(node);
    const inside = parts.find((part) => part.node.from < from && part.node.to > from);
    if (!inside) return node.from < from ? parts.find((part) => part.from >= to) : { from: node.from, to: node.to };
    node = inside.node;
  }
}

function partsOf(node: JsonNode): (Range & { node: JsonNode })[] {
  if (node.type === "array") return node.items.map((item) => ({ from: item.from, to: item.to, node: item }));
  if (node.type !== "object") return [];
  return node.members.map(({ keyFrom, value }) => ({ from: keyFrom, to: value.to, node: value }));
}

function lineAt(text: string, offset: number): Range {
  const end = text.indexOf("\n", offset);
  return { from: text.lastIndexOf("\n", offset - 1) + 1, to: end < 0 ? text.length : end };
}
