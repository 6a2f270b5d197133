import type { Leaf, Tree } from "../../model/tree.ts";
import { readYaml } from "../yaml/documents.ts";
import { replaceLeaves } from "../yaml/fill-in.ts";
import { hasMark, yamlMarks } from "./marks.ts";
import { type Document, plainDialect } from "./script.ts";
import { WordReader } from "./shell-words.ts";
import { tokenAt, treeOfValue, type ValuePart } from "./values.ts";
import type { Variables } from "./variables.ts";
import { inLetters } from "./variables.ts";

/** The YAML that a script holds in a here-document, with the script's variables replaced where the shell does so. */
export function yamlOf(document: Document, variables: Variables): readonly Tree[] {
  if (!hasMark(document.text.text, yamlMarks)) return [];
  return readYaml(document.text).documents.map(({ root }) => {
    if (!document.expands) return root;
    return replaceLeaves(root, (leaf) => expanded(leaf, document, variables));
  });
}

function expanded(leaf: Leaf, document: Document, variables: Variables): Tree {
  const { value } = leaf;
  if (typeof value !== "string" || !/[$`<{]/.test(value)) return leaf;
  const parts = expand(value, document, variables);
  return parts === undefined ? leaf : { ...treeOfValue(parts, leaf.at) };
}

/** The parts of a text as the shell would fill it in; undefined when nothing is to fill in. */
function expand(text: string, document: Document, variables: Variables): readonly ValuePart[] | undefined {
  const reader = new WordReader(text, plainDialect, () => text.length);
  let word: ReturnType<WordReader["readDocumentText"]>;
  try {
    word = reader.readDocumentText();
  } catch {
    return [
      { why: "the here-document is not read", token: tokenAt(document.source, document.from), trail: [], many: false },
    ];
  }
  if (word.pieces.every((piece) => piece.form === "literal")) return undefined;
  const use = { source: document.source, order: document.order, branch: document.branch };
  return word.pieces.flatMap((piece): readonly ValuePart[] => {
    if (piece.form === "literal") return [{ text: piece.text, trail: [] }];
    const token = `${tokenAt(document.source, document.from)}+${text}+${piece.from}`;
    if (piece.form === "opaque") return [{ why: piece.why, token, trail: [], many: false }];
    return inLetters(variables.valueOfPiece(piece, use).items.flat(), piece.letters);
  });
}
